import { decodePage } from '../html/decode-page.ts';
import { readPage } from '../html/html.ts';
import type { Importer } from '../importer.ts';
import { Remarks } from '../remarks.ts';

/** Etherpad's export as a page: people write line by line there, and each line is a paragraph. */
export const etherpadPage: Importer = {
  read: async (bytes) => {
    const { text, cleaned } = decodePage(bytes);
    const remarks = new Remarks();
    if (cleaned) remarks.add('control-characters');
    return readPage(text, { remarks, byLine: true });
  },
};
