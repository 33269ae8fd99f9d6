import { allows } from '@plenary/programme';
import { SCHEMA_VERSION } from '@plenary/document';
import type { GroupDetail } from '@plenary/protocol';
import { useState } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import { useParams } from 'wouter';
import { fetchGroup } from '../api/plenary-api.ts';
import { useResource } from '../api/use-resource.ts';
import { type SummitHint, useSummitEvents } from '../api/use-summit-events.ts';
import { RequestFailed } from '../api/request.ts';
import { Page } from '../ui/page.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { GroupWorkspace } from './group-workspace.tsx';
import { OutdatedPage } from './outdated-page.tsx';

/** A group's document. Nothing is bound to it before the server's schema is known to be this page's. */
export function GroupPage() {
  const { t } = useTranslation();
  const { summit = '', group = '' } = useParams();
  const { data, failure, kept, refetch } = useResource(
    `${summit}/${group}`,
    (signal) => fetchGroup(summit, group, signal),
    ({ me, summit: { id } }) => ({ summit: id, person: me.id }),
  );
  const { attempt, restart } = useRestart(data, refetch);
  useSummitEvents(data?.summit.id, (hint) => {
    if (data && concerns(hint, data)) refetch();
  });
  if (!data) {
    return (
      <Page title={t('group.page')}>
        {failure ? <Failure failure={failure} onRetry={refetch} /> : <Loading />}
      </Page>
    );
  }
  if (data.schema !== SCHEMA_VERSION) return <OutdatedPage title={data.title} />;
  if (!allows(data.access, 'read')) {
    return (
      <Page title={data.title}>
        <Failure failure={new RequestFailed('forbidden', t('group.noAccess'))} />
      </Page>
    );
  }
  return <GroupWorkspace key={data.id} group={data} kept={kept} attempt={attempt} onRestart={restart} />;
}

/** A session that ended begins again once the group has been asked for afresh: its epoch and state may be new. */
function useRestart(data: GroupDetail | undefined, refetch: () => void) {
  const [attempt, setAttempt] = useState(0);
  const [old, setOld] = useState<GroupDetail>();
  if (old && data && old !== data) {
    setOld(undefined);
    setAttempt(attempt + 1);
  }
  const restart = () => {
    setOld(data);
    refetch();
  };
  return { attempt, restart };
}

/** Typing makes an event a moment; only what changes the page is worth a request. */
function concerns(hint: SummitHint, group: GroupDetail): boolean {
  if (hint.type === 'missed') return true;
  if (hint.type !== 'group' || hint.group !== group.id) return false;
  return hint.epoch !== group.epoch || hint.signed !== (group.state === 'signed');
}
