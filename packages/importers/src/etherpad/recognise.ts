/** Whether a page is one that Etherpad exported: it says so at its start. */
export function isEtherpadPage(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, START));
  return /<meta\s[^>]{0,100}name\s{0,9}=\s{0,9}["']?generator["']?[^>]{0,100}etherpad/i.test(start);
}

/** The name of the program stands behind the title of the pad. */
const START = 2_000;
