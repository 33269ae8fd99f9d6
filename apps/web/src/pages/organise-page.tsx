import type { SummitView } from '@plenary/protocol';
import { useState } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import { Link, useParams } from 'wouter';
import { fetchInvitations, fetchSummit } from '../api/plenary-api.ts';
import { LIST_MS, useCalm } from '../api/use-calm.ts';
import { useResource } from '../api/use-resource.ts';
import { useSummitEvents } from '../api/use-summit-events.ts';
import { InvitationSheet } from '../features/invitations/invitation-sheet.tsx';
import { InvitationsSection } from '../features/invitations/invitations-section.tsx';
import { AddGroup } from '../features/progress/add-group.tsx';
import { ProgressTable } from '../features/progress/progress-table.tsx';
import { Page } from '../ui/page.tsx';
import { Failure, Loading } from '../ui/states.tsx';
import { SummitNav } from '../ui/summit-nav.tsx';
import styles from './organise-page.module.css';

/** One screen for whoever runs the summit: how far every group is, and how people come in. */
export function OrganisePage() {
  const { t } = useTranslation();
  const { summit: slug = '' } = useParams();
  const { data, failure, refetch } = useResource(slug, (signal) => fetchSummit(slug, signal));
  useSummitEvents(data?.id, useCalm(refetch, LIST_MS));
  return (
    <Page
      title={t('organise.title')}
      width="wide"
      trail={data && <Link to={`/s/${slug}`}>{data.title}</Link>}
      bar={data && <SummitNav summit={data} />}
    >
      {data ? (
        <Organise summit={data} onChange={refetch} />
      ) : failure ? (
        <Failure failure={failure} onRetry={refetch} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

interface OrganiseProps {
  readonly summit: SummitView;
  readonly onChange: () => void;
}

function Organise({ summit, onChange }: OrganiseProps) {
  const { t } = useTranslation();
  const [sheet, setSheet] = useState(false);
  const invitations = useResource(summit.id, (signal) => fetchInvitations(summit.slug, signal));
  const inForce = invitations.data?.invitations.filter(({ revoked }) => !revoked) ?? [];
  if (sheet) return <InvitationSheet summit={summit} invitations={inForce} onClose={() => setSheet(false)} />;
  return (
    <div className={styles['page']}>
      <h1>{t('organise.title')}</h1>
      <section aria-labelledby="progress">
        <h2 id="progress">{t('organise.progress')}</h2>
        <ProgressTable summit={summit} />
        <AddGroup summit={summit} onAdded={onChange} />
      </section>
      {invitations.failure ? (
        <Failure failure={invitations.failure} onRetry={invitations.refetch} />
      ) : (
        <InvitationsSection
          summit={summit}
          invitations={inForce}
          onChange={invitations.refetch}
          onPrint={() => setSheet(true)}
        />
      )}
    </div>
  );
}
