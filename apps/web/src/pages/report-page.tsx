import type { SummitView } from '@plenary/protocol';
import { useState } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import { Link, useParams } from 'wouter';
import { fetchSummit, type ReportRemarks } from '../api/plenary-api.ts';
import { fetchMerges } from '../api/report-api.ts';
import { useCalm } from '../api/use-calm.ts';
import { useResource } from '../api/use-resource.ts';
import { useSummitEvents } from '../api/use-summit-events.ts';
import { PublishPanel } from '../features/publication/publish-panel.tsx';
import { ExportPanel } from '../features/report-exports/export-panel.tsx';
import { MergesPanel } from '../features/report-merges/merges-panel.tsx';
import { PlanPanel } from '../features/report-plan/plan-panel.tsx';
import { RemarkList } from '../features/report/remark-list.tsx';
import { useLiveReport } from '../features/report/use-live-report.ts';
import { type InterfaceLanguage, LANGUAGES, languageOf } from '../i18n/translate.ts';
import { useReportingText } from '../i18n/reporting-messages.ts';
import { HtmlFrame } from '../ui/html-frame.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
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
            </div>
          </div>
          <LiveReport summit={data} lang={lang} />
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
  readonly summit: SummitView;
  readonly lang: InterfaceLanguage;
}

function LiveReport({ lang, summit }: LiveReportProps) {
  const { t } = useTranslation();
  const { html, remarks, failure, refetch } = useLiveReport(summit.slug, summit.id, lang);
  return (
    <div className={styles['columns']}>
      <div className={styles['preview']}>
        {failure && html !== undefined && (
          <Remark tone="error" live>
            {failure.detail ?? t('failure.unreachable')}
          </Remark>
        )}
        {html !== undefined ? (
          <div className={styles['frame']}>
            <HtmlFrame html={html} title={t('report.preview')} />
          </div>
        ) : failure ? (
          <Failure failure={failure} onRetry={refetch} />
        ) : (
          <Loading />
        )}
      </div>
      <div className={styles['side']}>
        <Panels summit={summit} lang={lang} remarks={remarks} />
      </div>
    </div>
  );
}

/** What can be done with the report; putting it together and publishing it are the organisers'. */
function Panels({
  lang,
  remarks,
  summit,
}: LiveReportProps & { readonly remarks: ReportRemarks | undefined }) {
  const { t: page } = useTranslation();
  const t = useReportingText();
  const { id, me, slug } = summit;
  const organises = me.memberships.some(({ role }) => role === 'organiser');
  return (
    <>
      <Panel title={t('export.title')} open>
        <ExportPanel slug={slug} lang={lang} />
      </Panel>
      {organises && (
        <>
          <Panel title={t('publish.title')}>
            <PublishPanel slug={slug} summit={id} lang={lang} />
          </Panel>
          <Panel title={t('plan.title')}>
            <PlanPanel slug={slug} summit={id} />
          </Panel>
          <Merges slug={slug} summit={id} />
        </>
      )}
      <Panel
        title={page('report.remarksTitle')}
        sum={remarks && page('report.remarks', { count: remarks.diagnostics.length })}
        open
      >
        {remarks && <RemarkList slug={slug} report={remarks} />}
      </Panel>
    </>
  );
}

/** Groups write on; proposals are looked for again when they have paused for so long. */
const MERGES_QUIET_MS = 5_000;

function Merges({ slug, summit }: { readonly slug: string; readonly summit: string }) {
  const t = useReportingText();
  const merges = useResource(`merges/${slug}`, (signal) => fetchMerges(slug, signal));
  const calmly = useCalm(merges.refetch, MERGES_QUIET_MS);
  useSummitEvents(summit, ({ type }) => {
    if (type !== 'presence') calmly();
  });
  const open = merges.data?.proposals.filter(({ decision }) => decision === 'open').length ?? 0;
  return (
    <Panel title={t('merge.title')} sum={open > 0 ? t('merge.open', { count: open }) : undefined}>
      <MergesPanel slug={slug} merges={merges} />
    </Panel>
  );
}
