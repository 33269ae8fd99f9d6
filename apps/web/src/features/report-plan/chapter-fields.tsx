import type { Gathering } from '@plenary/programme';
import { useReportingText } from '../../i18n/reporting-messages.ts';
import { chapterOf, withChapter } from './plan-changes.ts';
import type { PlanFieldsProps } from './plan-fields-props.ts';
import styles from './plan.module.css';

/** The chapters that bring the groups' outcomes together, and under what their entries stand. */
export function ChapterFields({ change, view: { chapters, plan } }: PlanFieldsProps) {
  const t = useReportingText();
  const kinds = chapters.map(({ kind }) => kind);
  return (
    <fieldset className={styles['group']}>
      <legend>{t('plan.synthesis')}</legend>
      <ul className={styles['items']}>
        {chapters.map(({ fields, kind, title }) => {
          const chapter = chapterOf(plan, kind);
          return (
            <li key={kind} className={styles['chapter']}>
              <label>
                <input
                  type="checkbox"
                  checked={chapter.shown}
                  onChange={({ currentTarget: { checked } }) =>
                    change((now) => withChapter(now, kinds, kind, { shown: checked }))
                  }
                />
                {title}
              </label>
              <select
                aria-label={t('plan.by', { title })}
                value={chapter.by}
                disabled={!chapter.shown}
                onChange={({ currentTarget: { value } }) =>
                  // The values are those of the options below.
                  change((now) => withChapter(now, kinds, kind, { by: value as Gathering }))
                }
              >
                <option value="none">{t('plan.byNone')}</option>
                <option value="theme">{t('plan.byTheme')}</option>
                {fields.map(({ field, label }) => (
                  <option key={field} value={`field:${field}`}>
                    {t('plan.byField', { field: label })}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
