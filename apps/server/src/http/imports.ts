import { Router, type Request } from 'express';
import { importFile, mayBring } from '@plenary/operations';
import { MOST_IMPORT_BYTES, ProblemError } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { askerIn } from './asker.ts';
import { createFileDoor } from './file-door.ts';
import { langOf } from './problem.ts';

/** Files a minute from one person: somebody who brings the notes of a day one by one looks at each. */
export const IMPORTS_A_MINUTE = 10;
/** The page sends one and waits for what came of it. */
const IMPORTS_A_PERSON = 1;
/** Files in memory at a time, from all: 160 MB where each is as large as it may be. They are read one after the other. */
const IMPORTS = 4;

/** Files that a group brings along, added to its document by whoever writes in it. */
export function importRoutes({ context }: Composition): Router {
  const routes = Router();
  const door = createFileDoor({
    aMinute: IMPORTS_A_MINUTE,
    each: IMPORTS_A_PERSON,
    all: IMPORTS,
    mostBytes: MOST_IMPORT_BYTES,
    tooLarge: () => new ProblemError('file-too-large'),
  });

  routes.post('/summits/:summit/groups/:group/import', async (request, response) => {
    const { summit, group } = request.params;
    const asker = await askerIn(context, request, summit);
    await mayBring(context, summit, group, asker);
    const name = nameIn(request);
    const imported = await door.receive(asker.id, { request, response }, async (bytes) => {
      if (bytes === undefined) throw new ProblemError('file-missing');
      return importFile(context, summit, group, { name, bytes, wordsIn: langOf(request) }, asker);
    });
    response.status(201).json(imported);
  });

  return routes;
}

/** The file's name, whose ending says what it is. */
function nameIn({ query }: Request): string {
  const { name } = query;
  if (typeof name !== 'string' || name === '') throw new ProblemError('file-missing');
  return name.slice(-MOST_NAME);
}

/** No system has longer names; the name is said again when the file cannot be read. */
const MOST_NAME = 255;
