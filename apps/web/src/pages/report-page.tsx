import { useState } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import { Link, useParams } from 'wouter';
import { fetchSummit } from '../api/plenary-api.ts';
import { useResource } from '../api/use-resource.ts';
import { DownloadButtons } from '../features/report/download-buttons.tsx';
import { RemarkList } from '../features/report/remark-list.tsx';
import { useLiveReport } from '../features/report/use-live-report.ts';
import { type InterfaceLanguage, LANGUAGES, languageOf } from '../i18n/translate.ts';
import { HtmlFrame } from '../ui/html-frame.tsx';
import { Page } from '../ui/page.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Failure, Loading, Remark } from '../ui/states.tsx';
import { SummitNav } from '../ui/summit-nav.tsx';
import styles from './report-page.module.css';

/** The report as it stands now, and the ways to take it along. */
export function ReportPage() {
  const { t } = useTranslation();
  const { summit: slug = '' } = useParams();
  const summit = useResource(slug, (signal) => fetchSummit(slug, signal));
  const { data, failure, refetch } = summit;
  const [chosen, setChosen] = useState<InterfaceLanguage>();
  const lang = chosen ?? data?.lang ?? 'fr';
  return (
    <Page
      title={t('report.title')}
      width="wide"
      trail={data && <Link to={`/s/${slug}`}>{data.title}</Link>}
      bar={data && <SummitNav summit={data} />}
    >
      {data ? (
        <>
          <div className={styles['head']}>
            <h1>{t('report.title')}</h1>
            <div className={styles['controls']}>
              <SelectField
                label={t('report.language')}
                value={lang}
                onChange={({ target }) => setChosen(languageOf(target.value))}
              >
                {Object.entries(LANGUAGES).map(([tag, name]) => (
                  <option key={tag} value={tag} lang={tag}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <DownloadButtons slug={slug} lang={lang} />
            </div>
          </div>
          <LiveReport slug={slug} summit={data.id} lang={lang} />
        </>
      ) : failure ? (
        <Failure failure={failure} onRetry={refetch} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

interface LiveReportProps {
  readonly slug: string;
  readonly summit: string;
  readonly lang: InterfaceLanguage;
}

function LiveReport({ slug, summit, lang }: LiveReportProps) {
  const { t } = useTranslation();
  const { html, remarks, failure, refetch } = useLiveReport(slug, summit, lang);
  if (html === undefined) return failure ? <Failure failure={failure} onRetry={refetch} /> : <Loading />;
  return (
    <div className={styles['columns']}>
      <div className={styles['preview']}>
        {failure && (
          <Remark tone="error" live>
            {failure.detail ?? t('failure.unreachable')}
          </Remark>
        )}
        <div className={styles['frame']}>
          <HtmlFrame html={html} title={t('report.preview')} />
        </div>
      </div>
      <div className={styles['side']}>{remarks && <RemarkList slug={slug} report={remarks} />}</div>
    </div>
  );
}
