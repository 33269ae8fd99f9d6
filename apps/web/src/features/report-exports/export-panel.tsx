import type { FormatList } from '@plenary/protocol';
import { CircleAlert, CircleCheck, Download, LoaderCircle, TriangleAlert, X } from 'lucide-react';
import { fetchFormats } from '../../api/report-api.ts';
import { useResource } from '../../api/use-resource.ts';
import { useTranslation } from '../../i18n/i18n.ts';
import { useReportingText } from '../../i18n/reporting-messages.ts';
import { Button } from '../../ui/button.tsx';
import styles from './export-panel.module.css';
import { type AskedExport, type Exports, useExports } from './use-exports.ts';

interface ExportPanelProps {
  readonly slug: string;
  readonly lang: string;
}

/** Every format of the report: asked for, watched while it is made beside everything else, given up or saved. */
export function ExportPanel({ lang, slug }: ExportPanelProps) {
  const { t: page } = useTranslation();
  const t = useReportingText();
  const { data, failure: unlisted } = useResource(`formats/${slug}`, (signal) => fetchFormats(slug, signal));
  const exports = useExports(slug);
  const failure = exports.failure ?? (unlisted && (unlisted.detail ?? ''));
  return (
    <>
      <p className={styles['about']}>{t('export.about')}</p>
      <ul className={styles['list']}>
        {data?.formats.map((format) => (
          <FormatRow key={format.id} format={format} lang={lang} exports={exports} />
        ))}
      </ul>
      <p role="alert" className={styles['problem']}>
        {failure === '' ? page('failure.unreachable') : failure}
      </p>
    </>
  );
}

interface FormatRowProps {
  readonly format: FormatList['formats'][number];
  readonly lang: string;
  readonly exports: Exports;
}

function FormatRow({ exports, format: { id, label }, lang }: FormatRowProps) {
  const t = useReportingText();
  const job = exports.jobs.find(({ format }) => format === id);
  const isActive = job !== undefined && job.stage !== 'done' && job.stage !== 'failed';
  return (
    <li className={styles['row']}>
      <span className={styles['label']}>{label}</span>
      {isActive ? (
        <Button
          look="quiet"
          aria-label={t('export.cancelFormat', { format: label })}
          onClick={() => exports.cancel(job)}
        >
          <X aria-hidden="true" size={18} /> {t('export.cancel')}
        </Button>
      ) : (
        <Button
          look="quiet"
          aria-label={t('export.makeFormat', { format: label })}
          onClick={() => exports.begin(id, lang)}
        >
          <Download aria-hidden="true" size={18} /> {t('export.make')}
        </Button>
      )}
      <p role="status" className={styles['stage']} data-stage={job?.stage}>
        {job && <Stage job={job} />}
      </p>
      {job?.stage === 'done' && (
        <button type="button" className={styles['again']} onClick={() => exports.save(job)}>
          {job.fileName}
        </button>
      )}
    </li>
  );
}

function Stage({ job: { lang, problem, remarks, stage } }: { readonly job: AskedExport }) {
  const t = useReportingText();
  const Icon = stage === 'done' ? CircleCheck : stage === 'failed' ? CircleAlert : LoaderCircle;
  return (
    <>
      <Icon aria-hidden="true" size={16} /> {t(`export.stage.${stage}`)}
      {problem !== undefined && <span className={styles['reason']}> {problem}</span>}
      {remarks?.map((remark) => (
        <span key={remark} lang={lang} className={styles['remark']}>
          <TriangleAlert aria-hidden="true" size={16} /> {remark}
        </span>
      ))}
    </>
  );
}
