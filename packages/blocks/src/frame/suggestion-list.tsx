import { useEffect, useRef } from 'react';
import { useBlockServices } from './block-services.ts';
import { frameMessages } from './frame.messages.ts';
import styles from './picked-field.module.css';
import type { Suggestion } from './suggestion.ts';

interface SuggestionListProps {
  /** The id of the list; an option's is this and its number. */
  readonly id: string;
  readonly offers: readonly Suggestion[];
  readonly active: number;
  readonly onPick: (offer: Suggestion) => void;
}

/** The list under a field; the focus stays in the field, which says which option is active. */
export function SuggestionList({ id, offers, active, onPick }: SuggestionListProps) {
  const { lang } = useBlockServices();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const option = list.current?.children[active];
    // jsdom lays nothing out and has no scrolling.
    option?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  if (offers.length === 0) return null;
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={frameMessages[lang].offers}
      className={styles['offers']}
    >
      {offers.map((offer, index) => (
        // A button, because the editor around it keeps its hands off the events of buttons.
        <button
          key={offer.value}
          id={`${id}-${index}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles['offer']}
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(offer)}
        >
          {offer.label}
          {offer.hint !== undefined && <span className={styles['hint']}>{offer.hint}</span>}
        </button>
      ))}
    </div>
  );
}
