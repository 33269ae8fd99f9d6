/** What can be told of a JSON text in one pass, without parsing it. */
export interface JsonOutline {
  /** Commas outside strings: how many values there are, near enough. */
  readonly values: number;
  /** Offset of the first bracket that nests deeper than asked for. */
  readonly tooDeepAt?: number;
  /** Whether a string, bracket or brace is still open at the end. */
  readonly open: boolean;
}

/** Counts brackets outside strings. Done before parsing, which recurses and so must not meet a deep text. */
export function outlineOf(text: string, deepest: number): JsonOutline {
  let depth = 0;
  let inString = false;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '[' || char === '{') {
      depth += 1;
      if (depth > deepest) return { tooDeepAt: at, open: true, values };
    } else if (char === ']' || char === '}') depth -= 1;
    else if (char === ',') values += 1;
  }
  return { open: inString || depth > 0, values };
}
