import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

/** Where bundles of benchmarks go. */
export const BUNDLES = fileURLToPath(new URL('../dist/bench', import.meta.url));

/**
 * Bundles what a benchmark runs in processes of its own, as the command line is bundled (CommonJS, see
 * docs/decisions/0006), so that what translates TypeScript on the fly is no part of a start.
 *
 * @param input file by the name that its bundle gets
 */
export async function bundle(input: Readonly<Record<string, URL>>): Promise<void> {
  await build({
    input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, fileURLToPath(file)])),
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    treeshake: { moduleSideEffects: 'no-external' },
    output: { dir: BUNDLES, format: 'cjs' },
    logLevel: 'warn',
  });
  // The package's own package.json calls every .js file a module.
  writeFileSync(join(BUNDLES, 'package.json'), '{ "type": "commonjs" }\n');
}
