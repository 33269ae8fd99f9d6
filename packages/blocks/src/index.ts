/** The outcome blocks, without their views: what each is, how it reads, and the editor's commands. */
export { changeOutcome, insertOutcome, toggleOutcome, unwrapOutcome } from './commands.ts';
export { blocks, isKind } from './registry.ts';
export type { AnyOutcome, Kind } from './registry.ts';
