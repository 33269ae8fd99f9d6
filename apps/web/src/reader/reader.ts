/**
 * The script of a published report: it searches the page and prints it. It is a file of its own that knows nothing of the
 * application and sends nothing anywhere; without it the page is all there, less these two.
 */
import { finderOver, type Found, passagesOf } from './passages.ts';

const report = document.querySelector('main');
const search = document.querySelector<HTMLElement>('search');
const print = document.querySelector<HTMLButtonElement>('#_print');

if (print !== null) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
if (search !== null && report !== null) offerSearch(search, report);

function offerSearch(frame: HTMLElement, text: Element): void {
  const input = frame.querySelector('input');
  const status = frame.querySelector('[role=status]');
  const list = frame.querySelector('ol');
  if (input === null || status === null || list === null) return;
  const find = finderOver(passagesOf(text));
  const show = (): void => {
    const words = input.value.trim();
    const found = words.length < SHORTEST ? [] : find(words);
    status.textContent = words.length < SHORTEST ? '' : counted(found.length, frame.dataset);
    list.replaceChildren(...found.slice(0, MOST_SHOWN).map(entry));
  };
  input.addEventListener('input', show);
  frame.hidden = false;
  // A browser may have kept what was typed before the page was left.
  show();
}

/** One letter is in every passage. */
const SHORTEST = 2;
/** Two screens on a phone; whoever needs more writes one word more. */
const MOST_SHOWN = 40;
/** Characters shown before and after what was found. */
const AROUND = 60;

function counted(count: number, words: DOMStringMap): string {
  if (count === 0) return words['none'] ?? '';
  return count === 1 ? (words['one'] ?? '') : (words['several'] ?? '').replace('{n}', String(count));
}

function entry({ anchor, under, text, start, end }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#${anchor}`;
  if (under !== '') {
    const title = document.createElement('strong');
    title.textContent = under;
    link.append(title, ' ');
  }
  const found = document.createElement('mark');
  found.textContent = text.slice(start, end);
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  link.append(
    start > AROUND ? `…${before}` : before,
    found,
    end + AROUND < text.length ? `${after}…` : after,
  );
  item.append(link);
  return item;
}
