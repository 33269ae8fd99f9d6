import { DEFAULT_PLAN, type Group, type ReportPlan, type Summit } from '@plenary/programme';
import { frontOrder } from './front-parts.ts';
import { programmeOrder } from './programme-order.ts';

/** The documents a report of this summit tells of, in its order: those before the sections, then the groups'. */
export function documentsTold(summit: Summit, plan: ReportPlan = DEFAULT_PLAN): readonly Group[] {
  return [
    ...frontOrder(summit, plan).printed,
    ...programmeOrder(summit, plan).placed.map(({ group }) => group),
  ];
}
