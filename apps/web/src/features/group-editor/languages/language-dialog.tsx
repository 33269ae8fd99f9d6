import { isLanguageTag } from '@plenary/document';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWritingText } from '../../../i18n/writing-messages.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { say } from '../said.ts';
import styles from './language-dialog.module.css';
import { isRightToLeft } from './right-to-left.ts';
import { documentLanguage, speakBlocks, speakWords, spokenAt } from './spoken.ts';

interface LanguageDialogProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Asks in which language the selected words or the paragraph are, and from which side they are read. */
export function LanguageDialog({ editor, onClose }: LanguageDialogProps) {
  const own = documentLanguage(editor);
  const t = useWritingText();
  const { lang: shown } = useFormat();
  const [before] = useState(() => spokenAt(editor));
  const mayBeWords = isWithinLine(editor);
  const [words, setWords] = useState(mayBeWords);
  const [choice, setChoice] = useState(() => choiceOf(before.lang));
  const [tag, setTag] = useState(choice === OTHER ? (before.lang ?? '') : '');
  const [rtl, setRtl] = useState(before.dir === 'rtl');
  const [error, setError] = useState<string>();
  const name = (code: string) => new Intl.DisplayNames([shown], { type: 'language' }).of(code) ?? code;

  function choose(value: string) {
    setChoice(value);
    if (value !== OTHER) setRtl(isRightToLeft(value === OWN ? own : value));
  }
  function write(value: string) {
    setTag(value);
    setError(undefined);
    setRtl(isRightToLeft(value));
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    const lang = choice === OTHER ? tag.trim() : choice;
    if (lang !== OWN && !isLanguageTag(lang)) {
      setError(t('language.wrong'));
      return;
    }
    onClose();
    const isOwn = lang === OWN || lang === own;
    if (words) speakWords(editor, isOwn ? null : lang);
    else {
      const [side, ownSide] = [rtl ? 'rtl' : 'ltr', isRightToLeft(own) ? 'rtl' : 'ltr'] as const;
      const dir = side === ownSide ? null : side;
      speakBlocks(editor, { lang: isOwn ? null : lang, dir }, { lang: own, dir: side });
    }
    say(editor, t('language.done', { language: name(isOwn ? own : lang) }));
  }

  return (
    <Dialog title={t('language.title')} onClose={onClose}>
      <form onSubmit={submit} noValidate className={styles['form']}>
        {mayBeWords && (
          <fieldset className={styles['where']}>
            <legend>{t('language.where')}</legend>
            {[true, false].map((value) => (
              <label key={String(value)}>
                <input type="radio" name="where" checked={words === value} onChange={() => setWords(value)} />
                {t(value ? 'language.words' : 'language.blocks')}
              </label>
            ))}
          </fieldset>
        )}
        <SelectField
          label={t('language.language')}
          value={choice}
          onChange={({ target }) => choose(target.value)}
        >
          <option value={OWN}>{`${t('language.own')} (${name(own)})`}</option>
          {OFFERED.filter((code) => code !== own).map((code) => (
            <option key={code} value={code}>
              {name(code)}
            </option>
          ))}
          <option value={OTHER}>{t('language.other')}</option>
        </SelectField>
        {choice === OTHER && (
          <TextField
            label={t('language.tag')}
            hint={t('language.tagHint')}
            value={tag}
            error={error}
            autoCapitalize="none"
            spellCheck={false}
            onChange={({ target }) => write(target.value)}
          />
        )}
        {!words && (
          <label className={styles['side']}>
            <input type="checkbox" checked={rtl} onChange={({ target }) => setRtl(target.checked)} />
            {t('language.rtl')}
          </label>
        )}
        <p className={styles['actions']}>
          <Button look="primary" type="submit">
            {t('language.set')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

/** No tags of languages, so that they are never taken for one. */
const [OWN, OTHER] = ['', '?'];

/** What people at a summit in Europe speak and quote, and the four languages most written from right to left. */
const OFFERED = 'fr en de es it pt nl pl ro uk ar fa he ur zh ja'.split(' ');

function choiceOf(lang: string | null): string {
  if (lang === null) return OWN;
  return OFFERED.includes(lang) ? lang : OTHER;
}

/** Some words of one line are selected; not a line or lines, whose language is theirs as a whole. */
function isWithinLine({ state }: Editor): boolean {
  const { $from, $to, empty } = state.selection;
  if (empty || !$from.sameParent($to) || !$from.parent.inlineContent) return false;
  return $from.parentOffset > 0 || $to.parentOffset < $to.parent.content.size;
}
