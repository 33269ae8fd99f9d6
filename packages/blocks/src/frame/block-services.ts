import type { Lang } from '@plenary/programme';
import { createContext, useContext } from 'react';

/** What a block's view asks of the page it stands on. */
export interface BlockServices {
  /** Language of the interface. */
  readonly lang: Lang;
  /** False for readers and for signed sections: values are shown, not asked for. */
  readonly editable: boolean;
  /** Names of the people present, offered first where somebody is to be named. */
  readonly people: readonly string[];
  /** People and organisations of the programme, offered after them. */
  readonly programme: readonly string[];
  /** The day it is where the reader is, as `2016-10-14`: what "tomorrow" counts from. */
  readonly today: () => string;
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
