/** An address as XML of office formats may name it: the one given, with all that is not ASCII, and what only looks like an escape, as percent signs. */
export function encodedAddress(url: string): string {
  return url
    .replaceAll(/[^!-~]+/g, encodeURIComponent)
    .replaceAll(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replaceAll(/[[\]]/g, encodeURIComponent);
}
