import type { PublicationView } from '@plenary/protocol';
import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { fetchPublication, publish, withdrawPublication } from '../../api/report-api.ts';
import { RequestFailed } from '../../api/request.ts';
import { useCalm } from '../../api/use-calm.ts';
import { useResource } from '../../api/use-resource.ts';
import { useSummitEvents } from '../../api/use-summit-events.ts';
import { useTranslation } from '../../i18n/i18n.ts';
import { useReportingText } from '../../i18n/reporting-messages.ts';
import { type InterfaceLanguage, LANGUAGES } from '../../i18n/translate.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './publish-panel.module.css';

interface PublishPanelProps {
  readonly slug: string;
  /** The summit's id, for its events. */
  readonly summit: string;
  readonly lang: InterfaceLanguage;
}

/** Sections change all the time while people write; how many have is not urgent. */
const QUIET_MS = 3_000;

/** Whether the report is published, how far behind the groups it is, and the way to publish or withdraw it. */
export function PublishPanel({ lang, slug, summit }: PublishPanelProps) {
  const { t: page } = useTranslation();
  const t = useReportingText();
  const { data, failure, refetch } = useResource(`publication/${slug}`, (signal) =>
    fetchPublication(slug, signal),
  );
  const calmly = useCalm(refetch, QUIET_MS);
  useSummitEvents(summit, ({ type }) => {
    if (type !== 'presence') calmly();
  });
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');

  const act = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true);
    setSaid('');
    setProblem('');
    try {
      await work();
      setSaid(done);
    } catch (error) {
      setProblem((error instanceof RequestFailed && error.detail) || page('failure.unreachable'));
    }
    setBusy(false);
    refetch();
  };
  const published = data?.publication;
  return (
    <>
      {published ? (
        <Published publication={published} />
      ) : (
        <p className={styles['about']}>
          {t('publish.never')} {t('publish.about')}
        </p>
      )}
      {data && (
        <PublishForm
          key={published?.at ?? ''}
          published={published}
          lang={lang}
          busy={busy}
          onPublish={(langs, findable) =>
            void act(() => publish(slug, { langs: [...langs], findable }), t('publish.published'))
          }
          onWithdraw={() => void act(() => withdrawPublication(slug), t('publish.withdrawn'))}
        />
      )}
      <p role="status" className={styles['said']}>
        {said}
      </p>
      <p role="alert" className={styles['problem']}>
        {problem || (failure && !data && (failure.detail ?? page('failure.unreachable')))}
      </p>
    </>
  );
}

function Published({ publication: { at, behind, by, url } }: { readonly publication: PublicationView }) {
  const t = useReportingText();
  const { moment } = useFormat();
  return (
    <>
      <p className={styles['about']}>
        {t('publish.at', { name: by, time: moment(at) })}{' '}
        {behind === 0 ? t('publish.upToDate') : t('publish.behind', { count: behind })}
      </p>
      <p className={styles['address']}>
        <a href={url} target="_blank" rel="noreferrer">
          {url} <ExternalLink aria-label={t('publish.open')} size={16} />
        </a>
      </p>
      <p className={styles['ways']}>
        <CopyButton text={url}>{t('publish.copy')}</CopyButton>
      </p>
    </>
  );
}

interface PublishFormProps {
  readonly published: PublicationView | undefined;
  readonly lang: InterfaceLanguage;
  readonly busy: boolean;
  readonly onPublish: (langs: readonly InterfaceLanguage[], findable: boolean) => void;
  readonly onWithdraw: () => void;
}

function PublishForm({ busy, lang, onPublish, onWithdraw, published }: PublishFormProps) {
  const { t: page } = useTranslation();
  const t = useReportingText();
  const [asking, setAsking] = useState(false);
  const [langs, setLangs] = useState<readonly InterfaceLanguage[]>(published?.langs ?? [lang]);
  const [findable, setFindable] = useState(published?.findable ?? false);
  return (
    <>
      <fieldset className={styles['choices']}>
        <legend>{t('publish.langs')}</legend>
        {(Object.keys(LANGUAGES) as InterfaceLanguage[]).map((tag) => (
          <label key={tag} lang={tag}>
            <input
              type="checkbox"
              checked={langs.includes(tag)}
              onChange={({ currentTarget }) =>
                setLangs(currentTarget.checked ? [...langs, tag] : langs.filter((one) => one !== tag))
              }
            />
            {LANGUAGES[tag]}
          </label>
        ))}
      </fieldset>
      <label className={styles['choice']}>
        <input
          type="checkbox"
          checked={findable}
          onChange={({ currentTarget }) => setFindable(currentTarget.checked)}
        />
        {t('publish.findable')}
      </label>
      <p className={styles['ways']}>
        <Button
          look="primary"
          busy={busy}
          disabled={langs.length === 0}
          onClick={() => onPublish(langs, findable)}
        >
          {published ? t('publish.again') : t('publish.publish')}
        </Button>
        {published && (
          <Button busy={busy} aria-expanded={asking} onClick={() => setAsking(!asking)}>
            {t('publish.withdraw')}
          </Button>
        )}
      </p>
      {asking && (
        <div role="group" aria-label={t('publish.withdraw')} className={styles['asking']}>
          <p>{t('publish.withdrawReally')}</p>
          <Button look="danger" busy={busy} onClick={onWithdraw}>
            {t('publish.withdraw')}
          </Button>{' '}
          <Button look="quiet" onClick={() => setAsking(false)}>
            {page('action.cancel')}
          </Button>
        </div>
      )}
    </>
  );
}
