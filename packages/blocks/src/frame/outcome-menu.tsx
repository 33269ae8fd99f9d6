import type { ReactNodeViewProps } from '@tiptap/react';
import { Ellipsis, Pilcrow, Trash2 } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { changeOutcome, unwrapOutcome } from '../commands.ts';
import { type Kind, blocks } from '../registry.ts';
import { useBlockServices } from './block-services.ts';
import { frameMessages } from './frame.messages.ts';
import styles from './outcome-frame.module.css';

interface OutcomeMenuProps {
  readonly view: ReactNodeViewProps;
  /** Name of the kind. */
  readonly label: string;
}

/** A button that discloses what can be done with the whole outcome. Escape, or leaving it, closes it. */
export function OutcomeMenu({ view, label }: OutcomeMenuProps) {
  const { lang } = useBlockServices();
  const messages = frameMessages[lang];
  const [open, setOpen] = useState(false);
  const panel = useId();
  const opener = useRef<HTMLButtonElement>(null);

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    opener.current?.focus();
  }

  function closeOnLeave(event: FocusEvent) {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  }

  function unwrap() {
    const position = view.getPos();
    if (position === undefined) return;
    view.editor.chain().command(unwrapOutcome(position)).focus().run();
  }

  function change(kind: Kind) {
    const position = view.getPos();
    if (position === undefined) return;
    setOpen(false);
    view.editor.chain().command(changeOutcome(kind, position)).focus().run();
  }

  function remove() {
    view.deleteNode();
    view.editor.commands.focus();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears what happens in its buttons
    <div className={styles['menu']} onKeyDown={closeOnEscape} onBlur={closeOnLeave}>
      <button
        ref={opener}
        type="button"
        className={styles['opener']}
        aria-label={messages.menu.replace('{label}', label)}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => setOpen(!open)}
      >
        <Ellipsis aria-hidden="true" size={18} />
      </button>
      {open && (
        <div id={panel} className={styles['panel']}>
          <button type="button" onClick={unwrap}>
            <Pilcrow aria-hidden="true" size={16} />
            {messages.unwrap}
          </button>
          <button type="button" onClick={remove}>
            <Trash2 aria-hidden="true" size={16} />
            {messages.remove}
          </button>
          <p className={styles['also']}>{messages.change}</p>
          {Object.values(blocks)
            .filter(({ kind }) => kind !== view.node.type.name)
            .map(({ kind, tone, words }) => (
              <button
                key={kind}
                type="button"
                className={styles['kind']}
                style={{ color: `var(--${tone})` }}
                // The registry's keys are the blocks' kinds; a test says so.
                onClick={() => change(kind as Kind)}
              >
                {words[lang].label}
              </button>
            ))}
        </div>
      )}
    </div>
  );
}
