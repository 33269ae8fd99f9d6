import { expect, test } from 'vitest';
import { jsonPath } from './json-path.ts';
import { describeProblem, type ProgrammeProblem } from './programme.ts';

const problem: ProgrammeProblem = { rule: 'not-json', path: '', message: { fr: 'Non.', en: 'No.' } };

test('[PG13] a problem is told with as much of its place as is known', () => {
  expect(describeProblem(problem, 'en')).toBe('No.');
  expect(describeProblem(problem, 'fr')).toBe('Non.');
  expect(describeProblem({ ...problem, line: 3, column: 7 }, 'en')).toBe('Line 3, column 7: No.');
  expect(describeProblem({ ...problem, line: 3, column: 7 }, 'fr')).toBe('Ligne 3, colonne 7\u00A0: Non.');
  expect(describeProblem({ ...problem, line: 3, path: 'sessions[2].id' }, 'fr')).toBe(
    'Ligne 3, sessions[2].id\u00A0: Non.',
  );
});

test('[PG5] a path is written as people write it, strange keys in brackets and cut', () => {
  expect(jsonPath([])).toBe('');
  expect(jsonPath(['sessions', 3, 'speakers', 0])).toBe('sessions[3].speakers[0]');
  expect(jsonPath(['a b', 'c'])).toBe('["a b"].c');
  expect(jsonPath(['x'.repeat(1000)])).toHaveLength(64);
});
