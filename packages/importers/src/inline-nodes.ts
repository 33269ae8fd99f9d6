import { type DocMark, type DocNode, isAllowedLink } from '@plenary/document';
import type { Remarks } from './remarks.ts';
import { visible } from './text-bytes.ts';

/** A text on one line, without what nobody sees; or nothing: ProseMirror knows no empty text. */
export function text(value: string, marks: readonly DocMark[] = []): readonly DocNode[] {
  const line = visible(value).replace(/[\n\t]/g, ' ');
  return line === '' ? [] : [{ type: 'text', text: line, ...(marks.length > 0 && { marks }) }];
}

/** The marks with some more, each type once; letters are raised or lowered, not both. */
export function addMarks(marks: readonly DocMark[], more: readonly DocMark[]): readonly DocMark[] {
  const shifts = more.some(({ type }) => SHIFTS.has(type));
  const kept = shifts ? marks.filter(({ type }) => !SHIFTS.has(type)) : marks;
  return [...kept, ...more.filter(({ type }) => !kept.some((mark) => mark.type === type))];
}

const SHIFTS: ReadonlySet<string> = new Set(['subscript', 'superscript']);

/** Code allows no other mark beside it; where it is part of a link, the link says more. */
export function asCode(marks: readonly DocMark[]): readonly DocMark[] {
  const linked = marks.filter((mark) => mark.type === 'link');
  return linked.length > 0 ? linked : [{ type: 'code' }];
}

export function linkMark(href: string, title: string): DocMark {
  return { type: 'link', attrs: { href, ...(title !== '' && { title }) } };
}

/** What stands for a picture: a link to it where it has an address, else its description. */
export function pictureText(
  picture: { readonly url: string; readonly alt: string; readonly title: string },
  marks: readonly DocMark[],
  remarks: Remarks,
): readonly DocNode[] {
  const { url, alt, title } = picture;
  const linked = marks.some((mark) => mark.type === 'link');
  if (isAllowedLink(url)) {
    remarks.add('image-as-link');
    return text(alt || title || url, linked ? marks : addMarks(marks, [linkMark(url, title)]));
  }
  remarks.add('image-as-text');
  // The bytes of a picture inside the text are not words.
  const address = /^data:/i.test(url) ? '' : url;
  const behind = [address, title].filter(Boolean).join(' ');
  if (behind === '') return text(alt, marks);
  return text(alt === '' ? behind : `${alt} (${behind})`, marks);
}

/** The same nodes; neighbours with the same marks are one text. */
export function joined(nodes: readonly DocNode[]): readonly DocNode[] {
  const result: DocNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    const same = JSON.stringify(last?.marks) === JSON.stringify(node.marks);
    if (last?.text !== undefined && node.text !== undefined && same) {
      result[result.length - 1] = { ...last, text: last.text + node.text };
    } else {
      result.push(node);
    }
  }
  return result;
}
