import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll } from 'vitest';
import { keptFolder } from './temporary-folder.ts';

const COMPILER = resolve('node_modules/typescript/bin/tsc');

/** What programs in TypeScript install beside the package. */
const TYPES_OF_NODE = ['node_modules/@types/node', 'node_modules/undici-types'];

const OPTIONS = {
  module: 'nodenext',
  target: 'es2023',
  strict: true,
  noEmit: true,
  types: ['node'],
  preserveSymlinks: true,
};

/** Refuses what is not found within a folder: a package that lies above it would hide that one is missing. */
const ONLY_WITHIN = (folder: string): string =>
  `import { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(\`
  export async function resolve(specifier, context, next) {
    const found = await next(specifier, context);
    const isWithin = !found.url.startsWith('file:') || found.url.startsWith('${pathToFileURL(folder).href}/');
    if (!isWithin) throw new Error(specifier + ' is not in the package or what it depends on: ' + found.url);
    return found;
  }\`));`;

/**
 * The package as `npm install foeprint` would put it into an empty folder: the files that npm packs, and what it depends on, without
 * what only we need.
 */
export function packedPackage(): {
  /** Files of the package, as it lists them. */
  readonly files: () => ReadonlySet<string>;
  /** Runs a program in that folder. */
  readonly run: (code: string, ...words: readonly string[]) => SpawnSyncReturns<string>;
  /** What the compiler has against programs in that folder, the package's own declarations included; empty where it has nothing. */
  readonly typeErrors: (programs: Readonly<Record<string, string>>) => string;
} {
  const { path: folder } = keptFolder();
  const hook = join(folder, 'only-within.mjs');
  let files: ReadonlySet<string> = new Set();
  beforeAll(() => {
    execFileSync(process.execPath, [COMPILER, '-b']);
    files = new Set(packedFiles());
    for (const file of files) {
      const target = join(folder, 'node_modules/foeprint', file);
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(file, target);
    }
    for (const name of [...dependencies(), ...TYPES_OF_NODE]) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      symlinkSync(resolve(name), join(folder, name), 'junction');
    }
    writeFileSync(hook, ONLY_WITHIN(folder));
  });
  return {
    files: () => files,
    run: (code, ...words) => {
      writeFileSync(join(folder, 'program.mjs'), code);
      const options = [
        '--preserve-symlinks',
        '--preserve-symlinks-main',
        '--import',
        pathToFileURL(hook).href,
      ];
      const env = { ...process.env, FOEPRINT_HOME: join(folder, 'home') };
      return spawnSync(process.execPath, [...options, 'program.mjs', ...words], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
    },
    typeErrors: (programs) => {
      const names = Object.keys(programs);
      for (const [name, code] of Object.entries(programs)) writeFileSync(join(folder, name), code);
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: OPTIONS, files: names }),
      );
      return spawnSync(process.execPath, [COMPILER, '-p', '.', '--checkers', '1'], {
        cwd: folder,
        encoding: 'utf8',
      }).stdout;
    },
  };
}

function packedFiles(): readonly string[] {
  const options = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const output = execFileSync('npm', options, { encoding: 'utf8', shell: process.platform === 'win32' });
  const [packed] = JSON.parse(output) as readonly { readonly files: readonly { readonly path: string }[] }[];
  return packed?.files.map(({ path }) => path) ?? [];
}

/** Folders of the packages that are installed with ours, as far as this machine has them. */
function dependencies(): readonly string[] {
  const { packages } = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly peer?: boolean }>>;
  };
  // Packages within packages come along with those.
  return Object.entries(packages)
    .filter(
      ([name, { dev, peer }]) => dev !== true && peer !== true && name.lastIndexOf('node_modules/') === 0,
    )
    .map(([name]) => name);
}
