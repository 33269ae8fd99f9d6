import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';
import { Check } from 'lucide-react';
import { useWritingText } from '../../i18n/writing-messages.ts';
import { applyTool, MORE } from './formatting.ts';
import { say } from './said.ts';
import styles from './more-menu.module.css';
import { mindsTypography, mindTypography } from './typography/setting.ts';
import { readableKeys } from './readable-keys.ts';

interface MoreMenuProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/**
 * The tools behind the three dots. Opened by keyboard the focus goes into the menu; opened by a finger it stays in the
 * text, so that a phone keeps its keyboard.
 */
export function MoreMenu({ editor, onClose }: MoreMenuProps) {
  const t = useWritingText();
  const menu = useRef<HTMLDivElement>(null);
  useClosing(menu, onClose);
  useEffect(() => {
    const opener = document.querySelector<HTMLElement>('[data-more]');
    const element = menu.current;
    if (!opener || !element) return;
    const { bottom, right } = opener.getBoundingClientRect();
    element.style.setProperty('--menu-y', `${Math.round(bottom + 6)}px`);
    element.style.setProperty('--menu-x', `${Math.round(Math.max(8, right - element.offsetWidth))}px`);
    if (document.activeElement === opener) itemsIn(element)[0]?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const items = itemsIn(menu.current);
    const here = items.findIndex((item) => item === document.activeElement);
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  }

  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={t('tool.more')}
      className={styles['menu']}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.preventDefault()}
    >
      {MORE.map((tool) => {
        const Icon = tool.icon;
        return (
          <button
            key={tool.id}
            type="button"
            role={tool.isActive ? 'menuitemcheckbox' : 'menuitem'}
            aria-checked={tool.isActive?.(editor)}
            tabIndex={-1}
            className={styles['item']}
            onClick={() => {
              onClose();
              applyTool(editor, tool);
            }}
          >
            <Icon aria-hidden="true" size={18} strokeWidth={1.9} />
            <span className={styles['name']}>{t(`tool.${tool.id}`)}</span>
            {tool.keys !== undefined && (
              <kbd className={styles['keys']}>{readableKeys(tool.keys, t('help.shift'))}</kbd>
            )}
          </button>
        );
      })}
      <hr className={styles['rule']} />
      <button
        type="button"
        role="menuitemcheckbox"
        aria-checked={mindsTypography()}
        tabIndex={-1}
        className={styles['item']}
        onClick={() => {
          mindTypography(!mindsTypography());
          onClose();
          say(editor, t(mindsTypography() ? 'typography.on' : 'typography.off'));
        }}
      >
        {mindsTypography() ? (
          <Check aria-hidden="true" size={18} strokeWidth={1.9} />
        ) : (
          <span className={styles['blank']} />
        )}
        <span className={styles['name']}>
          {t('typography.title')}
          <small>{t('typography.hint')}</small>
        </span>
      </button>
    </div>
  );
}

/** Escape, a key of the Tab and whatever is pressed outside close a menu; by keyboard the focus goes back to its button. */
function useClosing(menu: { readonly current: HTMLElement | null }, onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' && event.key !== 'Tab') return;
        const inside = menu.current?.contains(document.activeElement) === true;
        if (event.key === 'Escape' || inside) event.preventDefault();
        close();
        if (inside) document.querySelector<HTMLElement>('[data-more]')?.focus();
      },
      { signal, capture: true },
    );
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        if (!(target instanceof Element)) return;
        // Its own button closes it by itself.
        if (menu.current?.contains(target) !== true && target.closest('[data-more]') === null) close();
      },
      { signal },
    );
    return () => controller.abort();
  }, [menu]);
}

function itemsIn(menu: HTMLElement | null): readonly HTMLButtonElement[] {
  return [...(menu?.querySelectorAll('button') ?? [])];
}
