/** An error as it may be logged. Its message may quote what somebody typed; its kind and the place in our code do not. */
export function withoutText(error: unknown): { readonly kind: string; readonly stack: string } {
  if (!(error instanceof Error)) return { kind: typeof error, stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { kind: error.name, stack: frames.join('\n') };
}
