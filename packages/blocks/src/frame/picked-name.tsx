import { useBlockServices } from './block-services.ts';
import { frameMessages } from './frame.messages.ts';
import { PickedField } from './picked-field.tsx';
import { suggestNames } from './suggestion.ts';

interface PickedNameProps {
  readonly label: string;
  readonly value: string | null;
  readonly missing: string;
  readonly onPick: (value: string | null) => void;
}

/** Somebody, or an organisation: those present are offered first, then those of the programme; any name may be typed. */
export function PickedName(props: PickedNameProps) {
  const { lang, people, programme } = useBlockServices();
  const hint = frameMessages[lang].present;
  return <PickedField {...props} suggest={(typed) => suggestNames(typed, people, hint, programme)} />;
}
