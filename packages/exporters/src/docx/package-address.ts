import { encodedAddress } from '../office/encoded-address.ts';

/**
 * An address as a package may name it: the one given, with all that is not ASCII as percent signs. Undefined where a strict reader might not parse
 * it.
 */
export function packageAddress(url: string): string | undefined {
  const encoded = encodedAddress(url);
  return PLAIN.test(encoded) ? encoded : undefined;
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const PORT = '(?::[0-9]{1,4})?';
const PLAIN = new RegExp(
  `^(?:https?://${LABEL}(?:\\.${LABEL})*${PORT}(?:[/?#].*)?|mailto:[a-z0-9._+-]+@${LABEL}(?:\\.${LABEL})*(?:\\?.*)?|tel:[0-9+.;=()a-z-]+)$`,
  'i',
);
