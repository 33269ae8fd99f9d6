import { useId } from 'react';
import { useBlockServices } from './block-services.ts';
import styles from './picked-field.module.css';
import { SuggestionList } from './suggestion-list.tsx';
import { type ComboboxOptions, useCombobox } from './use-combobox.ts';

interface PickedFieldProps extends ComboboxOptions {
  readonly label: string;
  /** Shown softly while nothing is picked: "who?" */
  readonly missing: string;
  /** What a phone's keyboard is for. */
  readonly inputMode?: 'text' | 'url';
  /** Why the value cannot be what is asked for; undefined where it can. */
  readonly complain?: (value: string) => string | undefined;
}

/** A value picked on an outcome: a chip that can be typed in, or just a chip where the document is read-only. */
export function PickedField(props: PickedFieldProps) {
  const { editable } = useBlockServices();
  return editable ? <FieldInput {...props} /> : <FieldText {...props} />;
}

/** Longer is a sentence and belongs in the text of the outcome; addresses are longer. */
const MAX_LENGTH = 120;
const MAX_URL = 2000;

function FieldInput(props: PickedFieldProps) {
  const { label, value, missing, inputMode = 'text', complain } = props;
  const list = useId();
  const remark = useId();
  const { shown, offers, active, pick, input } = useCombobox(props);
  const complaint = value === null ? undefined : complain?.(value);
  return (
    <div className={styles['place']}>
      <label
        className={styles['field']}
        data-missing={shown === '' || undefined}
        data-wrong={complaint && true}
      >
        <span className={styles['label']}>{label}</span>
        <input
          className={styles['input']}
          type="text"
          inputMode={inputMode}
          role="combobox"
          aria-expanded={offers.length > 0}
          aria-controls={offers.length > 0 ? list : undefined}
          aria-activedescendant={offers[active] ? `${list}-${active}` : undefined}
          aria-autocomplete="list"
          aria-describedby={complaint === undefined ? undefined : remark}
          aria-invalid={complaint === undefined ? undefined : true}
          value={shown}
          placeholder={missing}
          maxLength={inputMode === 'url' ? MAX_URL : MAX_LENGTH}
          size={Math.max(shown.length, missing.length, 4)}
          autoComplete="off"
          {...input}
        />
      </label>
      <SuggestionList id={list} offers={offers} active={active} onPick={pick} />
      {complaint !== undefined && offers.length === 0 && (
        <span id={remark} className={styles['remark']}>
          {complaint}
        </span>
      )}
    </div>
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
