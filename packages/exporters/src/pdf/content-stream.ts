/** An operand of a content stream. Names keep their slash, so that none is taken for a string. */
export type Operand = number | string | Uint8Array | readonly Operand[] | ReadonlyMap<string, Operand>;

/** One instruction of a page: what to do, and with what. */
export interface Instruction {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

/**
 * The instructions of a content stream, as ISO 32000-1, 7.8.2 writes them. Pictures inside the stream are not known:
 * no writer of tagged files uses them. What cannot be read is skipped, for a reader meets files it did not write.
 */
export function* instructionsIn(stream: Uint8Array): Generator<Instruction> {
  const reader = new Reader(stream);
  let operands: Operand[] = [];
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (token instanceof Operator) {
      yield { operator: token.name, operands };
      operands = [];
    } else if (typeof token !== 'symbol') {
      operands.push(token);
    }
  }
}

class Operator {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const END_OF_ARRAY = Symbol('end of array');
const END_OF_DICTIONARY = Symbol('end of dictionary');
type Token = Operand | Operator | typeof END_OF_ARRAY | typeof END_OF_DICTIONARY;

/** Invariant: `at` stands before the next byte that nobody has read. */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): Token | undefined {
    this.#skipBlanks();
    const byte = this.#bytes[this.#at];
    if (byte === undefined) return undefined;
    switch (String.fromCodePoint(byte)) {
      case '(':
        return this.#string();
      case '<':
        return this.#bytes[this.#at + 1] === byte ? this.#dictionary() : this.#hex();
      case '>':
        this.#at += 2;
        return END_OF_DICTIONARY;
      case '[':
        return this.#array();
      case ']':
        this.#at += 1;
        return END_OF_ARRAY;
      default:
        return this.#word();
    }
  }

  #skipBlanks(): void {
    for (let byte = this.#bytes[this.#at]; byte !== undefined; byte = this.#bytes[this.#at]) {
      if (byte === PERCENT)
        while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== 10) this.#at += 1;
      else if (BLANKS.has(byte)) this.#at += 1;
      else return;
    }
  }

  #word(): Token {
    const start = this.#at;
    this.#at += 1;
    while (this.#at < this.#bytes.length && !ENDS.has(this.#bytes[this.#at] ?? 0)) this.#at += 1;
    const word = String.fromCodePoint(...this.#bytes.subarray(start, this.#at));
    if (word.startsWith('/')) return word;
    const number = Number(word);
    return Number.isNaN(number) ? new Operator(word) : number;
  }

  #array(): Operand {
    this.#at += 1;
    const items: Operand[] = [];
    for (let item = this.next(); item !== undefined && item !== END_OF_ARRAY; item = this.next())
      if (isOperand(item)) items.push(item);
    return items;
  }

  #dictionary(): Operand {
    this.#at += 2;
    const entries = new Map<string, Operand>();
    for (let key = this.next(); typeof key === 'string'; key = this.next()) {
      const value = this.next();
      if (value !== undefined && isOperand(value)) entries.set(key, value);
    }
    return entries;
  }

  #hex(): Uint8Array {
    const end = this.#bytes.indexOf(CLOSE, this.#at);
    const digits = String.fromCodePoint(...this.#bytes.subarray(this.#at + 1, end)).replaceAll(/\s/g, '');
    this.#at = end === -1 ? this.#bytes.length : end + 1;
    const pairs = digits.length % 2 === 0 ? digits : `${digits}0`;
    return Uint8Array.from({ length: pairs.length / 2 }, (_, index) =>
      Number.parseInt(pairs.slice(index * 2, index * 2 + 2), 16),
    );
  }

  #string(): Uint8Array {
    const found: number[] = [];
    let depth = 0;
    for (; this.#at < this.#bytes.length; this.#at += 1) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (byte === BACKSLASH) {
        found.push(...this.#escaped());
        continue;
      }
      if (byte === OPEN_STRING) depth += 1;
      if (byte === CLOSE_STRING) depth -= 1;
      if (depth === 0) break;
      if (byte !== OPEN_STRING || depth > 1) found.push(byte);
    }
    this.#at += 1;
    return Uint8Array.from(found);
  }

  /** What a backslash and what follows it stand for; the last byte of it is left to be passed over. */
  #escaped(): readonly number[] {
    const rest = String.fromCodePoint(...this.#bytes.subarray(this.#at + 1, this.#at + 4));
    const octal = /^[0-7]{1,3}/.exec(rest)?.[0];
    this.#at += octal?.length ?? 1;
    if (octal !== undefined) return [Number.parseInt(octal, 8) & 255];
    const letter = rest.charAt(0);
    if (letter === '\n') return [];
    return [ESCAPES.get(letter) ?? rest.codePointAt(0) ?? 0];
  }
}

function isOperand(token: Token): token is Operand {
  return typeof token !== 'symbol' && !(token instanceof Operator);
}

const codes = (characters: string): number[] => Array.from(characters, (one) => one.codePointAt(0) ?? 0);
const BLANKS = new Set(codes('\0\t\n\f\r '));
const ENDS = new Set([...BLANKS, ...codes('()<>[]/%')]);
const [PERCENT = 0, CLOSE = 0, BACKSLASH = 0, OPEN_STRING = 0, CLOSE_STRING = 0] = codes('%>\\()');
const ESCAPES = new Map([
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['b', 8],
  ['f', 12],
]);
