import { defineConfig } from 'vitest/config';

// Some tests hand over ten thousand structs on a machine that may be busy: nothing here waits for time to pass.
export default defineConfig({ test: { testTimeout: 60_000 } });
