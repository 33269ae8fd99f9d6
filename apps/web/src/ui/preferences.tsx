import { Settings2 } from 'lucide-react';
import { type ChangeEvent, useId, useState } from 'react';
import { chooseLanguage, useTranslation } from '../i18n/i18n.ts';
import { LANGUAGES, languageOf } from '../i18n/translate.ts';
import styles from './preferences.module.css';
import { chooseTheme, chosenTheme, THEMES } from './theme.ts';

/** Language and theme of this device, in a small panel that any click outside or Escape closes. */
export function Preferences() {
  const { lang: language, t } = useTranslation();
  const [theme, setTheme] = useState(chosenTheme);
  const panel = useId();
  function changeTheme({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = THEMES.find((known) => known === target.value) ?? 'system';
    chooseTheme(chosen);
    setTheme(chosen);
  }
  return (
    <>
      <button
        type="button"
        className={styles['opener']}
        popoverTarget={panel}
        aria-label={t('preferences.title')}
      >
        <Settings2 aria-hidden="true" size={20} strokeWidth={1.75} />
      </button>
      <div id={panel} popover="auto" className={styles['panel']}>
        <fieldset className={styles['group']}>
          <legend>{t('preferences.language')}</legend>
          {Object.entries(LANGUAGES).map(([tag, name]) => (
            <label key={tag} lang={tag} className={styles['choice']}>
              <input
                type="radio"
                name="language"
                checked={tag === language}
                onChange={() => chooseLanguage(languageOf(tag))}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <fieldset className={styles['group']}>
          <legend>{t('preferences.theme')}</legend>
          {THEMES.map((name) => (
            <label key={name} className={styles['choice']}>
              <input type="radio" name="theme" value={name} checked={name === theme} onChange={changeTheme} />
              {t(`preferences.themes.${name}`)}
            </label>
          ))}
        </fieldset>
      </div>
    </>
  );
}
