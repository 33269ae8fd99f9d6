import { evaluate, parse, type AnyNode, type DocumentNode, type ValueNode } from '@humanwhocodes/momoa';
import { explainBrokenJson } from './broken-json.ts';
import { outlineOf } from './json-outline.ts';
import { tooManyValues } from './size-findings.ts';
import { jsonPath, type JsonPath } from './json-path.ts';
import { quoted } from './wording.ts';
import { PROGRAMME_LIMITS, type ProgrammeProblem } from './programme.ts';

/** A JSON text that was read, and where its values stand in it. */
export interface JsonSource {
  readonly value: unknown;
  /** Line of the value at a path, from 1; of the nearest value around it where there is none. */
  lineOf(path: JsonPath): number;
  /** Keys that stand twice in one object: the second would silently replace the first. */
  readonly repeatedKeys: readonly ProgrammeProblem[];
}

/** Reads a JSON text and keeps the lines of its values. A text that is no JSON, or nests too deep, is one problem. */
export function readJson(text: string): JsonSource | ProgrammeProblem {
  const outline = outlineOf(text, PROGRAMME_LIMITS.depth);
  if (outline.tooDeepAt !== undefined) {
    const { depth } = PROGRAMME_LIMITS;
    return {
      rule: 'too-deep',
      line: lineAt(text, outline.tooDeepAt),
      path: '',
      message: {
        fr: `Les crochets et accolades s’emboîtent sur plus de ${depth} niveaux. Un programme en a 4\u00A0: vérifiez le fichier.`,
        en: `Brackets and braces nest more than ${depth} levels deep. A programme has 4: check the file.`,
      },
    };
  }
  if (outline.values > PROGRAMME_LIMITS.values) return tooManyValues();
  let tree: DocumentNode;
  try {
    tree = parse(text, { mode: 'json' });
  } catch (error) {
    return explainBrokenJson(text, error, outline);
  }
  return {
    value: evaluate(tree.body),
    lineOf: (path) => nodeAt(tree.body, path).loc.start.line,
    repeatedKeys: repeatedKeys(tree.body),
  };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/u).length;
}

function nodeAt(root: ValueNode, path: JsonPath): AnyNode {
  let place: AnyNode = root;
  let value: ValueNode = root;
  for (const step of path) {
    if (value.type === 'Object') {
      // The last one counts, as it does for the value.
      const member = value.members.findLast((each) => nameOf(each.name) === String(step));
      if (member === undefined) return place;
      place = member;
      value = member.value;
    } else if (value.type === 'Array' && typeof step === 'number') {
      const element = value.elements[step];
      if (element === undefined) return place;
      place = element;
      value = element.value;
    } else return place;
  }
  return place;
}

function repeatedKeys(root: ValueNode): ProgrammeProblem[] {
  const found: ProgrammeProblem[] = [];
  const walk = (node: ValueNode, path: JsonPath): void => {
    if (found.length > PROGRAMME_LIMITS.problems) return;
    if (node.type === 'Array') {
      for (const [index, { value }] of node.elements.entries()) walk(value, [...path, index]);
    } else if (node.type === 'Object') {
      const seen = new Map<string, number>();
      for (const { name, value, loc } of node.members) {
        const key = nameOf(name);
        const first = seen.get(key);
        if (first === undefined) seen.set(key, loc.start.line);
        else found.push(repeatedKey(key, first, loc.start.line, [...path, key]));
        walk(value, [...path, key]);
      }
    }
  };
  walk(root, []);
  return found;
}

function repeatedKey(key: string, first: number, line: number, path: JsonPath): ProgrammeProblem {
  return {
    rule: 'duplicate-key',
    line,
    path: jsonPath(path),
    message: {
      fr: `${quoted(key).fr} se trouve déjà ligne ${first} dans le même objet\u202F; une seule des deux valeurs serait gardée. Supprimez-en une.`,
      en: `${quoted(key).en} already stands in line ${first} of the same object; only one of the two values would be kept. Remove one.`,
    },
  };
}

/** In JSON mode a name is always a string; the type allows JSON5 identifiers too. */
function nameOf(
  name:
    | { readonly type: 'String'; readonly value: string }
    | { readonly type: 'Identifier'; readonly name: string },
): string {
  return name.type === 'String' ? name.value : name.name;
}
