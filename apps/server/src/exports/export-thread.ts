/**
 * The thread in which reports are compiled, and their files made, read back and audited: writers of the same server type
 * on meanwhile. Whoever types is served first: where a core is short, this thread and the processes it starts wait.
 */
import { constants, getPriority, platform, setPriority } from 'node:os';

/** A thread with this one gets a ninth of what one of the usual priority gets. */
const LOWER_PRIORITY = constants.priority.PRIORITY_BELOW_NORMAL;

// Elsewhere a priority is the whole server's; and nobody may raise one that is lower already.
if (platform() === 'linux' && getPriority() < LOWER_PRIORITY) setPriority(LOWER_PRIORITY);

// To read all the code that it runs takes a third of a second, which is to come last, too.
await import('./export-work.ts');
