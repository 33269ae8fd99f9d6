/** An address as people type it, `example.org/page` or `ada@example.org`, as one that a link can have. */
export function withScheme(typed: string): string {
  const address = typed.trim();
  if (/^(?:[a-z][a-z0-9+.-]*:)/i.test(address) && !/^[^/]*:\d/.test(address)) return address;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`;
  return /^[^\s/.]+(?:\.[^\s/.]+)+(?:[/?#]\S*)?$/.test(address) ? `https://${address}` : address;
}
