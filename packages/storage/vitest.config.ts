import { defineConfig } from 'vitest/config';

// Real files, worker threads and child processes on a machine that may be busy: nothing here waits for time to pass.
export default defineConfig({ test: { testTimeout: 60_000 } });
