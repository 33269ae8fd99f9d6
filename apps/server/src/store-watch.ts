import { StorageError } from '@plenary/storage';
import type { Clock } from '@plenary/sync';
import type { Telemetry } from './telemetry.ts';

/** A full disk fails every write of everybody; one line in this time says it all. */
const REPEAT_MS = 60_000;

export interface StoreWatch {
  /** The same store; what fails in it is told here first, then to the caller as before. */
  over<Store extends object>(store: Store): Store;
  /** Resolves when the store can never write again: the program has to leave and recover from its log. */
  readonly broken: Promise<StorageError>;
}

/**
 * Tells the operator when the disk fails. A full disk is said and waited out, since nothing of a refused batch
 * was stored and a later one can succeed. After a failed read or write of the disk itself nothing is tried again.
 */
export function watchStore(
  log: { error(line: object, message: string): void },
  telemetry: Pick<Telemetry, 'storeFailed'>,
  clock: Pick<Clock, 'now'>,
): StoreWatch {
  const said = new Map<string, number>();
  let tellBroken: (error: StorageError) => void;
  const broken = new Promise<StorageError>((resolve) => {
    tellBroken = resolve;
  });

  const failed = (error: StorageError): void => {
    telemetry.storeFailed(error.name);
    if (error.name === 'StorageBroken') tellBroken(error);
    const last = said.get(error.name);
    // Either way: a clock that was set back must not keep the operator in the dark for an hour.
    if (last !== undefined && Math.abs(clock.now() - last) < REPEAT_MS) return;
    said.set(error.name, clock.now());
    log.error({ kind: error.name }, error.message);
  };

  return {
    broken,
    over: (store) =>
      new Proxy(store, {
        get(target, name) {
          const method: unknown = Reflect.get(target, name);
          if (typeof method !== 'function') return method;
          return async (...args: readonly unknown[]): Promise<unknown> => {
            try {
              return await Reflect.apply(method, target, args);
            } catch (error) {
              if (error instanceof StorageError) failed(error);
              throw error;
            }
          };
        },
      }),
  };
}
