import type { GroupDetail } from '@plenary/protocol';
import { allows } from '@plenary/programme';
import { useTranslation } from '../i18n/i18n.ts';
import type { StandingView } from '../collab/use-group-session.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { SignIn } from '../ui/sign-in.tsx';
import { Remark } from '../ui/states.tsx';

interface GroupRemarksProps {
  readonly group: GroupDetail;
  readonly view: StandingView;
  readonly kept: boolean;
  readonly gaveUp: boolean;
}

/** What a person must know before they write here: signed, read-only, closed, or kept nowhere but in this tab. */
export function GroupRemarks({ group, view, kept, gaveUp }: GroupRemarksProps) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { end } = view;
  if (end !== undefined && end !== 'restart' && end !== 'reload') {
    return (
      <Remark tone="error" live>
        {t(`end.${end}`)}
      </Remark>
    );
  }
  if (gaveUp) {
    return (
      <Remark tone="error" live>
        <p>{t('end.refused')}</p>
        <p>
          <Button onClick={() => window.location.reload()}>{t('action.reload')}</Button>
        </p>
      </Remark>
    );
  }
  if (group.state === 'signed') {
    const { by = '', at } = group.signOff ?? {};
    return (
      <Remark tone="note" live>
        {at === undefined ? t('group.signed') : t('group.signedBy', { name: by, time: moment(at) })}
      </Remark>
    );
  }
  if (view.ready && !allows(group.access, 'write')) return <Remark tone="note">{t('group.readOnly')}</Remark>;
  return <NetworkRemark view={view} kept={kept} />;
}

/** What the network, or the want of it, means for the text. */
function NetworkRemark({ kept, view }: Pick<GroupRemarksProps, 'kept' | 'view'>) {
  const { t } = useTranslation();
  const { portal, ready, settled, unstored: isInTabOnly } = view;
  const isNowhere = kept && !ready;
  if (isNowhere && !settled) return null;
  if (portal) {
    return (
      <Remark tone="warning" live>
        <SignIn />
        <p>{t(isNowhere ? 'offline.notHere' : isInTabOnly ? 'saved.hint.unstored' : 'offline.portalKept')}</p>
      </Remark>
    );
  }
  if (isNowhere) {
    return (
      <Remark tone="warning" live>
        {t('offline.notHere')}
      </Remark>
    );
  }
  if (isInTabOnly) {
    return (
      <Remark tone="error" live>
        {t('saved.hint.unstored')}
      </Remark>
    );
  }
  return kept ? <Remark tone="note">{t('offline.copy')}</Remark> : null;
}
