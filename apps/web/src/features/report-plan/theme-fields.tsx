import { Trash2 } from 'lucide-react';
import { useReportingText } from '../../i18n/reporting-messages.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { underTheme, withTheme } from './plan-changes.ts';
import type { PlanFieldsProps } from './plan-fields-props.ts';
import styles from './plan.module.css';
import { TitleField } from './title-field.tsx';

/** Whether the parts are days or themes, and which session stands under which theme. */
export function ThemeFields({ change, view: { plan, sessions } }: PlanFieldsProps) {
  const t = useReportingText();
  return (
    <fieldset className={styles['group']}>
      <legend>{t('plan.arrangement')}</legend>
      <div className={styles['line']}>
        {(['days', 'themes'] as const).map((arrangement) => (
          <label key={arrangement}>
            <input
              type="radio"
              name="arrangement"
              checked={plan.arrangement === arrangement}
              onChange={() => change((now) => ({ ...now, arrangement }))}
            />
            {t(`plan.${arrangement}`)}
          </label>
        ))}
      </div>
      {plan.arrangement === 'themes' && (
        <>
          <ul className={styles['items']}>
            {plan.themes.map(({ id, title }) => (
              <li key={id} className={styles['item']}>
                <TitleField
                  label={t('plan.themeTitle')}
                  value={title}
                  onChange={(next) =>
                    change((now) => ({
                      ...now,
                      themes: now.themes.map((theme) =>
                        theme.id === id && next.trim() !== '' ? { ...theme, title: next.trim() } : theme,
                      ),
                    }))
                  }
                />
                <Button
                  look="quiet"
                  aria-label={t('plan.removeTheme', { title })}
                  onClick={() =>
                    change((now) => ({ ...now, themes: now.themes.filter((theme) => theme.id !== id) }))
                  }
                >
                  <Trash2 aria-hidden="true" size={18} />
                </Button>
              </li>
            ))}
          </ul>
          <Button onClick={() => change((now) => withTheme(now, newThemeId(), t('plan.newTheme')))}>
            {t('plan.addTheme')}
          </Button>
          {plan.themes.length > 0 &&
            sessions.map(({ id, title }) => (
              <SelectField
                key={id}
                label={t('plan.themeOf', { title })}
                value={plan.themes.find((theme) => theme.sessions.includes(id))?.id ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  change((now) => underTheme(now, id, value === '' ? undefined : value))
                }
              >
                <option value="">{t('plan.noTheme')}</option>
                {plan.themes.map((theme) => (
                  <option key={theme.id} value={theme.id}>
                    {theme.title}
                  </option>
                ))}
              </SelectField>
            ))}
        </>
      )}
    </fieldset>
  );
}

function newThemeId(): string {
  return `theme-${crypto.randomUUID().slice(0, 8)}`;
}
