import type { SectionView, SignOffView } from '@plenary/protocol';
import { useTranslation } from '../../i18n/i18n.ts';
import { useFormat } from '../../i18n/use-format.ts';
import styles from './sign-off.module.css';

interface SectionFactsProps {
  readonly section: SectionView;
  readonly signOff: SignOffView | undefined;
}

/** Characters of a fingerprint that people compare; the whole one is in its title. */
const SHOWN = 12;

/** Which version of a section this is, who wrote it, and who signed it. */
export function SectionFacts({ section, signOff }: SectionFactsProps) {
  const { t } = useTranslation();
  const { moment, number } = useFormat();
  return (
    <dl className={styles['facts']}>
      {signOff && (
        <div className={styles['signed']}>
          <dt>{t('review.signedBy')}</dt>
          <dd>
            {signOff.by}
            <br />
            {moment(signOff.at)}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('review.contributors')}</dt>
        <dd>{section.contributors.length > 0 ? section.contributors.join(', ') : t('review.nobody')}</dd>
      </div>
      <div>
        <dt>{t('review.words')}</dt>
        <dd>{number(section.words)}</dd>
      </div>
      <div>
        <dt>{t('review.version')}</dt>
        <dd>{number(section.seq)}</dd>
      </div>
      <div>
        <dt>{t('review.fingerprint')}</dt>
        <dd>
          <code title={section.hash}>{section.hash.slice(0, SHOWN)}</code>
        </dd>
      </div>
    </dl>
  );
}
