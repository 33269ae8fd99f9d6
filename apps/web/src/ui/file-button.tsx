import { type ReactNode, useId } from 'react';
import button from './button.module.css';
import styles from './file-button.module.css';

interface FileButtonProps {
  /** Id of what it is a file for: its words alone do not tell one such button from another. */
  readonly of: string;
  /** Kinds of files, as HTML has them. */
  readonly accept: string;
  readonly disabled: boolean;
  readonly onChoose: (file: File) => void;
  readonly children: ReactNode;
}

/** A file field that looks like the other buttons and speaks the page's language, not the browser's. */
export function FileButton({ of, accept, disabled, onChoose, children }: FileButtonProps) {
  const words = useId();
  return (
    <span
      className={`${button['button']} ${button['plain']} ${styles['file']}`}
      data-disabled={disabled || undefined}
    >
      <span id={words} className={styles['words']}>
        {children}
      </span>
      <input
        type="file"
        aria-labelledby={`${of} ${words}`}
        accept={accept}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          if (chosen !== undefined) onChoose(chosen);
          // The same file, chosen once more after it was refused or removed, is a choice as well.
          currentTarget.value = '';
        }}
      />
    </span>
  );
}
