/** `pnpm bench`: puts Plenary and its peers under the same loads and writes down what they took. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measure, SCRATCH } from './measure.ts';
import { BadOption, type Options, readOptions } from './options.ts';
import { summariseProfiles } from './report/profile.ts';
import { describeMachine } from './report/machine.ts';
import { type Results, writeMarkdown } from './report/markdown.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { peers } from './servers/peers.ts';
import { plenary } from './servers/plenary.ts';

const kinds = [plenary, ...peers];

try {
  await run(
    readOptions(process.argv.slice(2), {
      scenarios: scenarios.map(({ name }) => name),
      servers: kinds.map(({ name }) => name),
    }),
  );
  process.exit(0);
} catch (error) {
  const misuse = error instanceof BadOption;
  console.error(misuse ? error.message : error);
  process.exit(misuse ? 2 : 1);
}

async function run(options: Options): Promise<void> {
  const chosen = wanted(scenarios, options.scenarios);
  const servers = wanted(kinds, options.servers);
  const measurements = await measure(chosen, servers, options, (line) => console.error(line));
  const results: Results = {
    date: new Date().toISOString(),
    machine: describeMachine(SCRATCH),
    method: methodOf(options),
    quick: options.quick,
    measurements,
  };
  const page = writeMarkdown(results, chosen, servers);
  console.log(page);
  if (options.profile !== undefined) console.log(await summariseProfiles(options.profile));
  if (options.out === undefined) return;
  await mkdir(options.out, { recursive: true });
  const name = `${results.date.slice(0, 16).replace(':', '').toLowerCase()}-${chosen.map((one) => one.name).join('-')}`;
  await writeFile(join(options.out, `${name}.md`), page);
  await writeFile(join(options.out, `${name}.json`), `${JSON.stringify(results, undefined, 2)}\n`);
}

function methodOf({ runs, seconds, tries, quick, profile }: Options): readonly string[] {
  return [
    `Medians of ${runs} runs (least–most), each against a fresh server on a fresh folder, the servers in turn and every second run in reverse.`,
    `Typing is measured for ${seconds} seconds after a warm-up, while it goes on before and after.`,
    'CPU is user and system time of the server’s process with all its threads, from /proc. Latency is from the key to each other screen, on one clock.',
    'The load is a process of its own on the other core, speaking the protocol over bare sockets with updates encoded beforehand. No delivery is sampled.',
    `A measurement during which the rest of the machine used more than 0.3 cores was made up to ${tries} times, and the calmest counts.`,
    'Ratios are the medians of the ratios within each run.',
    ...(quick
      ? ['A quick run: everything is small. It shows that the benchmark works, not how fast anything is.']
      : []),
    ...(profile === undefined ? [] : ['Plenary ran under the profiler: its figures are too high.']),
  ];
}

function wanted<One extends { readonly name: string }>(
  all: readonly One[],
  names: readonly string[],
): readonly One[] {
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}
