import type { MergeList } from '@plenary/protocol';
import { useState } from 'react';
import { Link } from 'wouter';
import { answerMerge } from '../../api/report-api.ts';
import { RequestFailed } from '../../api/request.ts';
import type { Resource } from '../../api/use-resource.ts';
import { useTranslation } from '../../i18n/i18n.ts';
import { useReportingText } from '../../i18n/reporting-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/states.tsx';
import styles from './merges.module.css';

interface MergesPanelProps {
  readonly slug: string;
  readonly merges: Resource<MergeList>;
}

/** Outcomes of several groups that nearly say the same, side by side; an organiser says whether they are one. */
export function MergesPanel({ merges, slug }: MergesPanelProps) {
  const { t: page } = useTranslation();
  const t = useReportingText();
  const [problem, setProblem] = useState('');
  const { data, failure, refetch } = merges;
  const answer = async (
    proposal: MergeList['proposals'][number],
    decision: 'open' | 'merge' | 'separate',
  ) => {
    setProblem('');
    try {
      await answerMerge(slug, proposal, decision);
    } catch (error) {
      setProblem((error instanceof RequestFailed && error.detail) || page('failure.unreachable'));
    }
    refetch();
  };
  if (!data)
    return failure ? <p role="alert">{failure.detail ?? page('failure.unreachable')}</p> : <Loading />;
  return (
    <>
      <p className={styles['about']}>{data.proposals.length === 0 ? t('merge.none') : t('merge.about')}</p>
      <p role="alert" className={styles['problem']}>
        {problem}
      </p>
      <ul className={styles['list']}>
        {data.proposals.map((proposal) => (
          <li key={proposal.sides.map(({ outcome }) => outcome).join(' ')}>
            <p className={styles['kind']}>
              {proposal.kindLabel} · {t('merge.alike', { percent: Math.round(proposal.likeness * 100) })}
            </p>
            {proposal.sides.map(({ group, outcome, text, title }) => (
              <blockquote key={outcome} className={styles['side']}>
                <p>{text}</p>
                <Link to={`/s/${slug}/g/${group}`}>{title}</Link>
              </blockquote>
            ))}
            {proposal.decision === 'open' ? (
              <p className={styles['ways']}>
                <Button look="primary" onClick={() => void answer(proposal, 'merge')}>
                  {t('merge.merge')}
                </Button>
                <Button onClick={() => void answer(proposal, 'separate')}>{t('merge.separate')}</Button>
              </p>
            ) : (
              <p className={styles['ways']}>
                <span>{t(proposal.decision === 'merge' ? 'merge.merged' : 'merge.separated')}</span>
                <Button look="quiet" onClick={() => void answer(proposal, 'open')}>
                  {t('merge.reopen')}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
