import { expect, it } from 'vitest';
import { isSafeUrl, LINK_PROTOCOLS } from './safe-url.ts';

it.each([
  'https://exemple.org',
  'http://localhost:3000/a?b=c#d',
  'HTTPS://EXEMPLE.ORG/é',
  'mailto:nom@exemple.org',
  'tel:+33123456789',
  'https://exemple.org/a_(b)',
  `https://e.org/${'a'.repeat(2000)}`,
])('[RA7] allows %s', (url) => {
  expect(isSafeUrl(url)).toBe(true);
});

it.each([
  '',
  'javascript:alert(1)',
  ' https://exemple.org',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//exemple.org',
  '/a',
  '#a',
  'https://',
  'https:exemple.org',
  'https:///a',
  'mailto:',
  'https://a b',
  'https://e.org/"><script>',
  'https://e.org/\u0000',
  'https://e.org/\uD800',
  `https://e.org/${'a'.repeat(2100)}`,
])('[RA7] refuses %j', (url) => {
  expect(isSafeUrl(url)).toBe(false);
});

it('[RA7] knows four protocols', () => {
  expect(LINK_PROTOCOLS).toEqual(['http', 'https', 'mailto', 'tel']);
});
