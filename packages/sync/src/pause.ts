import type { Limits } from './limits.ts';

/**
 * How many milliseconds a batch waits for company before its commit when so many are connected. It grows with them, since
 * every commit is followed by a write to each; and from some hundred on it shrinks again, since a key that waits for
 * two thousand writes must not wait as long before them.
 */
export function pauseFor(
  connections: number,
  {
    connectionsPerPauseMs,
    longestPauseMs,
    writingMsPerConnection,
    crowdedPauseMs,
  }: Pick<Limits, 'connectionsPerPauseMs' | 'longestPauseMs' | 'writingMsPerConnection' | 'crowdedPauseMs'>,
): number {
  const left = longestPauseMs - connections * writingMsPerConnection;
  const most = Math.max(left, Math.min(crowdedPauseMs, longestPauseMs));
  return Math.min(connections / connectionsPerPauseMs, most);
}
