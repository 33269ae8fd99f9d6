import { type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import styles from './select-field.module.css';

interface SelectFieldProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className' | 'id'> {
  readonly label: string;
  readonly children: ReactNode;
}

/** One of several, with its label above: the device's own control. */
export function SelectField({ label, children, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <select {...select} id={id} className={styles['select']}>
        {children}
      </select>
    </div>
  );
}
