import { type Inline, type Part, toText } from '@plenary/report-ast';
import type { OutlineEntry } from '../outline.ts';
import { type Attributes, NO_XML, type Xml, xmlText } from '../xml/xml.ts';
import { spokenProps } from './direction.ts';
import { htmlBlocks, linkedHeading } from './html-blocks.ts';
import { htmlInlines } from './html-inlines.ts';
import type { HtmlPlace, InlinePlace } from './html-place.ts';
import { tag } from './tag.ts';

/**
 * Only parts are landmarks with a name: a handful, and each with a title of its own. Sections inside are sections
 * without one, because many groups use the same headings and landmarks of one name cannot be told apart.
 */
export function partSection(part: Part, place: HtmlPlace, attributes: Attributes = {}): Xml {
  return tag(
    'section',
    {
      class: 'part',
      id: place.medium.id(part.anchor),
      'aria-labelledby': titleIdOf(part),
      ...attributes,
      ...spokenProps(part),
    },
    [
      ...partContent(part, place),
      place.medium.permalinks
        ? tag('p', { class: 'back' }, tag('a', { href: '#_contents' }, xmlText(place.words.backToContents)))
        : NO_XML,
    ],
  );
}

/** The title of a part, what is in it, and its notes; the title has the level above that of the place. */
export function partContent(part: Part, place: HtmlPlace): readonly Xml[] {
  const id = titleIdOf(part);
  const title = linkedHeading(place.level - 1, part.anchor, part.title, place, { id });
  const blocks = htmlBlocks(part.children, place);
  const notes = place.medium.notes(place.notes.drain(), { anchor: part.anchor, titleId: id }, place);
  return [title, blocks, notes];
}

/** The contents as a list in a list. */
export function contentsList(list: readonly OutlineEntry[], place: InlinePlace): Xml {
  const items = list.map(({ anchor, title, children }) =>
    tag('li', {}, [
      // Titles in the contents have no notes, so nothing waits to be shown.
      tag('a', { href: place.medium.href(anchor) }, shows(title) ? htmlInlines(title, place) : xmlText('—')),
      children.length === 0 ? NO_XML : contentsList(children, place),
    ]),
  );
  return tag('ol', {}, items);
}

/** Whether there is anything to see in a title: a line without is a link that nobody can follow. */
function shows(title: readonly Inline[]): boolean {
  return /[^\s\p{C}\p{M}]/u.test(toText(title));
}

function titleIdOf({ anchor }: Part): string {
  return `_${anchor}`;
}
