import { blocks } from '@plenary/blocks';
import { blockViews } from '@plenary/blocks/react';
import { useFormat } from '../../i18n/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useWritingText } from '../../i18n/writing-messages.ts';
import { FORMATTING, MORE } from './formatting.ts';
import styles from './help-dialog.module.css';
import { BACK_TO_TEXT, KINDS, shortcutOf } from './outcome-shortcuts.ts';
import { readableKeys } from './readable-keys.ts';
import { LEAVE_TABLE, WIDTH_KEYS } from './tables/table-keys.ts';
import { TICK } from './task-box.ts';
import { TO_TOOLS } from './writing-keys.ts';

interface Row {
  readonly name: string;
  readonly keys?: string | undefined;
  /** What begins it when it is typed. */
  readonly typed?: string | undefined;
}

/** The keys and the signs of the editor, and how one gets out of it with the keyboard. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWritingText();
  const { lang } = useFormat();
  const outcomes: readonly Row[] = [
    ...KINDS.map((kind, index) => ({
      name: blocks[kind].words[lang].label,
      keys: shortcutOf(index),
      typed: blockViews[kind].prefixes[0],
    })),
    { name: t('slash.text'), keys: BACK_TO_TEXT },
  ];
  const forms: readonly Row[] = [...FORMATTING.flatMap(({ tools }) => tools), ...MORE]
    .filter(({ keys, typed }) => keys !== undefined || typed !== undefined)
    .map(({ id, keys, typed }) => ({ name: t(`tool.${id}`), keys, typed }));
  const places: readonly Row[] = [
    { name: t('help.tick'), keys: TICK },
    { name: t('help.leaveTable'), keys: LEAVE_TABLE },
    { name: t('table.narrower'), keys: WIDTH_KEYS.narrower },
    { name: t('table.wider'), keys: WIDTH_KEYS.wider },
    { name: t('help.toTools'), keys: TO_TOOLS },
  ];
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <p>{t('help.outcomes')}</p>
      <Rows rows={outcomes} />
      <p>{t('help.prefixes')}</p>
      <p>{t('help.forms')}</p>
      <Rows rows={forms} />
      <p>{t('help.places')}</p>
      <Rows rows={places} />
      <p>{t('help.leave')}</p>
    </Dialog>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWritingText();
  return (
    <dl className={styles['keys']}>
      {rows.map(({ name, keys, typed }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {typed !== undefined && <kbd className={styles['prefix']}>{typed}</kbd>}
            {keys !== undefined && <kbd>{readableKeys(keys, t('help.shift'))}</kbd>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
