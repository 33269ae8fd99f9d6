import type { RoomAddress } from './address.ts';
import { Connection } from './connection.ts';
import { createClientIds, createDice } from './random.ts';
import { Screens } from './screen.ts';
import { cursorFrame, Typist, updateFrame } from './typist.ts';

/** Who is to be in the rooms and how they type. */
export interface Crowd {
  readonly rooms: readonly RoomAddress[];
  /** In each room. */
  readonly writers: number;
  readonly readers: number;
  readonly keysPerSecond: number;
  /** Whether each key moves a caret that others are shown. */
  readonly cursors: boolean;
  readonly seed: number;
}

interface Writer {
  readonly typist: Typist;
  readonly connection: Connection;
  /** Other connections of the room: each key is delivered to so many. */
  readonly others: number;
  due: number;
}

/** So many handshakes at once while a crowd comes in: a queue at the door is no subject here. */
const AT_ONCE = 32;
/** Without a delivery for this long, what is missing does not come any more. */
const QUIET_MS = 2000;

/** The people of some rooms, all in this process: they connect, type at their pace, and what they see is counted. */
export class WritersAndReaders {
  readonly screens = new Screens();
  readonly lost: string[] = [];
  keys = 0;
  /** Deliveries that all keys so far should come to. */
  expected = 0;
  readonly #crowd: Crowd;
  readonly #writers: Writer[] = [];
  readonly #connections: Connection[] = [];
  readonly #dice: () => number;
  #timer: NodeJS.Timeout | undefined;

  private constructor(crowd: Crowd) {
    this.#crowd = crowd;
    this.#dice = createDice(crowd.seed);
  }

  /** Resolves when everybody is in, has the document, and every writer has begun a paragraph. */
  static async enter(crowd: Crowd): Promise<WritersAndReaders> {
    const people = new WritersAndReaders(crowd);
    const nextId = createClientIds(crowd.seed);
    const arrivals = crowd.rooms.flatMap((room) => [
      ...Array.from({ length: crowd.readers }, () => () => people.#enterReader(room)),
      ...Array.from({ length: crowd.writers }, (_, index) => {
        const typist = new Typist(nextId());
        return () => people.#enterWriter(room, index, typist);
      }),
    ]);
    for (let from = 0; from < arrivals.length; from += AT_ONCE)
      await Promise.all(arrivals.slice(from, from + AT_ONCE).map((arrive) => arrive()));
    for (const { typist, connection } of people.#writers) connection.send(updateFrame(typist.opening()));
    return people;
  }

  /** Everybody types at the pace of the crowd, each at moments of their own. */
  startTyping(): void {
    const interval = 1000 / this.#crowd.keysPerSecond;
    const now = performance.now();
    for (const writer of this.#writers) writer.due = now + this.#dice() * interval;
    this.#timer ??= setInterval(() => this.#typeWhatIsDue(interval), 1);
  }

  stopTyping(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Every writer presses one key. */
  pressAll(): void {
    for (const writer of this.#writers) this.#press(writer);
  }

  /** Resolves when every key is on every other screen, or nothing has arrived for a while. */
  async settled(): Promise<void> {
    let before = -1;
    let quietSince = performance.now();
    while (this.screens.deliveries < this.expected) {
      const now = performance.now();
      if (this.screens.deliveries !== before) quietSince = now;
      if (now - quietSince > QUIET_MS) return;
      before = this.screens.deliveries;
      await new Promise((resolve) => {
        setTimeout(resolve, 5);
      });
    }
  }

  leave(): void {
    this.stopTyping();
    for (const connection of this.#connections) connection.close();
  }

  async #enterReader(room: RoomAddress): Promise<void> {
    await this.#connect(room, room.reader, undefined);
  }

  async #enterWriter(room: RoomAddress, index: number, typist: Typist): Promise<void> {
    const token = room.writers[index % room.writers.length];
    const connection = await this.#connect(room, token, typist.client);
    const others = this.#crowd.writers + this.#crowd.readers - 1;
    this.screens.add(typist);
    this.#writers.push({ typist, connection, others, due: 0 });
  }

  async #connect(room: RoomAddress, token: string | undefined, own: number | undefined): Promise<Connection> {
    let isAnswered: (() => void) | undefined;
    const answered = new Promise<void>((resolve) => {
      isAnswered = resolve;
    });
    const connection = await Connection.open(room, token, {
      update: (update) => this.screens.receive(update, own, performance.now()),
      answer: () => isAnswered?.(),
      presence: (states) => {
        this.screens.presences += states;
        this.screens.presenceFrames += 1;
      },
      lost: (reason) => {
        this.lost.push(reason);
        // Whoever is turned away is not waited for.
        isAnswered?.();
      },
    });
    if (room.dialect.kind === 'relay') isAnswered?.();
    await answered;
    this.#connections.push(connection);
    return connection;
  }

  #typeWhatIsDue(interval: number): void {
    const now = performance.now();
    for (const writer of this.#writers) {
      if (writer.due > now) continue;
      this.#press(writer);
      // Nobody types like a clock: half to one and a half of the interval, the mean is kept.
      writer.due += interval * (0.5 + this.#dice());
    }
  }

  #press({ typist, connection, others }: Writer): void {
    const frame = updateFrame(typist.key());
    this.keys += 1;
    this.expected += others;
    this.screens.press(typist, performance.now());
    connection.send(frame);
    if (this.#crowd.cursors) connection.send(cursorFrame(typist.cursor()));
  }
}
