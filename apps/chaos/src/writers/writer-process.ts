/** A process of writers, started by `crew.ts`: `node writer-process.ts`, orders and news over IPC. */
import { createRandom } from '@plenary/testing';
import type { Crew, News, Order } from './messages.ts';
import { openSavedLog } from './saved-log.ts';
import { Writer } from './writer.ts';

let writers: readonly Writer[] = [];
let typing = true;
let announced = false;

process.on('message', (order: Order) => {
  switch (order.kind) {
    case 'start':
      return start(order.crew);
    case 'rest':
      typing = false;
      return announce();
    case 'report':
      return tell({ kind: 'report', replicas: writers.map((writer) => writer.report()) });
    case 'come-back':
      for (const writer of writers) writer.comeBack();
      return undefined;
    default:
      return order satisfies never;
  }
});
// The driver is gone: nobody reads what would be written.
process.once('disconnect', () => process.exit(0));

function start({ url, folder, seed, pauseMs, writers: plans }: Crew): void {
  writers = plans.map((plan, index) => {
    const random = createRandom(seed + index);
    const writer: Writer = new Writer(plan, url, openSavedLog(folder, plan.name), random, {
      saved(count) {
        tell({ kind: 'saved', count });
        announce();
      },
      mistreated: (reason) => tell({ kind: 'mistreated', writer: plan.name, reason }),
      storage: () => tell({ kind: 'storage' }),
    });
    const go = (): void => {
      if (!typing) return;
      writer.type();
      setTimeout(go, pauseMs * (0.25 + 1.5 * random.next()));
    };
    setTimeout(go, pauseMs * random.next());
    return writer;
  });
}

function announce(): void {
  if (typing || announced || writers.some(({ unsaved }) => unsaved > 0)) return;
  announced = true;
  tell({ kind: 'all-saved' });
}

function tell(news: News): void {
  process.send?.(news);
}
