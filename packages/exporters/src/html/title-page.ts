import type { Report } from '@plenary/report-ast';
import { type Assets, titlePictures } from '../assets.ts';
import { NO_XML, type Xml, xmlText } from '../xml/xml.ts';
import type { Medium } from './html-place.ts';
import { tag, voidTag } from './tag.ts';

/** The title page: the logo and the cover where there are such, the title, when and where, and the hosts. */
export function titlePage(report: Report, assets: Assets, medium: Medium): Xml {
  const { summit, look } = report;
  const picture = (id: string | undefined, name: string): Xml => {
    const [asset] = titlePictures({ ...report, look: id === undefined ? {} : { logo: id } }, assets);
    return id === undefined || asset === undefined
      ? NO_XML
      : voidTag('img', { class: name, src: medium.src(id, asset), alt: '' });
  };
  const hosts = tag(
    'ul',
    { class: 'hosts' },
    summit.hosts.map((host) => tag('li', {}, xmlText(host))),
  );
  return tag('header', { class: 'title-page' }, [
    picture(look?.logo, 'logo'),
    tag('h1', {}, xmlText(summit.title)),
    summit.theme === undefined ? NO_XML : tag('p', { class: 'theme' }, xmlText(summit.theme)),
    tag('p', { class: 'when' }, xmlText(summit.whenAndWhere)),
    summit.hosts.length === 0 ? NO_XML : hosts,
    picture(look?.cover, 'cover'),
  ]);
}
