import { UnreadableFile } from '../importer.ts';

/** What an export of Etherpad says of a pad; histories and everything plugins add are not read. */
export interface Pad {
  /** The whole text; each line ends with a line feed. */
  readonly text: string;
  /** Which stretches of the text have which attributes, in Etherpad's notation. */
  readonly attribs: string;
  /** Attributes, by their number in base 36. */
  readonly pool: ReadonlyMap<string, readonly [name: string, value: string]>;
  /** Names of people, by Etherpad's id. */
  readonly authors: ReadonlyMap<string, string>;
  /** What was said in the chat, in order. */
  readonly chat: readonly string[];
  /** How many earlier versions the file holds. */
  readonly versions: number;
}

/** Reads an export. Throws `UnreadableFile` where it is no pad, or holds several. */
export function padOf(json: string): Pad {
  const records = Object.entries(recordOf(parsed(json)));
  const pads = records.filter(([key]) => /^pad:[^:]*$/.test(key));
  const [pad] = pads.map(([, value]) => recordOf(value));
  if (pad === undefined || pads.length > 1) throw new UnreadableFile('not-etherpad');
  const { text, attribs } = recordOf(pad['atext']);
  if (typeof text !== 'string') throw new UnreadableFile('not-etherpad');
  const authors = new Map(records.flatMap(([key, value]) => authorOf(key, value)));
  return {
    text,
    attribs: typeof attribs === 'string' ? attribs : '',
    pool: poolOf(pad['pool']),
    authors,
    chat: chatOf(records, authors),
    versions: records.filter(([key]) => /^pad:[^:]*:revs:\d+$/.test(key)).length,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UnreadableFile('not-etherpad');
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; none where it is something else. */
function recordOf(value: unknown): Fields {
  // An object that is no list has nothing but fields of unknown kind.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function poolOf(pool: unknown): Pad['pool'] {
  return new Map(
    Object.entries(recordOf(recordOf(pool)['numToAttrib'])).flatMap(([number, pair]) => {
      const list: readonly unknown[] = Array.isArray(pair) ? Array.from<unknown>(pair) : [];
      const [name, value] = list;
      const isPair = typeof name === 'string' && typeof value === 'string';
      return isPair ? [[Number(number).toString(36), [name, value]] as const] : [];
    }),
  );
}

function authorOf(key: string, value: unknown): readonly (readonly [string, string])[] {
  const { name } = recordOf(value);
  return key.startsWith('globalAuthor:') && typeof name === 'string' && name.trim() !== ''
    ? [[key.slice('globalAuthor:'.length), name]]
    : [];
}

function chatOf(
  records: readonly (readonly [string, unknown])[],
  authors: Pad['authors'],
): readonly string[] {
  return records
    .flatMap(([key, value]) => {
      const number = /^pad:[^:]*:chat:(\d+)$/.exec(key)?.[1];
      return number === undefined ? [] : [{ number: Number(number), said: recordOf(value) }];
    })
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ said: { text, authorId, userId } }) => {
      if (typeof text !== 'string') return [];
      const id = authorId ?? userId;
      const author = typeof id === 'string' ? authors.get(id) : undefined;
      return [author === undefined ? text : `${author}: ${text}`];
    });
}
