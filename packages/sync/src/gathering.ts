/** What frames are gathered in, as the gathering sees it. */
export interface Gatherer {
  /** Takes what was gathered. Does not throw. */
  takeGathered(): void;
}

/** While it is open, frames are gathered in their rooms; each takes its own when it closes. */
export class Gathering {
  #rooms: Set<Gatherer> | undefined;

  get isOpen(): boolean {
    return this.#rooms !== undefined;
  }

  /** The room has gathered something. */
  add(room: Gatherer): void {
    this.#rooms?.add(room);
  }

  /** Opens it, runs `task`, and closes it, whatever `task` does. One within another is part of it. */
  during(task: () => void): void {
    if (this.isOpen) return task();
    const rooms = new Set<Gatherer>();
    this.#rooms = rooms;
    try {
      task();
    } finally {
      this.#rooms = undefined;
      for (const room of rooms) room.takeGathered();
    }
  }
}
