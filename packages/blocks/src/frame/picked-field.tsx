import { type ChangeEvent, type KeyboardEvent, useId, useState } from 'react';
import { useBlockServices } from './block-services.ts';
import styles from './picked-field.module.css';

interface PickedFieldProps {
  readonly label: string;
  readonly value: string | null;
  /** Shown softly while nothing is picked: "who?" */
  readonly missing: string;
  readonly type?: 'text' | 'date';
  /** Offered while typing. */
  readonly suggestions?: readonly string[];
  /** How the value reads where it cannot be changed. */
  readonly format?: (value: string) => string;
  /** Called at every change, so that nothing typed is only on the screen. */
  readonly onPick: (value: string | null) => void;
}

/** A value picked on an outcome: a chip that can be typed in, or just a chip where the document is read-only. */
export function PickedField(props: PickedFieldProps) {
  const { editable } = useBlockServices();
  return editable ? <FieldInput {...props} /> : <FieldText {...props} />;
}

/** Longer is a sentence and belongs in the text of the outcome. */
const MAX_LENGTH = 120;

/** Years have four digits: without an end, a date typed fast gets a fifth. */
const LAST_DAY = '9999-12-31';

const NONE: readonly string[] = [];

function FieldInput({ label, value, missing, type = 'text', suggestions = NONE, onPick }: PickedFieldProps) {
  const list = useId();
  // While it is typed in, the input shows what is typed: the document answers a moment later, and writing its answer
  // into the input would move the caret.
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? value ?? '';

  function change({ target }: ChangeEvent<HTMLInputElement>) {
    setDraft(target.value);
    onPick(target.value === '' ? null : target.value);
  }

  function leave() {
    if (draft !== undefined && draft !== draft.trim()) onPick(draft.trim() || null);
    setDraft(undefined);
  }

  return (
    <label className={styles['field']} data-missing={shown === '' || undefined}>
      <span className={styles['label']}>{label}</span>
      {type === 'date' && shown === '' && <span className={styles['missing']}>{missing}</span>}
      <input
        className={styles['input']}
        type={type}
        value={shown}
        placeholder={missing}
        maxLength={MAX_LENGTH}
        max={type === 'date' ? LAST_DAY : undefined}
        size={Math.max(shown.length, missing.length, 4)}
        list={suggestions.length > 0 ? list : undefined}
        autoComplete="off"
        onChange={change}
        onBlur={leave}
        onKeyDown={leaveOnEnter}
      />
      {suggestions.length > 0 && (
        <datalist id={list}>
          {suggestions.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      )}
    </label>
  );
}

function FieldText({ label, value, missing, format }: PickedFieldProps) {
  return (
    <span className={styles['field']} data-missing={value === null || undefined}>
      <span className={styles['label']}>{label}</span>
      {value === null ? <span className={styles['missing']}>{missing}</span> : (format?.(value) ?? value)}
    </span>
  );
}

function leaveOnEnter(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key === 'Enter') event.currentTarget.blur();
}
