import { Router } from 'express';
import { addPicture, mayBring, viewPicture } from '@plenary/operations';
import { MOST_PICTURE_BYTES, ProblemError } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { askerIn } from './asker.ts';
import { createFileDoor } from './file-door.ts';

/** Pictures a minute from one person: the album of a visit, dropped at once. */
export const PICTURES_A_MINUTE = 60;
/** Files that one person sends at a time: the page sends one after the other. */
export const UPLOADS_A_PERSON = 3;
/** Files in memory at a time, from all: 320 MB where each is as large as it may be. */
const UPLOADS = 16;

/** Pictures of a summit: brought by those who write in a group, seen by every member. */
export function pictureRoutes({ context }: Composition): Router {
  const routes = Router();
  const door = createFileDoor({
    aMinute: PICTURES_A_MINUTE,
    each: UPLOADS_A_PERSON,
    all: UPLOADS,
    mostBytes: MOST_PICTURE_BYTES,
    tooLarge: () => new ProblemError('picture-too-large'),
  });

  routes.post('/summits/:summit/groups/:group/pictures', async (request, response) => {
    const { summit, group } = request.params;
    const asker = await askerIn(context, request, summit);
    await mayBring(context, summit, group, asker);
    const added = await door.receive(asker.id, { request, response }, async (bytes) => {
      if (bytes === undefined) throw new ProblemError('picture-kind');
      return addPicture(context, summit, group, bytes, asker);
    });
    response.status(201).json(added);
  });

  routes.get('/summits/:summit/pictures/:picture', async (request, response) => {
    const { summit, picture: id } = request.params;
    const asker = await askerIn(context, request, summit);
    const { type, bytes } = await viewPicture(context, summit, id, asker);
    response
      .set({
        'Content-Type': type,
        // It is named by what it is, so it never changes; and it is for this browser alone.
        'Cache-Control': 'private, max-age=31536000, immutable',
        ETag: `"${id}"`,
        // Opened by itself it is a picture and nothing else, whatever a browser takes it for.
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Content-Disposition': 'inline',
      })
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  });

  return routes;
}
