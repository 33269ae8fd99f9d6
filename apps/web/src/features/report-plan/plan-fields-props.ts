import type { ReportPlan } from '@plenary/programme';
import type { PlanView } from '@plenary/protocol';

/** What every part of the panel works on. */
export interface PlanFieldsProps {
  readonly slug: string;
  readonly view: PlanView;
  readonly change: (how: (plan: ReportPlan) => ReportPlan) => void;
}
