import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useTranslation } from '../../i18n/i18n.ts';
import { Link } from 'wouter';
import type { ReportRemarks } from '../../api/plenary-api.ts';
import styles from './report.module.css';

interface RemarkListProps {
  readonly slug: string;
  readonly report: ReportRemarks;
}

const ICONS = { error: CircleAlert, warning: CircleAlert, note: Info } as const;

/** What the compiler remarks about the report, each with a way to its group. */
export function RemarkList({ slug, report }: RemarkListProps) {
  const { t } = useTranslation();
  const { diagnostics, outcomes } = report;
  return (
    <>
      <p className={styles['sum']}>{t('report.outcomes', { count: outcomes.length })}</p>
      {diagnostics.length === 0 && (
        <p className={styles['fine']}>
          <CircleCheck aria-hidden="true" size={18} /> {t('report.fine')}
        </p>
      )}
      <ul className={styles['list']}>
        {diagnostics.map(({ rule, severity, message, place }) => {
          const Icon = ICONS[severity];
          const key = `${rule} ${place?.group} ${place?.block} ${message}`;
          return (
            <li key={key} className={styles[severity]}>
              <Icon aria-hidden="true" size={18} />
              <div>
                <span className="visually-hidden">{t(`report.severity.${severity}`)} </span>
                {message}
                {place?.group !== undefined && (
                  <>
                    {' '}
                    <Link to={`/s/${slug}/g/${place.group}`}>{t('report.open')}</Link>
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
