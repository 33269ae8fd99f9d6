import type { Lang } from '@plenary/programme';
import { createContext, useContext } from 'react';

/** What a block's view asks of the page it stands on. */
export interface BlockServices {
  /** Language of the interface. */
  readonly lang: Lang;
  /** False for readers and for signed sections: values are shown, not asked for. */
  readonly editable: boolean;
  /** Names of the people present, offered where a person is to be named. */
  readonly people: readonly string[];
  /** A day such as `2016-10-14` in words of the interface's language. */
  readonly formatDate: (isoDate: string) => string;
}

/** Stands around the editor's content, or the views throw. */
export const BlockServicesContext = createContext<BlockServices | undefined>(undefined);

export function useBlockServices(): BlockServices {
  const services = useContext(BlockServicesContext);
  if (!services)
    throw new Error(
      'A block was rendered outside of BlockServicesContext; put the provider around EditorContent.',
    );
  return services;
}
