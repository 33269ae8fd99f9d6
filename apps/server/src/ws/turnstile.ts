/**
 * Lets so many tasks run at once, in the order they came; the others wait. Whoever waits costs a promise, whoever runs
 * costs the main thread and the database: a crowd at the door must not keep those inside from writing.
 */
export function createTurnstile(most: number): (task: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (task) => {
    if (free > 0) free -= 1;
    else
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    try {
      await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
