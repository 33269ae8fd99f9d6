import { allows } from '@plenary/programme';
import type { GroupDetail } from '@plenary/protocol';
import { memo, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from '../i18n/i18n.ts';
import { Link } from 'wouter';
import type { GroupSession } from '../collab/group-session.ts';
import {
  type StandingView,
  useGroupSession,
  useShownMark,
  useWarningBeforeLeaving,
} from '../collab/use-group-session.ts';
import { useDrafts } from '../features/drafts/use-drafts.ts';
import { EditorText } from '../features/group-editor/editor-text.tsx';
import { Tools } from '../features/group-editor/tools.tsx';
import { useGroupEditor } from '../features/group-editor/use-group-editor.ts';
import { Faces } from '../features/presence/faces.tsx';
import { type PresentPerson, usePresence } from '../features/presence/use-presence.ts';
import { SavedMarkView } from '../features/saving/saved-mark-view.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { Page } from '../ui/page.tsx';
import { Loading } from '../ui/states.tsx';
import { GroupHead } from './group-head.tsx';
import { GroupRemarks } from './group-remarks.tsx';
import styles from './group-workspace.module.css';
import { OutdatedPage } from './outdated-page.tsx';
import { useBelowRemarks } from './use-below-remarks.ts';

// What stands around the text comes once the text can be shown: nobody waits for it to write.
const DraftsPanel = onDemand(async () => (await import('./around-the-text.tsx')).DraftsPanel);
const Plan = onDemand(async () => (await import('./around-the-text.tsx')).Plan);
const Beside = onDemand(async () => (await import('./around-the-text.tsx')).Beside);
Beside.preload();

interface GroupWorkspaceProps {
  readonly group: GroupDetail;
  /** The server cannot be reached: `group` is what it said the last time. */
  readonly kept: boolean;
  readonly attempt: number;
  readonly onRestart: () => void;
}

/** A group's document at work: its session, the editor, and what stands around it. */
export function GroupWorkspace({ group, kept, attempt, onRestart }: GroupWorkspaceProps) {
  const { t } = useTranslation();
  const { epoch, id, me, schema } = group;
  const { drafts, add, discard } = useDrafts(me.id, id);
  const mayWrite = allows(group.access, 'write') && group.state !== 'signed';
  const [schemaAsked] = useState(!kept);
  const { session, view } = useGroupSession(
    { group: id, person: me.id, epoch, schema, schemaAsked, mayWrite, attempt },
    add,
  );
  const people = usePresence(session?.awareness);
  const gaveUp = useRestarts(session, view, onRestart);
  const remarks = useBelowRemarks();

  const editable = view.mayWrite && view.end === undefined;
  if (view.end === 'reload') return <OutdatedPage title={group.title} />;
  const start = `/s/${group.summit.slug}`;
  return (
    <Page
      title={group.title}
      width="full"
      trail={
        <>
          <Link to={start}>{group.summit.title}</Link> ·{' '}
          {group.sessionTitle === group.title ? group.sessionKindLabel : group.sessionTitle}
        </>
      }
      bar={
        <>
          <Saved session={session} />
          <Faces people={people} />
          {allows(group.access, 'sign') && (
            <span className={styles['review']}>
              <ButtonLink to={`${start}/g/${id}/review`}>{t('group.review')}</ButtonLink>
            </span>
          )}
        </>
      }
    >
      <div ref={remarks} className={styles['remarks']}>
        <GroupRemarks group={group} view={view} kept={kept} gaveUp={gaveUp} />
      </div>
      <div className={styles['drafts']}>
        {drafts.length > 0 && <DraftsPanel drafts={drafts} onDiscard={discard} />}
      </div>
      {session && view.ready ? (
        <Workplace
          key={session.doc.guid}
          group={group}
          session={session}
          editable={editable}
          people={people}
        />
      ) : (
        <div className={styles['columns']}>
          <div className={styles['text']}>
            <GroupHead group={group} />
            {!(kept && view.settled) && <Loading />}
          </div>
        </div>
      )}
    </Page>
  );
}

/** Where the text is. By itself, so that nothing else is rendered again when only this has changed. */
function Saved({ session }: { readonly session: GroupSession | undefined }) {
  const mark = useShownMark(session);
  useWarningBeforeLeaving(['saving', 'device', 'unstored'].includes(mark.state));
  return <SavedMarkView mark={mark} />;
}

interface WorkplaceProps {
  readonly group: GroupDetail;
  readonly session: GroupSession;
  readonly editable: boolean;
  readonly people: readonly PresentPerson[];
}

/** Rendered again only when one of these changes. */
const Workplace = memo(function Workplace({ group, session, editable, people }: WorkplaceProps) {
  const { t } = useTranslation();
  const editor = useGroupEditor(session, group, editable);
  const names = useMemo(() => [...new Set(people.map(({ name }) => name))], [people]);
  return (
    <div className={styles['columns']}>
      <div className={styles['text']}>
        <GroupHead group={group} />
        {editable && <Tools editor={editor} group={group} />}
        <EditorText editor={editor} editable={editable} people={names} programme={group.knownNames} />
      </div>
      <div className={styles['plan']}>
        <Plan editor={editor} parts={group.parts} />
      </div>
      <aside className={styles['side']} aria-label={t('group.aside')}>
        <Beside editor={editor} session={session} group={group} people={people} />
      </aside>
    </div>
  );
});

/** Refused this often in a row the page stops trying and says so. */
const MOST_RESTARTS = 4;

/** Begins again when a session has ended for a reason that passes. True once that has not helped. */
function useRestarts(session: GroupSession | undefined, view: StandingView, onRestart: () => void): boolean {
  const refused = useRef(0);
  const [gaveUp, setGaveUp] = useState(false);
  const restart = useEffectEvent(() => {
    refused.current += 1;
    if (refused.current > MOST_RESTARTS) setGaveUp(true);
    else onRestart();
  });
  useEffect(() => {
    if (view.end === 'restart') restart();
  }, [view.end]);
  useEffect(
    () =>
      session?.subscribe(() => {
        if (session.getView().mark.state === 'saved') refused.current = 0;
      }),
    [session],
  );
  return gaveUp;
}
