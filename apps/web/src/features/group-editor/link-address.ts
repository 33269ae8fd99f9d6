/** The address people mean: `example.org/page` is what they type. */
export function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) || address === '' ? address : `https://${address}`;
}
