// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetAnswer, keepAnswer, keptAnswer, keptUnder } from './kept-answers.ts';

const ana = { summit: 's', person: 'ana' };
const ben = { summit: 's', person: 'ben' };

beforeEach(() => localStorage.clear());

describe('kept answers', () => {
  it('come back as they were', () => {
    keepAnswer(localStorage, '/pb/g1', ana, { title: 'One' });
    keepAnswer(localStorage, '/pb/g2', ana, { title: 'Two' });
    keepAnswer(localStorage, '/pb', ana, { title: 'Summit' });
    expect(keptAnswer(localStorage, '/pb/g1')).toEqual({ title: 'One' });
    expect(keptUnder(localStorage, '/pb/')).toEqual([{ title: 'One' }, { title: 'Two' }]);
  });

  it('of one person are gone once another is here in the same summit', () => {
    keepAnswer(localStorage, '/pb/g1', ana, 1);
    keepAnswer(localStorage, '/other', { summit: 'o', person: 'ana-there' }, 2);
    keepAnswer(localStorage, '/pb', ben, 3);
    expect(keptAnswer(localStorage, '/pb/g1')).toBeUndefined();
    expect(keptAnswer(localStorage, '/other')).toBe(2);
  });

  it('are forgotten when the server no longer gives them', () => {
    keepAnswer(localStorage, '/pb', ana, 1);
    forgetAnswer(localStorage, '/pb');
    expect(keptAnswer(localStorage, '/pb')).toBeUndefined();
  });

  it('are none on a device that keeps nothing, or something else', () => {
    localStorage.setItem('plenary/kept/pb', '{broken');
    expect(keptAnswer(localStorage, '/pb')).toBeUndefined();
    const refusing = {
      length: 0,
      setItem: () => {
        throw new Error('full');
      },
      getItem: () => null,
      removeItem: () => undefined,
      key: () => null,
    };
    expect(() => keepAnswer(refusing, '/pb', ana, 1)).not.toThrow();
  });
});
