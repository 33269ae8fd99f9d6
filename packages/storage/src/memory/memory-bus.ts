import type { DocumentHead, UpdateBus, UpdateBusListener } from '@plenary/sync';

/** A bus between servers of one process: for tests, and for trying out several over one store. */
export function createMemoryBus(): { connect(): UpdateBus } {
  const ends = new Set<ReadonlySet<UpdateBusListener>>();

  return {
    connect() {
      const listeners = new Set<UpdateBusListener>();
      ends.add(listeners);
      return {
        announce(head) {
          for (const end of ends) if (end !== listeners) for (const listener of end) tell(listener, head);
        },
        listen(listener) {
          // An object of its own, so that one that listens twice is stopped once.
          const own: UpdateBusListener = {
            moved: (head) => listeners.has(own) && listener.moved(head),
            missed: () => listeners.has(own) && listener.missed(),
          };
          listeners.add(own);
          return () => {
            listeners.delete(own);
          };
        },
      };
    },
  };
}

/** In a turn of its own, since whoever announces is in the midst of a commit. */
function tell(listener: UpdateBusListener, head: DocumentHead): void {
  queueMicrotask(() => {
    try {
      listener.moved(head);
    } catch {
      // The mistake of a guest; the others must hear all the same.
    }
  });
}
