import { useTranslation } from '../../i18n/i18n.ts';
import { initialsOf, presenceColour } from '../../ui/presence-colours.ts';
import styles from './people.module.css';
import type { PresentPerson } from './use-presence.ts';

/** More faces than these are a crowd and become a number. */
const FACES = 4;
const FACES_ON_A_PHONE = 2;

/** Who is here, as a few faces in the bar; the list beside the text has the names. */
export function Faces({ people }: { readonly people: readonly PresentPerson[] }) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  return (
    <div className={styles['faces']} role="img" aria-label={t('group.present', { count: people.length })}>
      {people.slice(0, FACES).map(({ id, name, colour }, index) => (
        <span
          key={id}
          className={`${styles['face']} ${index < FACES_ON_A_PHONE ? '' : styles['roomy']}`}
          title={name}
          style={{ background: presenceColour(colour) }}
        >
          {initialsOf(name)}
        </span>
      ))}
      <More than={FACES} of={people.length} where="roomy" />
      <More than={FACES_ON_A_PHONE} of={people.length} where="narrow" />
    </div>
  );
}

interface MoreProps {
  readonly than: number;
  readonly of: number;
  /** The screens it is shown on. */
  readonly where: 'roomy' | 'narrow';
}

function More({ than, of, where }: MoreProps) {
  if (of <= than) return null;
  return <span className={`${styles['face']} ${styles['more']} ${styles[where]}`}>+{of - than}</span>;
}
