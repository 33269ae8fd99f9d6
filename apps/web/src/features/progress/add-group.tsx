import type { SummitView } from '@plenary/protocol';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../i18n/i18n.ts';
import { addGroup } from '../../api/plenary-api.ts';
import { RequestFailed } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './progress.module.css';

interface AddGroupProps {
  readonly summit: SummitView;
  readonly onAdded: () => void;
}

/** One more table, topic or host in a session. */
export function AddGroup({ summit, onAdded }: AddGroupProps) {
  const { t } = useTranslation();
  const sessions = summit.days.flatMap((day) => day.sessions);
  const [session, setSession] = useState(sessions[0]?.id ?? '');
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  async function add(): Promise<void> {
    setBusy(true);
    try {
      await addGroup(summit.slug, session, title.trim());
      setTitle('');
      setError(undefined);
      onAdded();
    } catch (failure) {
      setError((failure instanceof RequestFailed && failure.detail) || t('failure.unreachable'));
    } finally {
      setBusy(false);
    }
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (title.trim() === '') setError(t('organise.titleMissing'));
    else void add();
  }
  return (
    <details className={styles['add']}>
      <summary>{t('organise.addGroup')}</summary>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <SelectField
          label={t('organise.session')}
          value={session}
          onChange={({ target }) => setSession(target.value)}
        >
          {sessions.map(({ id, kindLabel, title: name }) => (
            <option key={id} value={id}>
              {name} – {kindLabel}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('organise.groupTitle')}
          value={title}
          maxLength={200}
          error={error}
          onChange={({ target }) => setTitle(target.value)}
        />
        <div>
          <Button type="submit" busy={busy}>
            {t('organise.add')}
          </Button>
        </div>
      </form>
    </details>
  );
}
