import type { List } from '@plenary/report-ast';
import { xml, type Xml } from '../xml/xml.ts';
import { points } from './automatic-styles.ts';
import type { OdtPlace } from './odt-place.ts';

/** How far a level stands in from the one above, in twentieths of a point. */
export const LIST_INDENT = 360;

/** The name of the style of a list where it stands; made when it is first needed. */
export function listStyle(list: List, { file, indent, lists }: OdtPlace): string {
  const kind = kindOf(list);
  // What the list stands in from the edge before its outermost level begins.
  const base = indent - lists * LIST_INDENT;
  return file.styles.other('list', `${kind} ${base}`, (name) =>
    xml('text:list-style', { 'style:name': name }, levels(kind, base)),
  );
}

type Kind = 'bullets' | 'tasks' | '1' | 'a' | 'A' | 'i' | 'I';

function kindOf({ ordered, numbering, children }: List): Kind {
  if (ordered) return numbering ?? '1';
  return children.every(({ checked }) => checked !== undefined) ? 'tasks' : 'bullets';
}

function levels(kind: Kind, base: number): readonly Xml[] {
  return Array.from({ length: LEVELS }, (_, index) => {
    const level = index + 1;
    const left = Math.max(LIST_INDENT, base + level * LIST_INDENT);
    const properties = xml(
      'style:list-level-properties',
      { 'text:list-level-position-and-space-mode': 'label-alignment' },
      xml('style:list-level-label-alignment', {
        'text:label-followed-by': kind === 'tasks' ? 'nothing' : 'listtab',
        'text:list-tab-stop-position': kind === 'tasks' ? undefined : points(left),
        'fo:text-indent': points(-LIST_INDENT),
        'fo:margin-left': points(left),
      }),
    );
    if (kind === 'bullets') {
      const bullet = BULLETS[index % BULLETS.length];
      return xml(
        'text:list-level-style-bullet',
        { 'text:level': level, 'text:bullet-char': bullet },
        properties,
      );
    }
    // The sign of a task is text; its list says nothing.
    const format =
      kind === 'tasks' ? { 'style:num-format': '' } : { 'style:num-format': kind, 'style:num-suffix': '.' };
    return xml('text:list-level-style-number', { 'text:level': level, ...format }, properties);
  });
}

const BULLETS = ['•', '–', '▪'];
/** As many as LibreOffice knows; lists nested deeper look like the last. */
const LEVELS = 10;
