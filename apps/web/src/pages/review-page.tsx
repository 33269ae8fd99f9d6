import { allows } from '@plenary/programme';
import type { GroupDetail } from '@plenary/protocol';
import { useState } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import { Link, useParams } from 'wouter';
import { fetchGroup, fetchSection, reopen, signOff } from '../api/plenary-api.ts';
import { RequestFailed } from '../api/request.ts';
import { useResource } from '../api/use-resource.ts';
import { useSummitEvents } from '../api/use-summit-events.ts';
import { SectionFacts } from '../features/sign-off/section-facts.tsx';
import { ReopenControl, SignControl } from '../features/sign-off/sign-controls.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { GroupState } from '../ui/group-state.tsx';
import { HtmlFrame } from '../ui/html-frame.tsx';
import { Page } from '../ui/page.tsx';
import { Failure, Loading, Remark } from '../ui/states.tsx';
import styles from './review-page.module.css';

/** Where a rapporteur reads the exact version of a section and signs it. */
export function ReviewPage() {
  const { t } = useTranslation();
  const { summit = '', group = '' } = useParams();
  const detail = useResource(`${summit}/${group}`, (signal) => fetchGroup(summit, group, signal));
  const { data, failure, refetch } = detail;
  if (!data) {
    return (
      <Page title={t('review.title')}>
        {failure ? <Failure failure={failure} onRetry={refetch} /> : <Loading />}
      </Page>
    );
  }
  return <Review group={data} onChange={refetch} />;
}

interface ReviewProps {
  readonly group: GroupDetail;
  readonly onChange: () => void;
}

function Review({ group, onChange }: ReviewProps) {
  const { t } = useTranslation();
  const { id, summit } = group;
  const section = useResource(id, (signal) => fetchSection(summit.slug, id, signal));
  const [problem, setProblem] = useState<string>();
  const [newest, setNewest] = useState(group.seq);
  useSummitEvents(summit.id, (hint) => {
    if (hint.type === 'missed') onChange();
    if (hint.type !== 'group' || hint.group !== id) return;
    setNewest(hint.seq);
    if (hint.signed !== (group.state === 'signed') || hint.epoch !== group.epoch) onChange();
  });

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      const failed = error instanceof RequestFailed ? error : new RequestFailed('unreachable', undefined);
      setProblem(failed.detail ?? t('failure.unreachable'));
    }
    // Whatever happened, the page shows the version there is now; a text that moved on is read anew.
    section.refetch();
    onChange();
  }

  const document = `/s/${summit.slug}/g/${id}`;
  const signed = group.state === 'signed';
  const moved = !signed && section.data !== undefined && newest > section.data.seq;
  return (
    <Page
      title={`${t('review.title')} · ${group.title}`}
      width="wide"
      trail={
        <>
          <Link to={`/s/${summit.slug}`}>{summit.title}</Link> ·{' '}
          {group.sessionTitle === group.title ? group.sessionKindLabel : group.sessionTitle}
        </>
      }
      bar={<ButtonLink to={document}>{t('review.back')}</ButtonLink>}
    >
      <div className={styles['columns']}>
        <header className={styles['head']}>
          <p className={styles['kind']}>{t('review.title')}</p>
          <h1 lang={group.lang}>{group.title}</h1>
          <GroupState state={group.state} />
        </header>
        <div className={styles['side']}>
          {problem !== undefined && (
            <Remark tone="error" live>
              {problem}
            </Remark>
          )}
          {moved && (
            <Remark tone="warning" live>
              {t('review.moved')}{' '}
              <button type="button" className={styles['reload']} onClick={section.refetch}>
                {t('review.readNew')}
              </button>
            </Remark>
          )}
          {section.data && <SectionFacts section={section.data} signOff={group.signOff} />}
          {section.data && !signed && allows(group.access, 'sign') && (
            <SignControl
              title={group.title}
              onSign={() => {
                const { seq = 0, hash = '' } = section.data ?? {};
                return attempt(() => signOff(summit.slug, id, { seq, hash }));
              }}
            />
          )}
          {signed && allows(group.access, 'organise') && (
            <ReopenControl onReopen={() => attempt(() => reopen(summit.slug, id))} />
          )}
        </div>
        <div className={styles['section']}>
          {section.data ? (
            <HtmlFrame fit html={section.data.html} title={t('review.section', { title: group.title })} />
          ) : section.failure ? (
            <Failure failure={section.failure} onRetry={section.refetch} />
          ) : (
            <Loading />
          )}
        </div>
      </div>
    </Page>
  );
}
