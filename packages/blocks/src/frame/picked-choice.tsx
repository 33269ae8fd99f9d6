import { useBlockServices } from './block-services.ts';
import styles from './picked-field.module.css';

interface PickedChoiceProps {
  readonly label: string;
  readonly value: string | null;
  /** Shown softly while nothing is picked. */
  readonly missing: string;
  /** What there is to pick, in words, by the value that is written into the document. */
  readonly choices: Readonly<Record<string, string>>;
  readonly onPick: (value: string | null) => void;
}

/** A value picked from a few: the browser's own list, which every phone and screen reader knows how to open. */
export function PickedChoice({ label, value, missing, choices, onPick }: PickedChoiceProps) {
  const { editable } = useBlockServices();
  // Another program may have written something else: it is shown, and can be kept.
  const words = value === null || Object.hasOwn(choices, value) ? choices : { ...choices, [value]: value };
  if (!editable)
    return (
      <span className={styles['field']} data-missing={value === null || undefined}>
        <span className={styles['label']}>{label}</span>
        {value === null ? <span className={styles['missing']}>{missing}</span> : words[value]}
      </span>
    );
  return (
    <label className={styles['field']} data-missing={value === null || undefined}>
      <span className={styles['label']}>{label}</span>
      <select
        className={styles['select']}
        value={value ?? ''}
        onChange={({ target }) => onPick(target.value === '' ? null : target.value)}
      >
        <option value="">{missing}</option>
        {Object.entries(words).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
