import { allows } from '@plenary/programme';
import type { GroupDetail } from '@plenary/protocol';
import type { Editor } from '@tiptap/core';
import type { GroupSession } from '../collab/group-session.ts';
import { AttributionSection } from '../features/attribution/attribution-section.tsx';
import { OutcomesPanel } from '../features/outcomes/outcomes-panel.tsx';
import { PeopleList } from '../features/presence/people.tsx';
import type { PresentPerson } from '../features/presence/use-presence.ts';
import { useTranslation } from '../i18n/i18n.ts';
import { ButtonLink } from '../ui/button.tsx';
import styles from './group-workspace.module.css';

// What stands around the text, in one piece. What somebody needs for their first letter belongs into
// group-workspace.tsx, what one writes with into writing-tools.tsx, everything else of the page here.
export { DraftsPanel } from '../features/drafts/drafts-panel.tsx';
export { Outline as Plan } from '../features/outline/outline.tsx';

interface BesideProps {
  readonly editor: Editor;
  readonly session: GroupSession;
  readonly group: GroupDetail;
  readonly people: readonly PresentPerson[];
}

/** The outcomes of the group, who is here, who wrote what, and the way to signing. */
export function Beside({ editor, group, people, session }: BesideProps) {
  const { t } = useTranslation();
  return (
    <>
      <OutcomesPanel editor={editor} />
      <PeopleList awareness={session.awareness} people={people} me={group.me.id} />
      <AttributionSection editor={editor} doc={session.doc} group={group} />
      {allows(group.access, 'sign') && (
        <p className={styles['reviewBelow']}>
          <ButtonLink to={`/s/${group.summit.slug}/g/${group.id}/review`}>{t('group.review')}</ButtonLink>
        </p>
      )}
    </>
  );
}
