import { describe, expect, it } from 'vitest';
import { INITIAL_SAVED_MARK, nextSavedMark, savedMarkOf, type SavedMarkInput } from './saved-mark.ts';

const after = (...inputs: readonly SavedMarkInput[]) => inputs.reduce(nextSavedMark, INITIAL_SAVED_MARK);
const mark = (...inputs: readonly SavedMarkInput[]) => savedMarkOf(after(...inputs));

const edit = { type: 'edit' } as const;
const up = { type: 'connection-up' } as const;
const down = { type: 'connection-down' } as const;
const answered = { type: 'step1-answered' } as const;
const sent = (marker: number) => ({ type: 'marker-sent', marker }) as const;
const echoed = (marker: number, at = 1000) => ({ type: 'marker-echoed', marker, at }) as const;
const kept = { type: 'copy-kept' } as const;
const failed = { type: 'copy-failed' } as const;
const refused = { type: 'refused' } as const;
const stalled = { type: 'stalled' } as const;

describe('saved mark', () => {
  it('opens without a claim', () => {
    expect(mark()).toEqual({ state: 'opening' });
    expect(mark(up, answered)).toEqual({ state: 'opening' });
  });

  it('is saved, with its time, when the first marker comes back', () => {
    expect(mark(up, answered, sent(1), echoed(1, 42))).toEqual({ state: 'saved', at: 42, online: true });
  });

  it('is saving until the marker that follows the edit is echoed (1)', () => {
    const typed = [up, answered, sent(1), edit] as const;
    expect(mark(...typed, echoed(1))).toEqual({ state: 'saving' });
    expect(mark(...typed, sent(2), echoed(1))).toEqual({ state: 'saving' });
    expect(mark(...typed, sent(2), echoed(1), echoed(2, 7))).toEqual({ state: 'saved', at: 7, online: true });
  });

  it('takes no marker for proof before the server was told what it lacks (1)', () => {
    expect(mark(kept, edit, up, sent(1), echoed(1))).toEqual({ state: 'saving' });
    expect(mark(kept, edit, up, sent(1), answered, echoed(1))).toEqual({ state: 'saving' });
  });

  it('forgets markers of a lost connection (2)', () => {
    const lost = [kept, up, answered, edit, sent(1), down] as const;
    expect(mark(...lost)).toEqual({ state: 'device' });
    expect(mark(...lost, echoed(1))).toEqual({ state: 'device' });
    expect(mark(...lost, up, echoed(1))).toEqual({ state: 'saving' });
    expect(mark(...lost, up, answered, sent(2), echoed(2, 9))).toEqual({
      state: 'saved',
      at: 9,
      online: true,
    });
  });

  it('ignores unknown and repeated echoes (3)', () => {
    const state = after(up, answered, edit, sent(1), echoed(1, 5));
    expect(nextSavedMark(state, echoed(1, 99))).toBe(state);
    expect(nextSavedMark(state, echoed(77, 99))).toBe(state);
  });

  it('keeps the time of what is stored when the network goes, and says so (4)', () => {
    expect(mark(kept, up, answered, sent(1), echoed(1, 5), down)).toEqual({
      state: 'saved',
      at: 5,
      online: false,
    });
  });

  it('covers older edits with a newer marker whose elder never came back', () => {
    expect(mark(up, answered, edit, sent(1), edit, sent(2), echoed(2, 8))).toEqual({
      state: 'saved',
      at: 8,
      online: true,
    });
  });

  it('is never saved after a refusal (5)', () => {
    expect(mark(kept, up, answered, edit, sent(1), refused)).toEqual({ state: 'unstored' });
    expect(mark(kept, up, answered, edit, sent(1), refused, echoed(1))).toEqual({ state: 'unstored' });
    expect(mark(kept, up, answered, edit, sent(1), echoed(1), refused)).toEqual({ state: 'unstored' });
  });

  it('does not claim a copy on the device that is not there (6)', () => {
    expect(mark(failed, edit)).toEqual({ state: 'unstored' });
    expect(mark(edit)).toEqual({ state: 'unstored' });
    expect(mark(kept, edit)).toEqual({ state: 'device' });
  });

  it('falls back to the device when a connection takes edits and answers nothing', () => {
    expect(mark(kept, up, answered, edit, sent(1), stalled)).toEqual({ state: 'device' });
    expect(mark(kept, up, answered, edit, sent(1), stalled, echoed(1, 3))).toEqual({
      state: 'saved',
      at: 3,
      online: true,
    });
  });
});
