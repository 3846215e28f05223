import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Tests that need a browser, apart from the others: `npm run test:web`, after `npm run build`.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { conditions: ['@foeprint/source'] },
  ssr: { resolve: { conditions: ['@foeprint/source'] } },
  test: {
    include: ['test/browser/**/*.browser.ts'],
    // One browser, one server.
    fileParallelism: false,
    isolate: false,
    // Much of the time pages wait for an answer, and for nothing more to come.
    maxConcurrency: 4,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
