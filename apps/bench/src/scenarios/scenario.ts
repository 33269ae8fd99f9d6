import type { Case } from '../report/figures.ts';
import type { ServerKind, StartedServer } from '../servers/server-kind.ts';

/** A load that servers are put under, and what is read off them. */
export interface Scenario {
  readonly name: string;
  /** What is done and measured, for whoever reads the figures. */
  readonly about: string;
  /** `documents`: relays cannot take part. */
  readonly needs: 'documents' | 'nothing';
  /** Why it cannot be run here; undefined when it can. */
  unavailable?(): string | undefined;
  /** One run against one kind of server. */
  run(run: Run): Promise<readonly Case[]>;
}

/** One run of a scenario against one kind of server. */
export interface Run {
  readonly kind: ServerKind;
  /** Everything small and short: shows that it works and nothing else. */
  readonly quick: boolean;
  /** How long what is measured lasts. */
  readonly seconds: number;
  readonly seed: number;
  /** A fresh folder, removed after the run. */
  readonly folder: string;
  /** Starts the server on the folder; it is killed after the run at the latest. */
  readonly start: (rooms: number, people: number) => Promise<StartedServer>;
}
