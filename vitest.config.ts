import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@foeprint/source'] },
  ssr: { resolve: { conditions: ['@foeprint/source'] } },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: 'test/support/properties.ts',
    // Test files share what they import: importing it anew for each took a third of the time. Modules of ours keep
    // nothing that an answer depends on, and what a test spies on is put back.
    isolate: false,
    // One less than there are processors is what vitest would take: one, of two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    restoreMocks: true,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    coverage: { include: ['src/**'] },
  },
});
