import fc from 'fast-check';
import type { Spoken } from './nodes.ts';

/** What a node may say about its language, mostly nothing. */
export function arbitrarySpoken(): fc.Arbitrary<Spoken> {
  return fc.constantFrom(
    {},
    {},
    {},
    { lang: 'de' },
    { lang: 'he', dir: 'rtl' as const },
    { dir: 'ltr' as const },
  );
}
