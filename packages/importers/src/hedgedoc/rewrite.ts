import type { Remarks } from '../remarks.ts';

/** HedgeDoc's own constructs that take whole lines, said in plain Markdown. Code between fences is left alone. */
export function rewritten(note: string, remarks: Remarks): string {
  const lines: string[] = [];
  let fence = '';
  let boxes = 0;
  const source = note.split('\n');
  const closings = closingsAfter(source);
  for (const [index, line] of source.entries()) {
    const inBox = '> '.repeat(boxes);
    const mark = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence) === true) fence = '';
      lines.push(inBox + line);
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      lines.push(inBox + withoutSettings(line, remarks));
      continue;
    }
    const box = /^:::[ \t]*([a-z]+)[ \t]*(.*)$/i.exec(line);
    // One that is never closed is no box; nor is one so deep that nobody wrote it.
    if (box && boxes < MAX_BOXES && (closings[index] ?? 0) > boxes) {
      remarks.add('box-as-quote');
      boxes += 1;
      lines.push(inBox, ...(box[2] ? [`${inBox}> **${box[2].trim()}**`, `${inBox}>`] : []));
    } else if (boxes > 0 && /^:::[ \t]*$/.test(line)) {
      boxes -= 1;
      lines.push('> '.repeat(boxes));
    } else if (/^[ \t]*\[TOC\][ \t]*$/i.test(line)) {
      remarks.add('contents-left-out');
    } else {
      lines.push(inBox + withLinks(line, remarks));
    }
  }
  return lines.join('\n');
}

/** HedgeDoc itself knows one level. */
const MAX_BOXES = 4;

/** For each line, how many lines after it close a box. */
function closingsAfter(lines: readonly string[]): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  for (const line of lines.toReversed()) {
    counts.push(count);
    if (/^:::[ \t]*$/.test(line)) count += 1;
  }
  return counts.toReversed();
}

/** Numbers of lines and the like behind the language of code. */
function withoutSettings(line: string, remarks: Remarks): string {
  return line.replace(/^([ \t]*(?:`{3,}|~{3,})[\w+#-]*)[=!][^`]*$/, (_, before) => {
    remarks.add('code-settings-left-out');
    return String(before);
  });
}

function withLinks(line: string, remarks: Remarks): string {
  return line
    .replace(
      /\{%[ \t]{0,9}(\w{1,20})[ \t]{1,9}([^\s%]{1,500})[ \t]{0,9}%\}/g,
      (whole: string, kind: string, id: string) => {
        const address = PLAYERS.get(kind)?.(id);
        if (address === undefined) return whole;
        remarks.add('embed-as-link');
        return `<${address}>`;
      },
    )
    .replace(
      /(!\[[^\]\n]{0,500}\]\([^)\s]{1,2000}(?:[ \t]{1,9}"[^"\n]{0,500}")?)[ \t]{1,9}=\d{0,5}x\d{0,5}\)/g,
      '$1)',
    );
}

const PLAYERS: ReadonlyMap<string, (id: string) => string> = new Map([
  ['youtube', (id) => `https://www.youtube.com/watch?v=${id}`],
  ['vimeo', (id) => `https://vimeo.com/${id}`],
  ['gist', (id) => `https://gist.github.com/${id}`],
  ['slideshare', (id) => `https://www.slideshare.net/${id}`],
  ['speakerdeck', (id) => `https://speakerdeck.com/${id}`],
  ['pdf', (address) => address],
]);
