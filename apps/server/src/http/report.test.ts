import { appendBlocks } from '@plenary/document';
import { addPicture, formatIds } from '@plenary/operations';
import { drawing } from '@plenary/pictures/samples';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../fixtures/request.ts';
import { startTestServer, type TestServer } from '../../fixtures/server.ts';

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.enter('organiser');
});

afterAll(async () => {
  await server.stop();
});

const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const FILES: Readonly<Record<string, readonly [mediaType: string, ending: string, holds: string]>> = {
  md: ['text/markdown; charset=utf-8', 'md', '# Petit sommet'],
  odt: ['application/vnd.oasis.opendocument.text', 'odt', 'mimetype'],
  docx: [OFFICE, 'docx', 'word/document.xml'],
  epub: ['application/epub+zip', 'epub', 'mimetypeapplication/epub+zip'],
  pdf: ['application/pdf', 'pdf', '%PDF-1.7'],
  'pdf-a': ['application/pdf', 'archive.pdf', '%PDF-1.7'],
  typst: ['application/zip', 'typst.zip', 'report.json'],
  html: ['text/html; charset=utf-8', 'html', '<html lang="fr"'],
  csv: ['text/csv; charset=utf-8', 'csv', '\uFEFFNature,Texte,'],
  ics: ['text/calendar; charset=utf-8', 'ics', 'BEGIN:VCALENDAR'],
  json: ['application/json; charset=utf-8', 'json', '"plenary": 1'],
};

describe('the report', () => {
  test('every format is tried here', () => {
    expect(Object.keys(FILES).toSorted()).toEqual([...formatIds].toSorted());
  });

  test.each(Object.entries(FILES))('as %s is a file to keep', async (format, [mediaType, ending, holds]) => {
    const path = `/api/summits/${server.summit.slug}/report?format=${format}&lang=fr`;
    const answer = await ask(server.port, { path, headers: { cookie } });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe(mediaType);
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename=${server.summit.slug}.${ending}`,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text).toContain(holds);
  });

  test('comes with its pictures where they lie beside it, if that is asked for', async () => {
    const { context } = server.composition;
    const { id, first } = server.summit;
    const picture = await addPicture(context, id, first, await drawing(40, 30), 'operator');
    const figure = { type: 'figure', attrs: { asset: picture.id, alt: 'Le plan' } };
    await context.rooms.edit(first, 'ada', (doc) => appendBlocks(doc, [figure], context.blocks));
    const fetched = async (query: string) =>
      ask(server.port, { path: `/api/summits/${id}/report?lang=fr&${query}`, headers: { cookie } });
    const archive = await fetched('format=md&besides=zip');
    expect(archive.headers['content-type']).toBe('application/zip');
    expect(archive.headers['content-disposition']).toContain(`${server.summit.slug}.md.zip`);
    expect(archive.bytes.includes(`assets/${picture.id}.png`)).toBe(true);
    expect((await fetched('format=md')).headers['content-type']).toContain('text/markdown');
    expect((await fetched('format=html&besides=zip')).text).toContain('src="data:image/png;base64,');
    const linked = `src="/api/summits/${id}/pictures/${picture.id}"`;
    expect((await fetched('format=html&pictures=linked')).text).toContain(linked);
  });

  test('speaks the language that was asked for, else the browser’s', async () => {
    const path = `/api/summits/${server.summit.slug}/report?format=html`;
    const lang = async (query: string, accepted: string) => {
      const headers = { cookie, 'accept-language': accepted };
      const { text } = await ask(server.port, { path: path + query, headers });
      return /<html lang="(\w+)"/.exec(text)?.[1];
    };
    expect(await lang('&lang=en', 'fr')).toBe('en');
    expect(await lang('', 'en')).toBe('en');
    expect(await lang('', 'de')).toBe('fr');
  });

  test('as JSON is described by a schema that anybody may read', async () => {
    const schema = await ask(server.port, { path: '/api/report.schema.json' });
    expect(schema.headers['content-type']).toMatch(/^application\/schema\+json/);
    expect(schema.json).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Plenary report',
      required: expect.arrayContaining(['plenary', 'parts', 'outcomes']),
    });
  });

  test('in an unknown format is refused, naming those there are', async () => {
    const path = `/api/summits/${server.summit.slug}/report?format=papyrus`;
    const answer = await ask(server.port, { path, headers: { cookie, 'accept-language': 'en' } });
    expect(answer.json).toMatchObject({
      code: 'format-unknown',
      detail: `There is no format “papyrus”. Choose one of: ${formatIds.join(', ')}.`,
    });
  });
});
