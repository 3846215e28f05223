import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const MAIN = resolve('dist/bin/main.js');
const SOURCE = resolve('src');
const BUNDLER = resolve('scripts/bundle-command-line.mjs');

/** What became of a process. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as it is built, bundled anew where the source is newer, in a process of its own. */
export function runBuilt(
  words: readonly string[],
  at: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Ended {
  return spawnSync(process.execPath, [builtMain(), ...words], {
    cwd: at.cwd,
    env: { ...process.env, ...at.env },
    encoding: 'utf8',
  });
}

/** The file to run, bundled anew where the source is newer. */
export function builtMain(): string {
  if (!isBuilt()) execFileSync(process.execPath, [BUNDLER]);
  return MAIN;
}

function isBuilt(): boolean {
  if (!existsSync(MAIN)) return false;
  const built = statSync(MAIN).mtimeMs;
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).every(
    (file) => statSync(join(SOURCE, file)).mtimeMs <= built,
  );
}
