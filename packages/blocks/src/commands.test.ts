import { type DocNode, documentExtensions } from '@plenary/document';
import { type Command, Editor, type JSONContent } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { changeOutcome, insertOutcome, toggleOutcome, unwrapOutcome } from './commands.ts';
import { deleteInPart, enterInPart, eraseInPart } from './frame/part-keys.ts';
import { lineBreakInOutcome } from './frame/line-break.ts';
import { blocks } from './registry.ts';

const ID = '0123456789abcdef';
const paragraph = (text = ''): DocNode => ({
  type: 'paragraph',
  ...(text !== '' && { content: [{ type: 'text', text }] }),
});
const heading = (text: string): DocNode => ({ ...paragraph(text), type: 'heading', attrs: { level: 2 } });
const list = (...items: string[]): DocNode => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
});
const outcome = (kind: string, attrs: object, ...content: DocNode[]): DocNode => ({
  type: kind,
  attrs: { ...attrs },
  content,
});

/** Runs a command with the caret behind the marker `|` (or what is between two) and shows the document in short. */
function run(content: DocNode[], command: Command): { done: boolean; text: string; caret: string } {
  const editor = new Editor({
    element: null,
    extensions: documentExtensions(blocks),
    // Tiptap asks for a mutable tree and does not change it.
    content: { type: 'doc', content } as JSONContent,
  });
  const marks: number[] = [];
  editor.state.doc.descendants((node, position) => {
    for (const { index } of (node.text ?? '').matchAll(/\|/g)) marks.push(position + index - marks.length);
  });
  const chain = editor.chain();
  for (const at of marks) chain.deleteRange({ from: at, to: at + 1 });
  chain.setTextSelection({ from: marks[0] ?? 1, to: marks[1] ?? marks[0] ?? 1 }).run();
  const possible = editor.can().command(command);
  const done = editor.commands.command(command);
  expect(possible).toBe(done);
  editor.state.doc.check();
  const { $from } = editor.state.selection;
  return {
    done,
    text: short(editor.getJSON() as DocNode),
    caret: `${$from.parent.textContent}@${$from.parentOffset}<${$from.node(-1).type.name}`,
  };
}

function short(node: DocNode): string {
  if (node.text !== undefined) return node.text;
  const inner = (node.content ?? []).map(short).join(' ');
  if (node.type === 'doc') return inner;
  const attrs = Object.entries(node.attrs ?? {})
    .filter(([name, value]) => value !== null && name !== 'level')
    .map(([name, value]) => ` ${name}=${String(value)}`);
  return `${node.type}${attrs.join('')}(${inner})`;
}

describe('insertOutcome', () => {
  test('makes an outcome of the paragraph, the caret staying where it was', () => {
    expect(run([paragraph('be|fore'), paragraph('after')], insertOutcome('action', ID))).toEqual({
      done: true,
      text: `action id=${ID}(paragraph(before)) paragraph(after)`,
      caret: 'before@2<action',
    });
  });

  test('makes one outcome of several paragraphs and lists', () => {
    const { text } = run(
      [paragraph('o|ne'), list('two'), paragraph('thr|ee'), paragraph('four')],
      insertOutcome('insight', ID),
    );
    expect(text).toBe(
      `insight id=${ID}(paragraph(one) bulletList(listItem(paragraph(two))) paragraph(three)) paragraph(four)`,
    );
  });

  test('takes a whole list, not an item out of it', () => {
    const { text, caret } = run([list('one', 't|wo')], insertOutcome('question', ID));
    expect(text).toBe(`question id=${ID}(bulletList(listItem(paragraph(one)) listItem(paragraph(two))))`);
    expect(caret).toBe('two@1<listItem');
  });

  test('below a heading inserts an empty one, with the caret inside', () => {
    expect(run([heading('Fi|ndings'), paragraph('after')], insertOutcome('recommendation', ID))).toEqual({
      done: true,
      text: `heading(Findings) recommendation id=${ID}(paragraph()) paragraph(after)`,
      caret: '@0<recommendation',
    });
  });

  test('inside an outcome inserts one below it', () => {
    const { text } = run([outcome('action', { id: 'a' }, paragraph('d|o'))], insertOutcome('insight', ID));
    expect(text).toBe(`action id=a(paragraph(do)) insight id=${ID}(paragraph())`);
  });

  test('inside an outcome of another kind without words changes that one, its id staying', () => {
    const empty = outcome('insight', { id: 'a' }, paragraph('|'));
    expect(run([empty], insertOutcome('action', ID)).text).toBe('action id=a(paragraph())');
    expect(run([empty], insertOutcome('insight', ID)).text).toContain(`insight id=${ID}(paragraph())`);
    const owned = outcome('action', { id: 'a', owner: 'Ada' }, paragraph('|'));
    expect(run([owned], insertOutcome('insight', ID)).text).toContain('action id=a owner=Ada(paragraph())');
  });

  test('works in a quote and in a table cell', () => {
    const quote = { type: 'blockquote', content: [paragraph('q|')] };
    expect(run([quote], insertOutcome('insight', ID)).text).toBe(
      `blockquote(insight id=${ID}(paragraph(q)))`,
    );
    const cell = { type: 'tableCell', content: [paragraph('c|')] };
    const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] };
    expect(run([table], insertOutcome('insight', ID)).text).toContain(`insight id=${ID}(paragraph(c))`);
  });
});

describe('toggleOutcome', () => {
  test('wraps, without an id of its own', () => {
    expect(run([paragraph('x|')], toggleOutcome('insight')).text).toBe('insight(paragraph(x))');
  });

  test('turns the same kind back', () => {
    const { text, caret } = run(
      [outcome('insight', { id: 'a' }, paragraph('x|'), list('y'))],
      toggleOutcome('insight'),
    );
    expect(text).toBe('paragraph(x) bulletList(listItem(paragraph(y)))');
    expect(caret).toBe('x@1<doc');
  });

  test('makes another kind of one, keeping its id and what both have', () => {
    const { text } = run(
      [outcome('action', { id: 'a', owner: 'Ada', due: '2016-10-14' }, paragraph('x|'))],
      toggleOutcome('recommendation'),
    );
    expect(text).toBe('recommendation id=a(paragraph(x))');
  });
});

describe('unwrapOutcome', () => {
  test('does nothing outside of an outcome', () => {
    expect(run([paragraph('x|')], unwrapOutcome())).toMatchObject({ done: false, text: 'paragraph(x)' });
    expect(run([paragraph('x|')], unwrapOutcome(0)).done).toBe(false);
  });

  test('turns back the outcome at a position, wherever the caret is', () => {
    const { text } = run(
      [outcome('action', { owner: 'Ada' }, paragraph('do')), paragraph('x|')],
      unwrapOutcome(0),
    );
    expect(text).toBe('paragraph(do) paragraph(x)');
  });
});

describe('Enter on an empty paragraph', () => {
  const enter = lineBreakInOutcome('insight');

  test('of an otherwise empty outcome does not make it vanish', () => {
    const { text } = run([outcome('insight', {}, paragraph('|'))], enter);
    expect(text).toBe('insight(paragraph() paragraph())');
  });

  test('in the middle does not cut the outcome in two', () => {
    const { text } = run([outcome('insight', {}, paragraph('a'), paragraph('|'), paragraph('b'))], enter);
    expect(text).toBe('insight(paragraph(a) paragraph() paragraph() paragraph(b))');
  });

  test('at the end is left to the editor, which leaves the outcome', () => {
    const content = [outcome('insight', {}, paragraph('a'), paragraph('|'))];
    expect(run(content, enter).done).toBe(false);
    expect(run(content, ({ commands }) => commands.liftEmptyBlock()).text).toBe(
      'insight(paragraph(a)) paragraph()',
    );
  });
});

describe('an outcome with parts', () => {
  const part = (name: string, ...content: DocNode[]) => outcome('outcomePart', { part: name }, ...content);
  const practice = (context: DocNode[], done: DocNode[], result: DocNode[]) =>
    outcome(
      'goodPractice',
      { id: 'a' },
      part('context', ...context),
      part('done', ...done),
      part('result', ...result),
    );
  const EMPTY = [paragraph()];

  test('is made of a paragraph, which becomes what was done', () => {
    expect(run([paragraph('te|xt')], insertOutcome('goodPractice', ID))).toEqual({
      done: true,
      text: `goodPractice id=${ID}(outcomePart part=context(paragraph()) outcomePart part=done(paragraph(text)) outcomePart part=result(paragraph()))`,
      caret: 'text@2<outcomePart',
    });
  });

  test('begins in its first part when there is no text yet', () => {
    for (const content of [[paragraph('|')], [heading('x|')]]) {
      const { text, caret } = run(content, insertOutcome('goodPractice', ID));
      expect(text).toContain('outcomePart part=result(paragraph())');
      expect(caret).toBe('@0<outcomePart');
    }
  });

  test('turns back into its text, without the parts that are empty', () => {
    const content = practice([paragraph('w|hy')], EMPTY, [list('a', 'b'), paragraph()]);
    expect(run([content], unwrapOutcome())).toEqual({
      done: true,
      text: 'paragraph(why) bulletList(listItem(paragraph(a)) listItem(paragraph(b))) paragraph()',
      caret: 'why@1<doc',
    });
    expect(run([practice(EMPTY, [paragraph('|')], EMPTY)], unwrapOutcome()).text).toBe('paragraph()');
  });

  test('becomes another kind and one again, with all its words', () => {
    const content = practice([paragraph('why|')], [paragraph('what')], EMPTY);
    expect(run([content], changeOutcome('action')).text).toBe('action id=a(paragraph(why) paragraph(what))');
    const action = outcome('action', { id: 'a', owner: 'Ada' }, paragraph('wh|at'), paragraph('more'));
    expect(run([action], changeOutcome('goodPractice')).text).toBe(
      'goodPractice id=a(outcomePart part=context(paragraph()) outcomePart part=done(paragraph(what) paragraph(more)) outcomePart part=result(paragraph()))',
    );
    expect(run([action], changeOutcome('action')).done).toBe(false);
  });

  test('Enter on an empty last line leads to the next part, and out of the last one', () => {
    const enter = enterInPart('goodPractice');
    const first = run([practice([paragraph('a'), paragraph('|')], [paragraph('b')], EMPTY)], enter);
    expect(first.caret).toBe('b@0<outcomePart');
    expect(first.text).toContain('part=context(paragraph(a))');
    const last = run([practice(EMPTY, [paragraph('b')], [paragraph('|')])], enter);
    expect(last.caret).toBe('@0<doc');
    expect(last.text).toMatch(/part=result\(paragraph\(\)\)\) paragraph\(\)$/);
    expect(run([practice([paragraph('|'), paragraph('a')], EMPTY, EMPTY)], enter).text).toContain(
      'part=context(paragraph() paragraph() paragraph(a))',
    );
    expect(run([practice([paragraph('a|')], EMPTY, EMPTY)], enter).done).toBe(false);
  });

  test('Backspace at the start of a part goes to the one before; of the first one turns all back', () => {
    const erase = eraseInPart('goodPractice');
    const between = run([practice([paragraph('a')], [paragraph('|b')], EMPTY)], erase);
    expect(between.caret).toBe('a@1<outcomePart');
    expect(between.text).toContain('part=context(paragraph(a)) outcomePart part=done(paragraph(b))');
    expect(run([practice([paragraph('|a')], [paragraph('b')], EMPTY)], erase).text).toBe(
      'paragraph(a) paragraph(b)',
    );
    expect(run([practice([paragraph('a|')], EMPTY, EMPTY)], erase).done).toBe(false);
  });

  test('Delete at the end of a part takes nothing in from behind it', () => {
    const remove = deleteInPart('goodPractice');
    const { done, text } = run([practice([paragraph('a|')], [paragraph('b')], EMPTY)], remove);
    expect([done, text.includes('part=context(paragraph(a))')]).toEqual([true, true]);
    expect(run([practice([paragraph('|a')], EMPTY, EMPTY)], remove).done).toBe(false);
  });
});
