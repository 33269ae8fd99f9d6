import { collectOutcomes } from '@plenary/document';
import { describe, expect, test } from 'vitest';
import { blocks } from '../registry.ts';
import { action } from './action.ts';
import { formatDay } from './due-date.ts';

describe('an action', () => {
  test('prints its owner and its day in words', () => {
    const data = action.data.parse({
      owner: ' Ada\nLovelace ',
      due: '2016-10-14',
      measure: 'Three talks held',
      status: 'started',
    });
    expect(data).toEqual({
      owner: 'Ada Lovelace',
      due: '2016-10-14',
      measure: 'Three talks held',
      status: 'started',
    });
    expect(action.details(data, 'fr')).toEqual([
      { label: 'Responsable', value: [{ type: 'text', value: 'Ada Lovelace' }] },
      { label: 'Échéance', value: [{ type: 'text', value: '14 octobre 2016' }] },
      { label: 'Indicateur', value: [{ type: 'text', value: 'Three talks held' }] },
      { label: 'Avancement', value: [{ type: 'text', value: 'Commencée' }] },
    ]);
    expect(action.details(data, 'en')).toMatchObject([
      { label: 'Owner' },
      { value: [{ value: '14 October 2016' }] },
      { label: 'Measure' },
      { label: 'Status', value: [{ value: 'Started' }] },
    ]);
  });

  test('prints a status that another program wrote as it is', () => {
    for (const status of ['paused', 'toString'])
      expect(action.details(action.data.parse({ status }), 'en')).toEqual([
        { label: 'Status', value: [{ type: 'text', value: status }] },
      ]);
  });

  test('leaves out what is not picked', () => {
    expect(action.details(action.data.parse({ due: null, owner: 'Ada' }), 'en')).toHaveLength(1);
  });

  test.each(['next week', '2016-02-30', '14/10/2016', 5])(
    'with due %j is found, and the reason is named',
    (due) => {
      const [outcome] = collectOutcomes({ type: 'action', attrs: { id: 'x', due } }, blocks);
      expect(outcome?.data).toBeUndefined();
      expect(outcome?.invalid).toMatch(/^due: /);
    },
  );
});

test.each([
  ['2016-10-14', '14 octobre 2016', '14 October 2016'],
  ['2017-03-01', '1er mars 2017', '1 March 2017'],
  ['2017-03-11', '11 mars 2017', '11 March 2017'],
  ['soon', 'soon', 'soon'],
])('the day %s is %s and %s', (iso, fr, en) => {
  expect(formatDay(iso, 'fr')).toBe(fr);
  expect(formatDay(iso, 'en')).toBe(en);
});
