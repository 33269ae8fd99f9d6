import { PenLine } from 'lucide-react';
import { Link } from 'wouter';
import { useReportingText } from '../../i18n/reporting-messages.ts';
import type { PlanFieldsProps } from './plan-fields-props.ts';
import styles from './plan.module.css';

/** What stands before the sections, each a document to write together, and what stands at the end. */
export function FrontFields({ change, slug, view: { front, plan } }: PlanFieldsProps) {
  const t = useReportingText();
  return (
    <>
      <fieldset className={styles['group']}>
        <legend>{t('plan.front')}</legend>
        {(['editorial', 'summary'] as const).map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={plan.front[part]}
              onChange={({ currentTarget: { checked } }) =>
                change((now) => ({ ...now, front: { ...now.front, [part]: checked } }))
              }
            />
            {t(`plan.${part}`)}
          </label>
        ))}
        <p className={styles['line']}>
          {front.map(({ id, title }) => (
            <Link key={id} to={`/s/${slug}/g/${id}`} aria-label={t('plan.writeWhat', { title })}>
              <PenLine aria-hidden="true" size={16} /> {title}
            </Link>
          ))}
        </p>
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>{t('plan.annexes')}</legend>
        {(['participants', 'speakers', 'organisations', 'provenance'] as const).map((annex) => (
          <label key={annex}>
            <input
              type="checkbox"
              checked={plan.annexes[annex]}
              onChange={({ currentTarget: { checked } }) =>
                change((now) => ({ ...now, annexes: { ...now.annexes, [annex]: checked } }))
              }
            />
            {t(`plan.${annex}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}
