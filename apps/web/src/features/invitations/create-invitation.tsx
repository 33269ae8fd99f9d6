import type { InvitationView, SummitView } from '@plenary/protocol';
import { type FormEvent, useState } from 'react';
import { useTranslation } from '../../i18n/i18n.ts';
import { createInvitation } from '../../api/plenary-api.ts';
import { RequestFailed } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import styles from './invitations.module.css';

interface CreateInvitationProps {
  readonly summit: SummitView;
  readonly onCreated: () => void;
}

/** The roles an invitation can give, the commonest first. */
const ROLES: readonly InvitationView['role'][] = ['participant', 'rapporteur', 'reader', 'organiser'];

/** Makes an invitation for a role, in the whole summit or in one group. */
export function CreateInvitation({ summit, onCreated }: CreateInvitationProps) {
  const { t } = useTranslation();
  const [role, setRole] = useState<InvitationView['role']>('participant');
  const [group, setGroup] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  async function create(): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await createInvitation(summit.slug, role, group === '' ? undefined : group);
      onCreated();
    } catch (failure) {
      setProblem((failure instanceof RequestFailed && failure.detail) || t('failure.unreachable'));
    } finally {
      setBusy(false);
    }
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void create();
  }
  return (
    <form className={styles['create']} onSubmit={submit}>
      <SelectField
        label={t('invitation.role')}
        value={role}
        onChange={({ target }) => setRole(ROLES.find((known) => known === target.value) ?? 'participant')}
      >
        {ROLES.map((name) => (
          <option key={name} value={name}>
            {t(`role.${name}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('invitation.for')}
        value={group}
        onChange={({ target }) => setGroup(target.value)}
      >
        <option value="">{t('invitation.wholeSummit')}</option>
        {summit.days.flatMap(({ sessions }) =>
          sessions
            .filter(({ groups }) => groups.length > 0)
            .map((session) => (
              <optgroup key={session.id} label={session.title}>
                {session.groups.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </optgroup>
            )),
        )}
      </SelectField>
      <Button type="submit" busy={busy}>
        {t('invitation.create')}
      </Button>
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
    </form>
  );
}
