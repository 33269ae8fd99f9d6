import { appendBlocks } from '@plenary/document';
import { formats } from '@plenary/exporters';
import { drawing } from '@plenary/pictures/samples';
import { frontId } from '@plenary/programme';
import { describe, expect, test } from 'vitest';
import { createWorld, smallSummit } from '../fixtures/world.ts';
import { addPicture } from './pictures.ts';
import { publishReport, readPublished, unpublishReport, viewPublication } from './publishing.ts';
import { changePlan, readPlan } from './report-plan.ts';

const FRENCH = { langs: ['fr' as const], findable: false };

async function textAt(world: ReturnType<typeof createWorld>, ...path: readonly [string, string?, string?]) {
  const bytes = await (await readPublished(world.context, ...path)).bytes();
  return new TextDecoder().decode(bytes);
}

describe('a published report', () => {
  test('is read by anybody, as a page and in every format, as it was when it was published', async () => {
    const world = createWorld();
    const { id, slug, group } = await smallSummit(world);
    await world.write(group, 'system:import', 'Une phrase publiée');
    const view = await publishReport(world.context, id, FRENCH, 'operator');
    await world.write(group, 'system:import', 'Une phrase écrite après');
    expect(view).toMatchObject({ url: `https://summit.example/r/${slug}`, langs: ['fr'], behind: 0 });
    expect(view.files.map(({ format }) => format).toSorted()).toEqual(
      formats.map((one) => one.id).toSorted(),
    );
    for (const path of [[], ['fr'], ['fr', `${slug}.html`], ['fr', `${slug}.md`]] as const) {
      const text = await textAt(world, slug, ...path);
      expect(text).toContain('Une phrase publiée');
      expect(text).not.toContain('Une phrase écrite après');
    }
  }, 120_000);

  test('shows its pictures to anybody, in the page and in the files to keep', async () => {
    const world = createWorld();
    const { id, slug, group } = await smallSummit(world);
    const { id: asset } = await addPicture(world.context, id, group, await drawing(40, 30), 'operator');
    const figure = { type: 'figure', attrs: { asset, alt: 'Le plan' } };
    await world.context.rooms.edit(group, 'ada', (doc) => appendBlocks(doc, [figure], world.context.blocks));
    const view = await publishReport(world.context, id, FRENCH, 'operator');
    expect(view.files.map(({ format }) => format)).toContain('md');
    expect(await textAt(world, slug)).toMatch(/<img src="data:image\/png;base64,[^"]+" alt="Le plan"/);
    expect(await textAt(world, slug, 'fr', `${slug}.md.zip`)).toContain(`assets/${asset}.png`);
  });

  test('says how many sections have changed since', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const organiser = await world.enter(id, 'organiser', 'Ada');
    expect(await viewPublication(world.context, id, organiser)).toEqual({});
    await publishReport(world.context, id, FRENCH, organiser);
    expect((await viewPublication(world.context, id, organiser)).publication).toMatchObject({
      by: 'Ada',
      behind: 0,
    });
    await world.write(group, organiser.id, 'Encore');
    await world.write(group, organiser.id, 'et encore');
    expect((await viewPublication(world.context, id, organiser)).publication).toMatchObject({ behind: 1 });
    await publishReport(world.context, id, FRENCH, organiser);
    expect((await viewPublication(world.context, id, organiser)).publication).toMatchObject({ behind: 0 });
  });

  test('does not miss what the plan leaves out, and counts an editorial that was written on', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    const organiser = await world.enter(id, 'organiser', 'Ada');
    const { plan } = await readPlan(world.context, id, organiser, 'fr');
    const leftOut = { ...plan, groups: { ...plan.groups, leftOut: [group] } };
    await changePlan(world.context, id, { version: 0, plan: leftOut }, organiser, 'fr');
    await publishReport(world.context, id, FRENCH, organiser);
    await world.write(group, organiser.id, 'Encore');
    expect((await viewPublication(world.context, id, organiser)).publication).toMatchObject({ behind: 0 });
    await world.write(frontId(id, 'editorial'), organiser.id, 'Merci');
    expect((await viewPublication(world.context, id, organiser)).publication).toMatchObject({ behind: 1 });
  });

  test('in two languages begins with that of the summit, and each leads to the other', async () => {
    const world = createWorld();
    const { id, slug } = await smallSummit(world);
    const wanted = { langs: ['en' as const, 'fr' as const, 'en' as const], findable: true };
    expect((await publishReport(world.context, id, wanted, 'operator')).langs).toEqual(['fr', 'en']);
    expect(await textAt(world, slug)).toBe(await textAt(world, slug, 'fr'));
    expect(await textAt(world, slug, 'fr')).toContain(`href="/r/${slug}/en"`);
    expect(await textAt(world, slug, 'en')).toContain(`href="/r/${slug}/fr"`);
  });

  test.each([true, false])('tells search engines what was wished: %s', async (findable) => {
    const world = createWorld();
    const { id, slug } = await smallSummit(world);
    await publishReport(world.context, id, { langs: ['fr'], findable }, 'operator');
    expect((await textAt(world, slug)).includes('content="noindex"')).toBe(!findable);
  });

  test('is gone once it is taken away, and what was never there cannot be', async () => {
    const world = createWorld();
    const { id, slug } = await smallSummit(world);
    await publishReport(world.context, id, FRENCH, 'operator');
    const before = await readPublished(world.context, slug);
    await unpublishReport(world.context, id, 'operator');
    await expect(before.bytes()).rejects.toMatchObject({ code: 'report-not-published' });
    await expect(unpublishReport(world.context, id, 'operator')).rejects.toMatchObject({
      code: 'report-not-published',
    });
    for (const [name, lang] of [[slug], [slug, 'fr'], ['nowhere'], [id]])
      await expect(readPublished(world.context, name ?? '', lang)).rejects.toMatchObject({
        code: 'report-not-published',
      });
  });

  test('is the organisers’ to make and to take away', async () => {
    const world = createWorld();
    const { id, group } = await smallSummit(world);
    for (const role of ['rapporteur', 'participant', 'reader'] as const) {
      const asker = await world.enter(id, role, role, group);
      await expect(publishReport(world.context, id, FRENCH, asker)).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(unpublishReport(world.context, id, asker)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  test('stays as it was when the new one cannot be kept', async () => {
    const world = createWorld();
    const { id, slug, group } = await smallSummit(world);
    await publishReport(world.context, id, FRENCH, 'operator');
    const before = await textAt(world, slug);
    await world.write(group, 'system:import', 'Encore');
    const { publications } = world.context;
    const failing = {
      ...world.context,
      publications: { ...publications, publish: async () => Promise.reject(new Error('the disk is full')) },
    };
    await expect(publishReport(failing, id, FRENCH, 'operator')).rejects.toThrow('the disk is full');
    expect(await textAt(world, slug)).toBe(before);
  });
});
