import { FRAGMENT } from '@plenary/document';
import * as Y from 'yjs';
import { wordsOf } from './text.ts';

/** Says of every line that comes from others what it says, once it is complete; the same line perhaps twice. */
export function watchOthers(doc: Y.Doc, saw: (lines: readonly string[]) => void): void {
  doc.getXmlFragment(FRAGMENT).observeDeep((events, transaction) => {
    if (transaction.local) return;
    const lines = events.flatMap(({ target, changes }) => [
      ...(target instanceof Y.XmlText ? [wordsOf(target)] : []),
      ...[...changes.added].flatMap(({ content }) =>
        content instanceof Y.ContentType ? [wordsOf(content.type)] : [],
      ),
    ]);
    if (lines.length > 0) saw(lines);
  });
}
