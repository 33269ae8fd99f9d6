import type { ReactNodeViewProps } from '@tiptap/react';
import type { OutcomeBlock } from '@plenary/document';
import { useBlockServices } from './block-services.ts';
import { pickedValue } from './picked-value.ts';

/** What every field of an outcome is given, whatever is picked in it. */
export interface FieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly missing: string;
  readonly onPick: (value: string | null) => void;
}

/** The props of an outcome's fields, by name, in the reader's language. `missing`: what stands in a field that is empty. */
export function useFields<Name extends string>(
  view: ReactNodeViewProps,
  block: OutcomeBlock,
  missing: Readonly<Record<'fr' | 'en', Readonly<Record<Name, string>>>>,
): (name: Name) => FieldProps {
  const { lang } = useBlockServices();
  return (name) => ({
    label: block.words[lang].fields[name] ?? '',
    value: pickedValue(view, name),
    missing: missing[lang][name],
    onPick: (value) => view.updateAttributes({ [name]: value }),
  });
}
