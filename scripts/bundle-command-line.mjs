/**
 * Bundles the command line into a few files under dist/bin, a chunk for each command.
 *
 * Why: Node takes about a third of a millisecond to find and load a module, and a question touches some two hundred.
 * docs/decisions/0006-bundled-command-line.md has the measurement. The library is not bundled.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

await build({
  cwd: root,
  input: { main: 'src/cli/main.ts' },
  platform: 'node',
  // Packages stay packages; those that nothing uses any more are not loaded at all.
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
  treeshake: { moduleSideEffects: 'no-external' },
  output: {
    dir: 'dist/bin',
    format: 'esm',
    sourcemap: true,
    minify: false,
    chunkFileNames: '[name]-[hash].js',
  },
  logLevel: 'warn',
});
