import { crash } from './crash.ts';
import { idle } from './idle.ts';
import { join } from './join.ts';
import { large } from './large.ts';
import { morning } from './morning.ts';
import { plenary } from './plenary.ts';
import { saturation } from './saturation.ts';
import type { Scenario } from './scenario.ts';

/** All of them, in the order they are run. */
export const scenarios: readonly Scenario[] = [morning, plenary, saturation, crash, join, idle, large];
