/** What stands before a task that is done, in every format: a sign that can be read aloud, copied and searched for. */
export const TASK_DONE = '☑';
/** What stands before a task that is not done. */
export const TASK_OPEN = '☐';

/** The sign of a task. */
export function taskSign(checked: boolean): string {
  return checked ? TASK_DONE : TASK_OPEN;
}
