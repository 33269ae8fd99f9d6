/** The web page as a server publishes it. */
export { noticePage as writeMissingPage, publishedPage as writePublishedPage } from './html-page.ts';
export type { Download, Site } from './site-tools.ts';
