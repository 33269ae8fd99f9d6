import { type InputHTMLAttributes, useId } from 'react';
import styles from './text-field.module.css';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id'> {
  readonly label: string;
  /** What is wrong with what was typed: read aloud, and tied to the field. */
  readonly error?: string | undefined;
  readonly hint?: string;
  /** A code to be typed in: large, spaced, upper case. */
  readonly code?: boolean;
}

/** A line to type in, with its label above and what is wrong below. */
export function TextField({ label, error, hint, code = false, ...input }: TextFieldProps) {
  const id = useId();
  const described = [hint !== undefined ? `${id}-hint` : '', error !== undefined ? `${id}-error` : '']
    .join(' ')
    .trim();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      <input
        {...input}
        id={id}
        className={`${styles['input']} ${code ? styles['code'] : ''}`}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={described === '' ? undefined : described}
      />
      <p id={`${id}-error`} role="alert" className={styles['error']}>
        {error}
      </p>
    </div>
  );
}
