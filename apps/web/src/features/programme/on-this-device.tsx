import type { GroupDetail, SummitView } from '@plenary/protocol';
import { Link } from 'wouter';
import { keptUnder } from '../../api/kept-answers.ts';
import { useTranslation } from '../../i18n/i18n.ts';
import { SignInIfAsked } from '../../ui/sign-in.tsx';
import { Remark } from '../../ui/states.tsx';
import styles from './on-this-device.module.css';

/** Without a network: that it is missing, and the documents that this person has opened here and can go on writing in. */
export function OnThisDevice({ summit }: { readonly summit: SummitView }) {
  const { t } = useTranslation();
  // Under this path the program keeps nothing else.
  const groups = keptUnder(localStorage, `/${summit.slug}/`) as readonly GroupDetail[];
  return (
    <div className={styles['place']}>
      <Remark tone="note">
        <p>{t('offline.programme')}</p>
        <SignInIfAsked />
        {groups.length > 0 && (
          <ul className={styles['list']} aria-label={t('offline.documents')}>
            {groups.map(({ id, lang, title }) => (
              <li key={id} lang={lang}>
                <Link to={`/s/${summit.slug}/g/${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
        )}
      </Remark>
    </div>
  );
}
