import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '@plenary/testing';
import type { PlenaryProcess } from '../process/plenary-process.ts';
import type { TcpProxy } from '../process/tcp-proxy.ts';

/** What a fault may be done to. */
export interface Victims {
  readonly server: PlenaryProcess;
  readonly proxy: TcpProxy;
  readonly random: Random;
  /** Kills a process of writers and starts another in its place. */
  readonly replaceCrew: () => Promise<void>;
  /** Stops all processes of writers; the result lets them go on. */
  readonly pauseCrews: () => () => void;
  /** Kills all processes of writers, in the same moment; the result lets others come. */
  readonly killCrews: () => Promise<() => void>;
  /** Resolves with the next edit that is shown as saved, or after `limitMs`. */
  readonly nextSaved: (limitMs: number) => Promise<void>;
  /** Stops a process of writers; the result lets it go on. */
  readonly pauseCrew: () => () => void;
}

/** One way in which a machine or a network fails. Resolves when it is over. */
export type Fault = (victims: Victims) => Promise<void>;

/** SIGKILL under load, and up again after a moment in which clients knock in vain. */
export const killServer: Fault = async ({ server, random }) => {
  await server.kill();
  await pause(random.below(150));
  await server.start();
};

/** Faults that come between the kills, by the name the results count them under. */
export const FAULTS = {
  /** A polite end in the middle of a burst: what was received is committed before it leaves. */
  sigterm: async ({ server }) => {
    const code = await server.leave();
    if (code !== 0) throw new Error(`After SIGTERM the server ended with ${code}.`);
    await server.start();
  },
  /** A machine that swaps, or a laptop lid. */
  'sigstop-server': async ({ server, random }) => {
    server.pause();
    await pause(100 + random.below(500));
    server.resume();
  },
  /** Stopped, and killed while it stands still. */
  'sigstop-kill': async ({ server, random }) => {
    server.pause();
    await pause(50 + random.below(150));
    await server.kill();
    await server.start();
  },
  'cut-connections': async ({ proxy, random }) => {
    proxy.cut(() => random.chance(0.5));
  },
  'half-open': async ({ proxy, random }) => {
    const thaw = proxy.freeze(() => random.chance(0.4));
    await pause(200 + random.below(600));
    thaw();
  },
  /** Half-open connections that outlive the server. */
  'half-open-kill': async ({ proxy, server, random }) => {
    const thaw = proxy.freeze(() => random.chance(0.4));
    await pause(50 + random.below(150));
    await server.kill();
    await server.start();
    thaw();
  },
  'slow-network': async ({ proxy, random }) => {
    const hurry = proxy.slow(() => random.chance(0.5), 5 + random.below(30));
    await pause(300 + random.below(700));
    hurry();
  },
  'kill-writers': async (victims) => {
    await victims.replaceCrew();
  },
  /** A power cut in the room: server and tabs die together, and nobody is left to send anything again. */
  'kill-everybody': async ({ server, killCrews }) => {
    const [, comeBack] = await Promise.all([server.kill(), killCrews()]);
    await server.start();
    comeBack();
  },
  /** The same in the moment in which people who typed off line come back and see the first of it as saved. */
  'kill-returning': async ({ server, killCrews, nextSaved, random }) => {
    await server.kill();
    await pause(200 + random.below(400));
    await server.start();
    await nextSaved(2000);
    const [, comeBack] = await Promise.all([server.kill(), killCrews()]);
    await server.start();
    comeBack();
  },
  /** Everybody comes back in the same moment, to documents that are not in memory yet. */
  'return-at-once': async ({ server, pauseCrews }) => {
    const go = pauseCrews();
    await server.kill();
    await server.start();
    go();
  },
  'sigstop-writers': async (victims) => {
    const go = victims.pauseCrew();
    await pause(100 + victims.random.below(500));
    go();
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;

// The keys of an object literal.
export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];

/** Those of the faults that end the server without warning. */
export const KILLING: readonly FaultName[] = [
  'sigstop-kill',
  'half-open-kill',
  'kill-everybody',
  'kill-returning',
  'return-at-once',
];
