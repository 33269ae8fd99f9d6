import { isAllowedLink } from '@plenary/document';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { useWritingText } from '../../i18n/writing-messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { withScheme } from './link-address.ts';

interface LinkDialogProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Asks where the selected text leads; without a selection the address itself is written. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const t = useWritingText();
  const [address, setAddress] = useState(() => currentLink(editor));
  const [error, setError] = useState<string>();
  const linked = editor.isActive('link');
  function submit(event: FormEvent) {
    event.preventDefault();
    const href = withScheme(address.trim());
    if (!isAllowedLink(href)) {
      setError(t('link.wrong'));
      return;
    }
    onClose();
    setLink(editor, href);
  }
  function remove() {
    onClose();
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
  }
  return (
    <Dialog title={t('link.title')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label={t('link.address')}
          type="url"
          inputMode="url"
          value={address}
          placeholder="https://"
          error={error}
          onChange={({ target }) => setAddress(target.value)}
        />
        <p style={{ display: 'flex', gap: '0.7rem', justifyContent: 'end', marginBlockStart: '1rem' }}>
          {linked && <Button onClick={remove}>{t('link.remove')}</Button>}
          <Button look="primary" type="submit">
            {t('link.set')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus().extendMarkRange('link');
  if (editor.state.selection.empty && !editor.isActive('link')) {
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
  } else {
    chain.setLink({ href }).run();
  }
}

function currentLink(editor: Editor): string {
  const href: unknown = editor.getAttributes('link')['href'];
  return typeof href === 'string' ? href : '';
}
