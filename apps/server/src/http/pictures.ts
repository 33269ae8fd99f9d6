import express, { Router, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { addPicture, mayAddPicture, viewPicture } from '@plenary/operations';
import { MOST_PICTURE_BYTES, ProblemError } from '@plenary/protocol';
import type { Composition } from '../compose.ts';
import { askerIn } from './asker.ts';
import { createPlaces } from './places.ts';

/**
 * Pictures a minute from one person: the album of a visit, dropped at once. By person and never by address, which a
 * whole venue may share.
 */
export const PICTURES_A_MINUTE = 60;
/** Files that one person sends at a time: the page sends one after the other. */
export const UPLOADS_A_PERSON = 3;
/** Files in memory at a time, from all: 320 MB where each is as large as it may be. The others wait unread. */
const UPLOADS = 16;

/** Pictures of a summit: brought by those who write in a group, seen by every member. */
export function pictureRoutes({ context }: Composition): Router {
  const routes = Router();
  const places = createPlaces({ all: UPLOADS, each: UPLOADS_A_PERSON });
  const limiter = rateLimit({
    windowMs: 60_000,
    limit: PICTURES_A_MINUTE,
    standardHeaders: false,
    legacyHeaders: false,
    validate: false,
    keyGenerator: (_request, response) => String(response.locals['person']),
    handler: (_request, response, next) => {
      response.set('Retry-After', '60');
      next(new ProblemError('too-many-requests'));
    },
  });

  routes.post('/summits/:summit/groups/:group/pictures', async (request, response) => {
    const { summit, group } = request.params;
    const asker = await askerIn(context, request, summit);
    await mayAddPicture(context, summit, group, asker);
    response.locals['person'] = asker.id;
    await passed(limiter, request, response);
    const leave = await places.take(asker.id);
    try {
      const bytes = await fileOf(request, response);
      response.status(201).json(await addPicture(context, summit, group, bytes, asker));
    } finally {
      leave();
    }
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

const body = express.raw({ type: () => true, limit: MOST_PICTURE_BYTES, inflate: false });

/** The file that is sent. Throws `picture-too-large`, and `picture-kind` where none is. */
async function fileOf(request: Request, response: Response): Promise<Uint8Array> {
  try {
    await passed(body, request, response);
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'status') === 413)
      throw new ProblemError('picture-too-large');
    throw error;
  }
  // JSON was taken for JSON before it came here, and no body is none.
  if (!Buffer.isBuffer(request.body)) throw new ProblemError('picture-kind');
  return request.body;
}

type Step = (request: Request, response: Response, next: (error?: unknown) => void) => unknown;

/** Runs one of Express's steps; rejects with what it would have handed on. */
async function passed(step: Step, request: Request, response: Response): Promise<void> {
  await new Promise<void>((done, fail) => {
    void step(request, response, (error) => (error === undefined ? done() : fail(error)));
  });
}
