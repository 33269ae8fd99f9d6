import type { RoomAddress } from '../load/address.ts';

/** A server that is measured: Plenary, or a peer beside it. */
export interface ServerKind {
  readonly name: string;
  /** What it is and how it is set up, for whoever reads the figures. */
  readonly about: string;
  /** `nothing`: a relay, which has nothing to give to a newcomer. */
  readonly holds: 'documents' | 'nothing';
  /** Starts it on a folder of its own; on one it has used before, it goes on with what is there. */
  start(options: StartOptions): Promise<StartedServer>;
}

export interface StartOptions {
  readonly folder: string;
  readonly rooms: number;
  /** How many people the writers of a room are. */
  readonly people: number;
  /** For Node. */
  readonly flags?: readonly string[];
}

export interface StartedServer {
  readonly pid: number;
  readonly rooms: readonly RoomAddress[];
  /** Megabytes after the garbage is out. */
  memory(): Promise<Memory>;
  /** Lets it end as its operator would. */
  stop(): Promise<void>;
  /** `kill -9`. */
  kill(): Promise<void>;
}

export interface Memory {
  /** What the program holds: heap and buffers. */
  readonly held: number;
  /** What the operating system has given to the process. */
  readonly resident: number;
}
