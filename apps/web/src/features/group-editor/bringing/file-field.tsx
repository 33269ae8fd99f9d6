import { IMPORT_ENDINGS } from '@plenary/protocol';
import { FileUp } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWritingText } from '../../../i18n/writing-messages.ts';
import styles from './bring-dialog.module.css';

interface FileFieldProps {
  readonly file: File | undefined;
  readonly disabled: boolean;
  /** What is wrong with the file; it stays chosen. */
  readonly error: string | undefined;
  readonly onChoose: (file: File) => void;
}

/** A file that is chosen, or dropped here. */
export function FileField({ file, disabled, error, onChoose }: FileFieldProps) {
  const t = useWritingText();
  const { lang } = useFormat();
  const id = useId();
  const [isOver, setOver] = useState(false);

  useStayingOnPage();

  return (
    <>
      <div className={styles['zone']} data-over={isOver || undefined} data-disabled={disabled || undefined}>
        <FileUp aria-hidden="true" size={26} strokeWidth={1.7} />
        <span className={styles['name']}>{file?.name ?? t('bring.choose')}</span>
        <span id={`${id}-hint`} className={styles['hint']}>
          {file === undefined ? t('bring.kinds') : `${sizeOf(file.size, lang)} · ${t('bring.other')}`}
        </span>
        <input
          type="file"
          aria-label={file?.name ?? t('bring.choose')}
          accept={IMPORT_ENDINGS.join(',')}
          disabled={disabled}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.files?.[0];
            // Whoever changes their mind in the dialog of the device keeps the file they had.
            if (chosen !== undefined) onChoose(chosen);
          }}
        />
      </div>
      <p id={`${id}-error`} role="alert" className={styles['error']}>
        {error}
      </p>
    </>
  );
}

/** A file that is dropped beside the field must not take the place of the page, as browsers have it. */
function useStayingOnPage(): void {
  useEffect(() => {
    const controller = new AbortController();
    const stay = (event: DragEvent) => {
      const isField = event.target instanceof HTMLInputElement && event.target.type === 'file';
      if (!isField || event.target.disabled) event.preventDefault();
    };
    for (const kind of ['dragover', 'drop'] as const)
      window.addEventListener(kind, stay, { signal: controller.signal });
    return () => controller.abort();
  }, []);
}

function sizeOf(bytes: number, lang: string): string {
  const [unit, value] = bytes < MEGA ? ['kilobyte', bytes / KILO] : ['megabyte', bytes / MEGA];
  const style = { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(lang, style).format(Math.max(value, 0.1));
}

const KILO = 1000;
const MEGA = 1_000_000;
