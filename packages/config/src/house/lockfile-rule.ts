import { parse } from 'yaml';
import type { House, Rule } from './rule.ts';
import type { Finding } from './tree.ts';

const LOCKFILE = 'pnpm-lock.yaml';

/** One copy of whatever breaks when it is there twice, and binaries for the machines people bring. */
export const lockfileRule: Rule = { name: 'lockfile', check };

function check(house: House): readonly Finding[] {
  if (!house.files.includes(LOCKFILE)) return [{ file: LOCKFILE, message: 'There is no lockfile.' }];
  const versions = readVersions(house.read(LOCKFILE));
  return [...judgeCopies(versions), ...judgeBinaries([...versions.keys()])].map((message) => ({
    file: LOCKFILE,
    message,
  }));
}

/** Two copies of these do not recognise each other's objects: documents go silently empty. */
function isAlone(name: string): boolean {
  return ['yjs', 'lib0', 'y-protocols'].includes(name) || /^prosemirror-|^@tiptap\//.test(name);
}

function judgeCopies(versions: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const copies = [...versions]
    .filter(([name, found]) => isAlone(name) && found.length > 1)
    .map(([name, found]) => `${name} is here as ${found.join(' and ')}; exactly one version works.`);
  // y-tiptap is released on its own.
  const tiptap = [...versions].filter(([name]) => name.startsWith('@tiptap/') && name !== '@tiptap/y-tiptap');
  const pins = new Set(tiptap.flatMap(([, found]) => found));
  const mixed =
    pins.size > 1 ? [`@tiptap/* is here at ${[...pins].join(' and ')}; pin all to one version.`] : [];
  return [...copies, ...mixed];
}

/** A registry mirror may lack binaries of the newest release; pnpm then leaves them out of the lockfile silently. */
const NATIVE: ReadonlyMap<string, string> = new Map([
  ['turbo', '@turbo/'],
  ['oxlint', '@oxlint/binding-'],
  ['oxfmt', '@oxfmt/binding-'],
  ['rolldown', '@rolldown/binding-'],
  ['lightningcss', 'lightningcss-'],
  ['sharp', '@img/sharp-'],
]);

function judgeBinaries(names: readonly string[]): readonly string[] {
  return [...NATIVE].flatMap(([name, prefix]) => {
    const binaries = names.filter((candidate) => candidate.startsWith(prefix));
    return PLATFORMS.filter(({ pattern }) => !binaries.some((binary) => pattern.test(binary))).map(
      ({ label }) => `There is no ${label} binary of ${name}; choose a release that has one.`,
    );
  });
}

const PLATFORMS = [
  { label: 'darwin-arm64', pattern: /darwin-arm64/ },
  { label: 'win32', pattern: /win32|windows/ },
];

function readVersions(text: string): ReadonlyMap<string, readonly string[]> {
  // Keys are `name@version`; the rest of the file is not read.
  const lockfile = parse(text) as { packages?: Record<string, unknown> } | null;
  const versions = new Map<string, string[]>();
  for (const key of Object.keys(lockfile?.packages ?? {})) {
    const at = key.indexOf('@', 1);
    const name = key.slice(0, at);
    versions.set(name, [...(versions.get(name) ?? []), key.slice(at + 1)]);
  }
  return versions;
}
