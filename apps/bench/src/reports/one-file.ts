/** The process that is measured: `node one-file.ts start|write|read <format> <folder>`. The folder holds the report, its pictures, and the file. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Assets, compareShapes, type ExportTools, findFormat, shapeOf } from '@plenary/exporters';
import { collapsed } from '@plenary/exporters/first-lost';
import { type Report, reportLeaves } from '@plenary/report-ast';

const [task = '', id = '', folder = ''] = process.argv.slice(2);
const tools = await toolsFor(id);
const exporter = await findFormat(id)?.load(tools);
if (exporter === undefined) throw new Error(`There is no format “${id}”.`);
// As everything the house wrote itself, valid.
const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
const assets: Assets = new Map(
  readdirSync(join(folder, 'pictures')).map((name) => [
    name,
    { type: 'image/png', bytes: readFileSync(join(folder, 'pictures', name)) },
  ]),
);
const file = join(folder, `ours.${id}`);
if (task === 'write') {
  const written = await exporter.write(report, assets);
  writeFileSync(file, written.file);
  for (const { message } of written.diagnostics) console.error(message);
}
if (task === 'read') {
  const { words, shape, asRead = (leaf: string) => leaf } = await exporter.readBack(readFileSync(file));
  const found = collapsed(words);
  let position = 0;
  for (const leaf of reportLeaves(report).map((one) => collapsed(asRead(one)))) {
    const at = found.indexOf(leaf, position);
    if (at === -1) throw new Error(`“${leaf}” is not in the file after its neighbour.`);
    position = at + leaf.length;
  }
  const [difference] = compareShapes(shapeOf(report, assets), shape);
  if (difference !== undefined) throw new Error(JSON.stringify(difference));
}
await tools.close?.();

/** The engine of PDF files; nothing for formats that need none, as a server or a command line loads none for them. */
async function toolsFor(format: string): Promise<ExportTools & { readonly close?: () => Promise<void> }> {
  if (format !== 'pdf') return {};
  const { createTypesetter } = await import('@plenary/typesetter');
  const typesetter = createTypesetter();
  return {
    typesetter,
    close: async () => {
      typesetter.close();
      // The system counts what a process of this one took only once its end was noticed.
      while (readdirSync('/proc').some(isOwn)) await wait(5);
    },
  };
}

function isOwn(pid: string): boolean {
  if (!/^\d+$/.test(pid)) return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] === String(process.pid);
  } catch {
    return false; // ended in between
  }
}
