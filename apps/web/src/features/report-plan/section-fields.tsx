import { inPlannedOrder, type ReportPlan } from '@plenary/programme';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useReportingText } from '../../i18n/reporting-messages.ts';
import { moved, shown, titled } from './plan-changes.ts';
import type { PlanFieldsProps } from './plan-fields-props.ts';
import styles from './plan.module.css';
import { TitleField } from './title-field.tsx';

/** Sessions and their groups: in which order, under which titles, or not at all. */
export function SectionFields({ change, view: { plan, sessions } }: PlanFieldsProps) {
  const t = useReportingText();
  const all = sessions.map(({ id }) => id);
  return (
    <fieldset className={styles['group']}>
      <legend>{t('plan.sections')}</legend>
      <ul className={styles['items']}>
        {inPlannedOrder(sessions, ({ id }) => id, plan.sessions.order).map((session) => {
          const groups = session.groups.map(({ id }) => id);
          return (
            <li key={session.id}>
              <Item
                id={session.id}
                own={session.title}
                items={plan.sessions}
                all={all}
                onChange={(how) => change((now) => ({ ...now, sessions: how(now.sessions) }))}
              />
              {/* One group is its session's section. */}
              {groups.length > 1 && (
                <ul className={styles['items']}>
                  {inPlannedOrder(session.groups, ({ id }) => id, plan.groups.order).map((group) => (
                    <li key={group.id}>
                      <Item
                        id={group.id}
                        own={group.title}
                        items={plan.groups}
                        all={groups}
                        onChange={(how) => change((now) => ({ ...now, groups: how(now.groups) }))}
                      />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

interface ItemProps {
  readonly id: string;
  /** The title it has in the programme. */
  readonly own: string;
  readonly items: ReportPlan['sessions'];
  /** Those it stands among, in the order of the programme. */
  readonly all: readonly string[];
  readonly onChange: (how: (items: ReportPlan['sessions']) => ReportPlan['sessions']) => void;
}

function Item({ all, id, items, onChange, own }: ItemProps) {
  const t = useReportingText();
  const title = items.titles[id] ?? own;
  const isShown = !items.leftOut.includes(id);
  return (
    <div className={styles['item']}>
      <input
        type="checkbox"
        aria-label={t('plan.shown', { title })}
        checked={isShown}
        onChange={({ currentTarget: { checked } }) => onChange((now) => shown(now, id, checked))}
      />
      <TitleField
        label={t('plan.titleOf', { title: own })}
        value={title}
        placeholder={own}
        disabled={!isShown}
        onChange={(next) => onChange((now) => titled(now, id, next, own))}
      />
      <button
        type="button"
        aria-label={t('plan.up', { title })}
        onClick={() => onChange((now) => moved(now, all, id, -1))}
      >
        <ArrowUp aria-hidden="true" size={16} />
      </button>
      <button
        type="button"
        aria-label={t('plan.down', { title })}
        onClick={() => onChange((now) => moved(now, all, id, 1))}
      >
        <ArrowDown aria-hidden="true" size={16} />
      </button>
      {!isShown && <span className={styles['out']}>{t('plan.leftOut')}</span>}
    </div>
  );
}
