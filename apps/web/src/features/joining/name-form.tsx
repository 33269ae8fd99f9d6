import type { InvitationPreview, Joined } from '@plenary/protocol';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../i18n/i18n.ts';
import { useLocation } from 'wouter';
import { joinSummit } from '../../api/plenary-api.ts';
import { RequestFailed } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './joining.module.css';

interface NameFormProps {
  readonly codeOrToken: string;
  readonly invitation: InvitationPreview;
}

/** Asks for a name and joins; whoever is already someone here goes on as that person with one press. */
export function NameForm({ codeOrToken, invitation }: NameFormProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const known = invitation.me?.name;
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function join(as: string): Promise<void> {
    if (busy) return;
    if (as.trim() === '') {
      setError(t('join.nameMissing'));
      return;
    }
    setBusy(true);
    try {
      navigate(addressOf(await joinSummit(codeOrToken, as)));
    } catch (failure) {
      setError((failure instanceof RequestFailed && failure.detail) || t('failure.unreachable'));
      setBusy(false);
    }
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    void join(name);
  }

  if (known !== undefined) {
    return (
      <div className={styles['form']}>
        <Button look="primary" busy={busy} onClick={() => void join(known)}>
          {t('join.continueAs', { name: known })}
        </Button>
        <p role="alert">{error}</p>
      </div>
    );
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <TextField
        label={t('join.name')}
        hint={t('join.nameHint')}
        name="name"
        value={name}
        autoComplete="name"
        autoCapitalize="words"
        enterKeyHint="go"
        error={error}
        onChange={({ target }) => setName(target.value)}
      />
      <Button look="primary" type="submit" busy={busy}>
        {t('join.submit')}
      </Button>
    </form>
  );
}

function addressOf({ group, summit }: Joined): string {
  const start = `/s/${encodeURIComponent(summit.slug)}`;
  return group === undefined ? start : `${start}/g/${encodeURIComponent(group)}`;
}
