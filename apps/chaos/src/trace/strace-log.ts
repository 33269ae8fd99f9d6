/** One system call of a trace; `begin` and `end` are positions in the order of all entries and returns. */
export interface Syscall {
  readonly thread: string;
  readonly name: string;
  /** The file descriptor the call is about and, with `-y`, what it is: a path or `TCP:[…]`. */
  readonly fd: number;
  readonly target: string;
  /** What lies between the first argument and the return value. */
  readonly rest: string;
  readonly result: number;
  readonly begin: number;
  readonly end: number;
}

/** Reads what `strace -f -yy -xx` wrote. A call that was interrupted in the log by another thread is put together. */
export function readTrace(text: string): readonly Syscall[] {
  const open = new Map<string, { readonly begin: number; readonly head: string }>();
  const calls: Syscall[] = [];
  for (const [position, line] of text.split('\n').entries()) {
    const [, thread = '', said = ''] = /^(\d+)\s+(.*)$/s.exec(line) ?? [];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(said);
    if (said.endsWith(UNFINISHED)) {
      open.set(thread, { begin: position, head: said.slice(0, -UNFINISHED.length).trimEnd() });
    } else if (resumed !== null) {
      const started = open.get(thread);
      open.delete(thread);
      if (started !== undefined) add(thread, `${started.head}${resumed[1] ?? ''}`, started.begin, position);
    } else add(thread, said, position, position);
  }
  return calls;

  function add(thread: string, call: string, begin: number, end: number): void {
    const match = /^(\w+)\((\d+)<(.*?)>(?=[,)])(.*)\)\s+= (-?\d+)/s.exec(call);
    if (match === null) return;
    const [, name = '', fd, target = '', rest = '', result] = match;
    calls.push({
      thread,
      name,
      fd: Number(fd),
      target: unescape(target),
      rest,
      result: Number(result),
      begin,
      end,
    });
  }
}

/** The bytes that a call of the `read` or `write` kind moved: all its strings, up to its result. */
export function bytesOf({ rest, result }: Syscall): Buffer {
  const strings = [...rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) =>
    Buffer.from(hex.replaceAll('\\x', ''), 'hex'),
  );
  return Buffer.concat(strings).subarray(0, Math.max(0, result));
}

function unescape(text: string): string {
  return text.replaceAll(/\\x([0-9a-f]{2})/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

const UNFINISHED = '<unfinished ...>';
