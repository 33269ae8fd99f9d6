import type { GroupDetail } from '@plenary/protocol';
import { useTranslation } from '../i18n/i18n.ts';
import styles from './group-workspace.module.css';

/** The group's title and its guiding question, above the text. */
export function GroupHead({ group }: { readonly group: GroupDetail }) {
  const { t } = useTranslation();
  return (
    <header className={styles['head']}>
      <p className={styles['kind']}>
        {group.sessionKindLabel} · {group.dayTitle}
      </p>
      <h1 lang={group.lang}>{group.title}</h1>
      {group.question !== undefined && (
        <div className={styles['guiding']}>
          <p className={styles['label']}>{t('group.question')}</p>
          <p className={styles['words']} lang={group.lang}>
            {group.question}
          </p>
        </div>
      )}
    </header>
  );
}
