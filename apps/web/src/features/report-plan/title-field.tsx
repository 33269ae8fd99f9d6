import { useEffect, useRef } from 'react';
import styles from './plan.module.css';

interface TitleFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** A title that is taken when one leaves the field or presses Enter, and not with every letter. */
export function TitleField({ disabled = false, label, onChange, placeholder, value }: TitleFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What somebody is typing here is not taken away by what others change.
    if (field.current && field.current !== document.activeElement) field.current.value = value;
  }, [value]);
  const take = (text: string) => {
    if (text !== value) onChange(text);
  };
  return (
    <input
      ref={field}
      className={styles['title']}
      aria-label={label}
      defaultValue={value}
      placeholder={placeholder}
      disabled={disabled}
      maxLength={LONGEST}
      onBlur={({ currentTarget }) => take(currentTarget.value)}
      onKeyDown={({ currentTarget, key }) => {
        if (key === 'Enter') take(currentTarget.value);
        if (key === 'Escape') currentTarget.value = value;
      }}
    />
  );
}

/** As long as a line of a table of contents can be; the server refuses longer ones. */
const LONGEST = 300;
