import { collectOutcomes } from '@plenary/document';
import { expect, test } from 'vitest';
import { blocks } from '../registry.ts';
import { resource } from './resource.ts';
import { withScheme } from './with-scheme.ts';

test('a resource prints its title, its link and its kind in words', () => {
  const data = resource.data.parse({ title: 'The guide', link: 'https://example.org/a', kind: 'guide' });
  expect(resource.details(data, 'fr')).toEqual([
    { label: 'Titre', value: [{ type: 'text', value: 'The guide' }] },
    {
      label: 'Lien',
      value: [
        {
          type: 'link',
          url: 'https://example.org/a',
          children: [{ type: 'text', value: 'https://example.org/a' }],
        },
      ],
    },
    { label: 'Nature', value: [{ type: 'text', value: 'Guide' }] },
  ]);
  expect(resource.details(resource.data.parse({ kind: 'podcast' }), 'fr')).toMatchObject([
    { value: [{ value: 'podcast' }] },
  ]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'the blue book', 'https://a b'])(
  'what cannot be a link (%s) is found, and the reason is named',
  (link) => {
    const [outcome] = collectOutcomes({ type: 'resource', attrs: { id: 'x', link } }, blocks);
    expect(outcome?.data).toBeUndefined();
    expect(outcome?.invalid).toMatch(/^link: A link begins with/);
  },
);

test.each([
  ['example.org/a', 'https://example.org/a'],
  [' www.example.org ', 'https://www.example.org'],
  ['http://example.org', 'http://example.org'],
  ['ada@example.org', 'mailto:ada@example.org'],
  ['mailto:ada@example.org', 'mailto:ada@example.org'],
  ['tel:+33123', 'tel:+33123'],
  ['the blue book', 'the blue book'],
  ['guide', 'guide'],
])('%j is the address %j', (typed, address) => {
  expect(withScheme(typed)).toBe(address);
});
