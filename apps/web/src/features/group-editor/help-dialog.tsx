import { blocks } from '@plenary/blocks';
import { blockViews } from '@plenary/blocks/react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FORMATTING } from './formatting.ts';
import styles from './help-dialog.module.css';
import { BACK_TO_TEXT, KINDS, shortcutOf } from './outcome-shortcuts.ts';
import { readableKeys } from './readable-keys.ts';

interface Row {
  readonly name: string;
  readonly keys: string;
  /** What begins it when it is typed. */
  readonly prefix?: string;
}

/** The keys of the editor, and how one gets out of it with the keyboard. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { lang } = useFormat();
  const tools = FORMATTING.flatMap(({ tools: group }) => group).filter(({ keys }) => keys !== undefined);
  const rows: readonly Row[] = [
    ...KINDS.map((kind, index) => ({
      name: blocks[kind].words[lang].label,
      keys: shortcutOf(index),
      prefix: blockViews[kind].prefixes[0],
    })),
    { name: t('slash.text'), keys: BACK_TO_TEXT },
    ...tools.map(({ id, keys = '' }) => ({ name: t(`tool.${id}`), keys })),
  ];
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <p>{t('help.outcomes')}</p>
      <dl className={styles['keys']}>
        {rows.map(({ name, keys, prefix }) => (
          <div key={keys}>
            <dt>{name}</dt>
            <dd>
              {prefix !== undefined && <kbd className={styles['prefix']}>{prefix}</kbd>}
              <kbd>{readableKeys(keys, t('help.shift'))}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('help.prefixes')}</p>
      <p>{t('help.markdown')}</p>
      <p>{t('help.leave')}</p>
    </Dialog>
  );
}
