import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/browser/say-when-not-run.ts', 'test/integrations/say-when-not-run.ts'],
    // The compiled catalogue is a CommonJS product of the build, to be loaded as it is.
    server: { deps: { external: [/dist\/catalogue\//] } },
    // Hostile inputs have their time limits as the time-out of a process; this one only catches a hang.
    testTimeout: 60_000,
  },
});
