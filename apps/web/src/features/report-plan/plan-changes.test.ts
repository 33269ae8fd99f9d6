import { DEFAULT_PLAN, inPlannedOrder, type ReportPlan } from '@plenary/programme';
import { describe, expect, it } from 'vitest';
import { chapterOf, moved, shown, titled, underTheme, withChapter, withTheme } from './plan-changes.ts';

const { sessions } = DEFAULT_PLAN;
const ALL = ['a', 'b', 'c'];

describe('changes of a plan', () => {
  it('move an item by one place, and not beyond the ends', () => {
    const down = moved(sessions, ALL, 'a', 1);
    expect(inPlannedOrder(ALL, (id) => id, down.order)).toEqual(['b', 'a', 'c']);
    const back = moved(down, ALL, 'a', -1);
    expect(inPlannedOrder(ALL, (id) => id, back.order)).toEqual(ALL);
    expect(moved(sessions, ALL, 'a', -1)).toBe(sessions);
    expect(moved(sessions, ALL, 'c', 1)).toBe(sessions);
    expect(moved(sessions, ALL, 'nobody', 1)).toBe(sessions);
  });

  it('move an item that came after the plan was made', () => {
    const planned = moved(sessions, ALL, 'c', -1);
    const later = [...ALL, 'd'];
    const order = inPlannedOrder(later, (id) => id, planned.order);
    const up = moved(planned, later, 'd', -1);
    const at = order.indexOf('d');
    expect(inPlannedOrder(later, (id) => id, up.order).indexOf('d')).toBe(at - 1);
  });

  it('leave an item out and take it in again', () => {
    const without = shown(shown(sessions, 'a', false), 'a', false);
    expect(without.leftOut).toEqual(['a']);
    expect(shown(without, 'a', true)).toEqual(sessions);
  });

  it('give a title, and take it away where it is empty or the programme’s own', () => {
    const renamed = titled(sessions, 'a', '  Nouveau  ', 'A');
    expect(renamed.titles).toEqual({ a: 'Nouveau' });
    expect(titled(renamed, 'a', ' ', 'A').titles).toEqual({});
    expect(titled(renamed, 'a', 'A', 'A').titles).toEqual({});
  });

  it('put a session under one theme at a time', () => {
    const plan = withTheme(withTheme(DEFAULT_PLAN, 'x', 'X'), 'y', 'Y');
    const first = underTheme(plan, 'a', 'x');
    const then = underTheme(first, 'a', 'y');
    expect(first.themes.map((theme) => theme.sessions)).toEqual([['a'], []]);
    expect(then.themes.map((theme) => theme.sessions)).toEqual([[], ['a']]);
    expect(underTheme(then, 'a', undefined).themes.map((theme) => theme.sessions)).toEqual([[], []]);
  });

  it('change one chapter and keep the order and the others', () => {
    const plan: ReportPlan = { ...DEFAULT_PLAN, synthesis: [{ kind: 'two', shown: false, by: 'theme' }] };
    const changed = withChapter(plan, ['one', 'two'], 'one', { by: 'field:to' });
    expect(changed.synthesis).toEqual([
      { kind: 'one', shown: true, by: 'field:to' },
      { kind: 'two', shown: false, by: 'theme' },
    ]);
    expect(chapterOf(plan, 'one')).toEqual({ kind: 'one', shown: true, by: 'none' });
  });
});
