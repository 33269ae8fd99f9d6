import { Router, type NextFunction, type Request, type Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { ProblemError } from '@plenary/protocol';

/**
 * Wrong codes a minute from one address. A whole venue may share one address, so this is far above forty
 * people who mistype, and far below what guessing one of 25^8 codes would take.
 */
export const WRONG_CODES_A_MINUTE = 300;

export interface GuessingGuard {
  /** Before the routes: refuses everything from an address that has guessed too often. */
  readonly before: Router;
  /** After the routes: counts wrong codes, and nothing else. A hall that joins in one second is no attack. */
  readonly after: (error: unknown, request: Request, response: Response, next: NextFunction) => void;
}

/** Makes guessing invitation codes hopeless. */
export function guardAgainstGuessing(): GuessingGuard {
  const limiter = rateLimit({
    windowMs: 60_000,
    limit: WRONG_CODES_A_MINUTE,
    standardHeaders: false,
    legacyHeaders: false,
    // Without this a proxy's header, which is not believed here, is complained about on the console.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    keyGenerator: addressOf,
    handler: (_request, _response, next) => {
      next(new ProblemError('too-many-requests'));
    },
  });

  const before = Router();
  before.use(async (request, response, next) => {
    const seen = await limiter.getKey(addressOf(request));
    if (seen === undefined || seen.totalHits < WRONG_CODES_A_MINUTE) {
      next();
      return;
    }
    response.set('Retry-After', '60');
    throw new ProblemError('too-many-requests');
  });

  return {
    before,
    after(error, request, response, next) {
      if (!isWrongCode(error)) {
        next(error);
        return;
      }
      void limiter(request, response, (limited?: unknown) => next(limited ?? error));
    },
  };
}

function addressOf({ ip = '' }: Request): string {
  return ipKeyGenerator(ip);
}

function isWrongCode(error: unknown): boolean {
  return (
    error instanceof ProblemError && (error.code === 'code-unknown' || error.code === 'invitation-revoked')
  );
}
