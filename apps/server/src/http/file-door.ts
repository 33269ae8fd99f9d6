import express, { type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { ProblemError } from '@plenary/protocol';
import { createPlaces } from './places.ts';

/** How much comes in, each number with its reason where the door is made. */
interface DoorLimits {
  /** Files a minute from one person: by person and never by address, which a whole venue may share. */
  readonly aMinute: number;
  /** Files of one person at a time. */
  readonly each: number;
  /** Files in memory at a time, from all; the others wait unread. */
  readonly all: number;
  readonly mostBytes: number;
  /** What is thrown when there are more. */
  readonly tooLarge: () => ProblemError;
}

/** Where files come in. */
export interface FileDoor {
  /**
   * Receives the body that somebody sends, who was let in before, and keeps its place while `work` is done with it: undefined
   * where there is no file. Throws `too-many-requests` before anything is received, and what a file too large is.
   */
  receive<T>(
    who: string,
    exchange: { readonly request: Request; readonly response: Response },
    work: (bytes: Uint8Array | undefined) => Promise<T>,
  ): Promise<T>;
}

/** A door for files, as they are. */
export function createFileDoor({ aMinute, each, all, mostBytes, tooLarge }: DoorLimits): FileDoor {
  const places = createPlaces({ all, each });
  const body = express.raw({ type: () => true, limit: mostBytes, inflate: false });
  const limiter = rateLimit({
    windowMs: 60_000,
    limit: aMinute,
    standardHeaders: false,
    legacyHeaders: false,
    validate: false,
    keyGenerator: (_request, response) => String(response.locals['person']),
    handler: (_request, response, next) => {
      response.set('Retry-After', '60');
      next(new ProblemError('too-many-requests'));
    },
  });

  return {
    async receive(who, { request, response }, work) {
      response.locals['person'] = who;
      await passed(limiter, request, response);
      const leave = await places.take(who);
      try {
        await passed(body, request, response).catch((error: unknown) => {
          throw error instanceof Error && Reflect.get(error, 'status') === 413 ? tooLarge() : error;
        });
        // JSON was taken for JSON before it came here, and no body is none.
        return await work(Buffer.isBuffer(request.body) ? request.body : undefined);
      } finally {
        leave();
      }
    },
  };
}

type Step = (request: Request, response: Response, next: (error?: unknown) => void) => unknown;

/** Runs one of Express's steps; rejects with what it would have handed on. */
async function passed(step: Step, request: Request, response: Response): Promise<void> {
  await new Promise<void>((done, fail) => {
    void step(request, response, (error) => (error === undefined ? done() : fail(error)));
  });
}
