import type { ReportPlan } from '@plenary/programme';
import type { PlanView } from '@plenary/protocol';
import { useCallback, useEffect, useRef, useState } from 'react';
import { changePlan, fetchPlan } from '../../api/report-api.ts';
import { RequestFailed } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { useSummitEvents } from '../../api/use-summit-events.ts';

/** The plan as it is shown: with the changes that are on their way to the server. */
export interface EditedPlan {
  readonly view: PlanView | undefined;
  /** What went wrong: somebody else was faster, or a sentence; empty where there is none to be had. */
  readonly problem: 'moved' | { readonly detail: string } | undefined;
  /** Counts the changes the server has taken. */
  readonly saves: number;
  readonly change: (how: (plan: ReportPlan) => ReportPlan) => void;
}

/**
 * Changes are shown at once and sent one after the other, each on the version the server gave last. When somebody else was
 * faster, theirs is shown and one's own is to be made again: two people must not undo each other unseen.
 */
export function usePlan(slug: string, summit: string): EditedPlan {
  const { data, failure, refetch } = useResource(`plan/${slug}`, (signal) => fetchPlan(slug, signal));
  const [view, setView] = useState<PlanView>();
  const [problem, setProblem] = useState<EditedPlan['problem']>();
  const [saves, setSaves] = useState(0);
  const latest = useRef<PlanView>(undefined);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const pending = useRef(0);

  const show = useCallback((next: PlanView): void => {
    latest.current = next;
    setView(next);
  }, []);
  useEffect(() => {
    // What is on its way is newer than what was fetched meanwhile.
    if (data && pending.current === 0) show(data);
  }, [data, show]);
  useSummitEvents(summit, ({ type }) => {
    if (type === 'report' || type === 'programme') refetch();
  });

  const change: EditedPlan['change'] = (how) => {
    const now = latest.current;
    if (!now) return;
    setProblem(undefined);
    show({ ...now, plan: copy(how(now.plan)) });
    pending.current += 1;
    queue.current = send(queue.current, latest.current?.plan ?? now.plan);
  };

  const send = async (before: Promise<void>, plan: PlanView['plan']): Promise<void> => {
    await before;
    try {
      const taken = await changePlan(slug, { version: latest.current?.version ?? 0, plan });
      setSaves((count) => count + 1);
      pending.current -= 1;
      // Changes made meanwhile are still on their way, and stay in sight.
      show(pending.current === 0 ? taken : { ...taken, plan: latest.current?.plan ?? taken.plan });
    } catch (error) {
      pending.current -= 1;
      const moved = error instanceof RequestFailed && error.code === 'plan-moved-on';
      setProblem(moved ? 'moved' : { detail: (error instanceof RequestFailed && error.detail) || '' });
      refetch();
    }
  };
  return {
    view,
    problem: problem ?? (failure && !view ? { detail: failure.detail ?? '' } : undefined),
    saves,
    change,
  };
}

/** The protocol's plan is the programme's without `readonly`. */
function copy(plan: ReportPlan): PlanView['plan'] {
  return structuredClone(plan) as PlanView['plan'];
}
