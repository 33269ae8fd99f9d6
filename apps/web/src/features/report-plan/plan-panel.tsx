import { useTranslation } from '../../i18n/i18n.ts';
import { useReportingText } from '../../i18n/reporting-messages.ts';
import { Loading } from '../../ui/states.tsx';
import { ChapterFields } from './chapter-fields.tsx';
import { FrontFields } from './front-fields.tsx';
import { LookFields } from './look-fields.tsx';
import styles from './plan.module.css';
import { SectionFields } from './section-fields.tsx';
import { ThemeFields } from './theme-fields.tsx';
import { usePlan } from './use-plan.ts';

interface PlanPanelProps {
  readonly slug: string;
  /** The summit's id, for its events. */
  readonly summit: string;
}

/** How the report is put together; every change is kept at once. */
export function PlanPanel({ slug, summit }: PlanPanelProps) {
  const { t: page } = useTranslation();
  const t = useReportingText();
  const { change, problem, saves, view } = usePlan(slug, summit);
  const fields = view && { slug, view, change };
  return (
    <>
      <p role="status" className={styles['saved']} key={saves}>
        {saves > 0 && problem === undefined && t('plan.saved')}
      </p>
      <p role="alert" className={styles['problem']}>
        {problem === 'moved' ? t('plan.moved') : problem && (problem.detail || page('failure.unreachable'))}
      </p>
      {fields ? (
        <>
          <ThemeFields {...fields} />
          <SectionFields {...fields} />
          <FrontFields {...fields} />
          <ChapterFields {...fields} />
          <LookFields {...fields} />
        </>
      ) : (
        problem === undefined && <Loading />
      )}
    </>
  );
}
