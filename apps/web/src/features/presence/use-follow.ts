import { useEffect, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { followCaret } from './follow.ts';

/** Whom the reader follows, and how to begin and end it. */
export interface Following {
  readonly person: string | undefined;
  readonly follow: (person: string | undefined) => void;
}

/** Follows one person's caret at a time. */
export function useFollow(awareness: Awareness): Following {
  const [person, follow] = useState<string>();
  useEffect(() => {
    if (person === undefined) return undefined;
    const caret = () => document.querySelector(`.plenary-caret[data-person="${CSS.escape(person)}"]`);
    return followCaret(awareness, caret, () => follow(undefined));
  }, [awareness, person]);
  return { person, follow };
}
