// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { finderOver, passagesOf } from './passages.ts';

const PAGE = `<main id="_report">
  <section class="part" id="day-1"><h2 id="_day-1">Jeudi 13 octobre</h2>
    <section id="g-1"><h3>Engager les dirigeants</h3>
      <p>Les dirigeants s’engagent quand un pair le leur demande.</p>
      <div class="callout blue" id="o-1" aria-label="Recommandation"><p class="label"><a href="#o-1">Recommandation</a></p>
        <p>Créer un cercle&nbsp;européen.</p></div>
      <ul><li><p>Été</p><ul><li>ŒUVRE</li></ul></li></ul>
    </section>
    <p class="back"><a href="#_contents">Retour au sommaire</a></p>
  </section></main>`;

function find(words: string): readonly (readonly [anchor: string, under: string, found: string])[] {
  document.body.innerHTML = PAGE;
  const finder = finderOver(passagesOf(document.querySelector('main')!));
  return finder(words).map(({ anchor, under, text, start, end }) => [anchor, under, text.slice(start, end)]);
}

test('finds titles, words under a title, and words in a box by what kind of box it is', () => {
  expect(find('dirigeants')).toEqual([
    ['g-1', '', 'dirigeants'],
    ['g-1', 'Engager les dirigeants', 'dirigeants'],
  ]);
  expect(find('jeudi')).toEqual([['day-1', '', 'Jeudi']]);
  expect(find('cercle')).toEqual([['o-1', 'Recommandation', 'cercle']]);
});

test('accents, case and the width of blanks do not count, and what was found is shown as it is written', () => {
  expect(find('CERCLE EUROPEEN')).toEqual([['o-1', 'Recommandation', 'cercle européen']]);
  expect(find('ete')).toEqual([['g-1', 'Engager les dirigeants', 'Été']]);
  expect(find('pair  ')).toHaveLength(1);
});

test('each passage is found once, and the ways back never', () => {
  expect(find('recommandation')).toHaveLength(1);
  expect(find('sommaire')).toEqual([]);
  expect(find('')).toEqual([]);
});
