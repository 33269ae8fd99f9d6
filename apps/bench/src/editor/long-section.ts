import * as Y from 'yjs';

/** Words of a section that only a very diligent group writes in a morning. */
export const SECTION_WORDS = 20_000;

const SENTENCE =
  'Leaders say yes when a peer asks them and rarely when an association writes to them first .';
const WORDS_IN_PARAGRAPH = 80;
const PARAGRAPHS_IN_PART = 8;

/** The update that makes a section of so many words: parts with a heading and paragraphs, as a group writes them. */
export function longSection(words: number): Uint8Array {
  const doc = new Y.Doc();
  const sentence = SENTENCE.split(' ');
  const blocks: Y.XmlElement[] = [];
  for (let written = 0, paragraph = 0; written < words; paragraph += 1) {
    if (paragraph % PARAGRAPHS_IN_PART === 0) blocks.push(heading(`Part ${blocks.length + 1}`));
    const count = Math.min(WORDS_IN_PARAGRAPH, words - written);
    const text = Array.from({ length: count }, (_, index) => sentence[(written + index) % sentence.length]);
    blocks.push(element('paragraph', text.join(' ')));
    written += count;
  }
  doc.getXmlFragment('default').insert(0, blocks);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

function heading(text: string): Y.XmlElement {
  const made = element('heading', text);
  // Yjs types attributes as strings; y-tiptap keeps what ProseMirror has, a number.
  (made as Y.XmlElement<{ level: number }>).setAttribute('level', 2);
  return made;
}

function element(name: string, text: string): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, [new Y.XmlText(text)]);
  return made;
}
