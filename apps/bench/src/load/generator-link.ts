import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startNode } from '../node-process.ts';
import type { CheckingJob, ServedClocks } from './checking.ts';
import type { FillingJob } from './filling.ts';
import type { Answer, Order } from './generator.ts';
import type { JoiningFigures, JoiningJob } from './joining.ts';
import type { TypingFigures, TypingJob } from './typing.ts';

const ENTRY = fileURLToPath(new URL('./generator.ts', import.meta.url));

/** A load in a process of its own, prepared and waiting. */
export interface RemoteLoad<Figures> {
  begin(): Promise<void>;
  /** Gives the figures and ends the process. */
  end(): Promise<Figures>;
}

export function generate(job: TypingJob): Promise<RemoteLoad<TypingFigures>>;
export function generate(job: JoiningJob): Promise<RemoteLoad<JoiningFigures>>;
export function generate(job: FillingJob): Promise<RemoteLoad<{ readonly bytes: number }>>;
export function generate(job: CheckingJob): Promise<RemoteLoad<ServedClocks>>;
/** Starts a generator on the load's core and resolves when the load is ready to begin. */
export async function generate(
  job: TypingJob | JoiningJob | FillingJob | CheckingJob,
): Promise<RemoteLoad<unknown>> {
  const child = startNode({ entry: ENTRY, core: 'load' });
  try {
    await ask(child, { step: 'prepare', job });
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    begin: async () => {
      await ask(child, { step: 'begin' });
    },
    end: async () => {
      try {
        return await ask(child, { step: 'end' });
      } finally {
        child.kill('SIGKILL');
      }
    },
  };
}

async function ask(child: ChildProcess, order: Order): Promise<unknown> {
  const answered = Promise.withResolvers<Answer>();
  const onExit = (): void => answered.reject(new Error(`The load generator ended during “${order.step}”.`));
  child.once('message', (answer: Answer) => answered.resolve(answer));
  child.once('exit', onExit);
  child.send(order);
  try {
    const answer = await answered.promise;
    if (!answer.ok) throw new Error(answer.error);
    return answer.figures;
  } finally {
    child.off('exit', onExit);
    child.removeAllListeners('message');
  }
}
