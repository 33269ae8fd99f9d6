import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What one writer wrote, and what it was shown as saved; outlives the writer's process. */
export interface SavedLog {
  /** Called before the token is typed. */
  written(token: string): void;
  /** Called when the tokens are shown as saved; returns when that is on disk. */
  saved(tokens: readonly string[]): void;
  /** Called when an edit was refused and kept as a draft. */
  drafted(tokens: readonly string[]): void;
  /** Called when words of somebody else are on the screen. */
  seen(tokens: readonly string[]): void;
  close(): void;
}

/** Opens the log of a writer in a folder, to append. */
export function openSavedLog(folder: string, writer: string): SavedLog {
  const fd = openSync(join(folder, `${writer}${ENDING}`), 'a');
  const append = (kind: Kind, tokens: readonly string[]): void => {
    writeSync(fd, tokens.map((token) => `${kind} ${token}\n`).join(''));
  };
  return {
    written: (token) => append('written', [token]),
    saved(tokens) {
      append('saved', tokens);
      fsyncSync(fd);
    },
    drafted: (tokens) => append('drafted', tokens),
    seen: (tokens) => append('seen', tokens),
    close: () => closeSync(fd),
  };
}

/** What all writers of a run wrote. */
export interface Testimony {
  readonly written: ReadonlySet<string>;
  readonly saved: ReadonlySet<string>;
  readonly drafted: ReadonlySet<string>;
  /** By somebody else than who wrote it. */
  readonly seen: ReadonlySet<string>;
}

/** Reads the logs of all writers in a folder. A last line that was cut by a kill counts for nothing. */
export function readTestimony(folder: string): Testimony {
  const found: Record<Kind, Set<string>> = {
    written: new Set(),
    saved: new Set(),
    drafted: new Set(),
    seen: new Set(),
  };
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ENDING)) : [];
  for (const file of files) {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1);
    for (const line of lines) {
      const [kind, token] = line.split(' ');
      if (token !== undefined && isKind(kind)) found[kind].add(token);
    }
  }
  return found;
}

type Kind = 'written' | 'saved' | 'drafted' | 'seen';

const ENDING = '.tokens';

function isKind(text: string | undefined): text is Kind {
  return text === 'written' || text === 'saved' || text === 'drafted' || text === 'seen';
}
