/** Loaded into every server before it: answers the driver how much memory is held once the garbage is out. */
process.on('message', (message) => {
  if (message !== 'memory') return;
  // Objects with finalisers need a second round.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const megabyte = 2 ** 20;
  process.send?.({ held: (heapUsed + external) / megabyte, resident: rss / megabyte });
});
// The channel must not keep a server alive that wants to leave.
process.channel?.unref();
