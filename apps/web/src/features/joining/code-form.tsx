import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../i18n/i18n.ts';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './joining.module.css';

interface CodeFormProps {
  /** A code that led nowhere, to be mended rather than typed again. */
  readonly typed?: string;
}

/** Asks for an invitation's code and goes to what it leads to. */
export function CodeForm({ typed: before = '' }: CodeFormProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [code, setCode] = useState(before);
  const [missing, setMissing] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    const typed = code.trim();
    setMissing(typed === '');
    if (typed !== '') navigate(`/join/${encodeURIComponent(typed)}`);
  }
  return (
    <form className={styles['code']} onSubmit={submit} noValidate>
      <TextField
        label={t('home.code')}
        code
        name="code"
        value={code}
        placeholder="K7MP-3XQ9"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        error={missing ? t('home.codeMissing') : undefined}
        onChange={({ target }) => setCode(target.value)}
      />
      <Button look="primary" type="submit">
        {t('home.join')}
      </Button>
    </form>
  );
}
