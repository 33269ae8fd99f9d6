/** Why something failed, in a word or a sentence for brackets: the system's own code where there is one. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return code ?? error.message.split('\n')[0] ?? error.name;
}
