/** A passage of a report that can be found: a title, a paragraph, a cell. */
export interface Passage {
  /** Where a link leads: the nearest place of the report, which outlives the page; ids of the page itself begin with an underscore. */
  readonly anchor: string;
  /** The nearest title above, or what kind of box it stands in. */
  readonly under: string;
  readonly text: string;
}

/** A passage and where in its text the words stand. */
export interface Found extends Passage {
  readonly start: number;
  readonly end: number;
}

/** Finds words in passages; accents, case and the width of blanks do not count. */
export type Finder = (words: string) => readonly Found[];

/** The passages of a report, in reading order. */
export function passagesOf(report: Element): readonly Passage[] {
  const passages: Passage[] = [];
  let title = '';
  for (const element of report.querySelectorAll(BLOCKS)) {
    const text = (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    const isTitle = /^H\d$/.test(element.tagName);
    if (isTitle) title = text;
    // What holds other blocks is found by them; ways back are no words of the report.
    if (text === '' || element.querySelector(BLOCKS) !== null || element.closest('.back') !== null) continue;
    const anchor = element.closest('[id]:not([id^="_"])')?.id ?? '';
    const box = element.closest('.callout')?.getAttribute('aria-label');
    passages.push({ anchor, under: isTitle ? '' : (box ?? title), text });
  }
  return passages;
}

/** A finder over passages, which are folded once. */
export function finderOver(passages: readonly Passage[]): Finder {
  const folded = passages.map(({ text }) => fold(text));
  return (words) => {
    const wanted = fold(words.trim()).text;
    if (wanted === '') return [];
    return passages.flatMap((passage, index) => {
      const { text, origins } = folded[index] ?? fold('');
      const at = text.indexOf(wanted);
      if (at === -1) return [];
      const start = origins[at] ?? 0;
      return [{ ...passage, start, end: origins[at + wanted.length] ?? passage.text.length }];
    });
  };
}

const BLOCKS = 'h2, h3, h4, h5, h6, p, li, dd, dt, th, td, pre, figcaption';

/** The text as it is compared, and from where in the text each unit of it comes. */
function fold(text: string): { readonly text: string; readonly origins: readonly number[] } {
  const origins: number[] = [];
  let result = '';
  let at = 0;
  for (const character of text) {
    const plain = /\s/u.test(character)
      ? ' '
      : character.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(at);
    result += plain;
    at += character.length;
  }
  return { text: result, origins };
}
