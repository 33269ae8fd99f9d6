import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '../../i18n/i18n.ts';
import { reportFilePath } from '../../api/plenary-api.ts';
import { request, RequestFailed } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import styles from './report.module.css';

/** The formats a report can be taken along in. */
const FORMATS = ['pdf', 'html', 'docx', 'odt', 'md', 'json'] as const;

interface DownloadButtonsProps {
  readonly slug: string;
  readonly lang: string;
}

/** Fetches the report as a file. A report that would lose words is not produced; the reason is then said here. */
export function DownloadButtons({ slug, lang }: DownloadButtonsProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<string>();
  async function download(format: string): Promise<void> {
    setBusy(format);
    setProblem(undefined);
    try {
      const response = await request(reportFilePath(slug, format, lang), { lang });
      save(await response.blob(), fileName(response) ?? `${slug}.${format}`);
    } catch (failure) {
      setProblem((failure instanceof RequestFailed && failure.detail) || t('failure.unreachable'));
    } finally {
      setBusy(undefined);
    }
  }
  return (
    <>
      {FORMATS.map((format) => (
        <Button key={format} busy={busy === format} onClick={() => void download(format)}>
          <Download aria-hidden="true" size={18} />
          {t(`report.formats.${format}`)}
        </Button>
      ))}
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
    </>
  );
}

/** The name the server gives the file. */
function fileName(response: Response): string | undefined {
  return /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun by then; what it saves it keeps.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
