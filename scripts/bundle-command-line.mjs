/**
 * Bundles the command line into dist/bin: a few files, a chunk for each command.
 *
 * Why: Node takes up to half a millisecond to find and load a module, and a question touches some three hundred, ours
 * and those of the packages it uses. docs/decisions/0006-bundled-command-line.md has the measurement. The library is
 * not bundled. The bundle is CommonJS, which Node loads in half the time that modules take.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Packages taken into the bundle: what nearly every command loads, in plain JavaScript. Their licences go with it. */
const BUNDLED = [
  '@dagrejs/dagre',
  '@dagrejs/graphlib',
  '@noble/hashes',
  'commander',
  'fflate',
  'picocolors',
  'yaml',
  'zod',
];

/** A module that so many commands need is loaded with all of them. */
const COMMON_TO = 30;

const { output } = await build({
  cwd: root,
  input: { main: 'src/cli/main.ts', 'worker-thread': 'src/server/answering/worker-thread.ts' },
  platform: 'node',
  // The other build of it opens a module for worker threads, which nothing here asks for: a tenth of a question's start.
  resolve: { alias: { fflate: 'fflate/browser' } },
  preserveEntrySignatures: false,
  external: (id) => !/^[./]/.test(id) && !BUNDLED.some((name) => id === name || id.startsWith(`${name}/`)),
  // No module of ours does anything by being loaded, so what a command does not use is left out of it.
  treeshake: { moduleSideEffects: false },
  output: {
    dir: 'dist/bin',
    format: 'cjs',
    sourcemap: true,
    // Comments and spaces are half of what Node would have to scan; names stay for stack traces.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    chunkFileNames: '[name]-[hash].js',
    // What most commands need stands in one file; the rest falls into chunks by who uses it.
    codeSplitting: {
      groups: [
        // Packages stand apart from what uses them: chunks of ours that need each other would load half made.
        { name: 'zod', test: /node_modules\/zod\//, priority: 3 },
        { name: 'yaml', test: /node_modules\/yaml\//, priority: 3 },
        { name: 'common', test: /src\//, minShareCount: COMMON_TO, priority: 1 },
      ],
    },
  },
  logLevel: 'warn',
});

refuseCircles(output);

// The package's own package.json calls every .js file a module.
writeFileSync(new URL('../dist/bin/package.json', import.meta.url), '{ "type": "commonjs" }\n');
writeFileSync(
  new URL('../dist/bin/THIRD-PARTY-NOTICES.txt', import.meta.url),
  BUNDLED.map(notice).join('\n'),
);

/**
 * Chunks that load each other would run half made, and Node would say so on standard error.
 *
 * @param {readonly (import('rolldown').OutputChunk | import('rolldown').OutputAsset)[]} files
 */
function refuseCircles(files) {
  const imports = new Map(
    files.flatMap((file) => ('imports' in file ? [[file.fileName, file.imports]] : [])),
  );
  const visit = (file, above) => {
    if (above.includes(file)) throw new Error(`chunks load each other: ${[...above, file].join(' → ')}`);
    for (const next of imports.get(file) ?? []) visit(next, [...above, file]);
  };
  for (const file of imports.keys()) visit(file, []);
}

/** @param {string} name a package */
function notice(name) {
  const folder = new URL(`../node_modules/${name}/`, import.meta.url);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`the package ${name} has no licence file`);
  return `${name}\n\n${readFileSync(new URL(file, folder), 'utf8')}`;
}
