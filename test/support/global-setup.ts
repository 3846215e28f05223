/*
 * What is made once for all tests: the real home, kept for the next run in the user's cache folder, by hash of the code and
 * the data that it is made by. Where there is no real data, there is no such home, and who needs it skips.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { cacheFolder } from '../../scripts/cache-folder.mjs';
import { importedBy } from './imports-of.ts';
import { hasRealData, REAL_HOME_FILES, realFile } from './real-data.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the real home; empty where there is no real data. */
    readonly realHome: string;
  }
}

/** As many homes are kept, for branches that differ: each is over 100 MB. */
const KEPT = 4;
const PREFIX = 'real-home-';
const MAKER = 'test/support/make-real-home.ts';

export async function setup(project: TestProject): Promise<void> {
  project.provide('realHome', hasRealData ? await realHome() : '');
}

async function realHome(): Promise<string> {
  const cache = cacheFolder();
  const folder = join(cache, `${PREFIX}${keyOfRealHome()}`);
  if (!existsSync(folder)) {
    console.log('Loading real data for the tests …');
    const made = mkdtempSync(join(cache, PREFIX));
    // Loaded only here: most runs find the home made.
    const { makeRealHome } = await import('./make-real-home.ts');
    await makeRealHome(made);
    try {
      renameSync(made, folder);
    } catch {
      // Tests of another checkout were faster.
      rmSync(made, { recursive: true });
    }
  }
  const now = new Date();
  utimesSync(folder, now, now);
  forgetOldest(cache);
  return folder;
}

/** Whatever of these files changes, the home is made anew: code, rules, packages, data. */
function keyOfRealHome(): string {
  const hash = createHash('sha256');
  const rules = readdirSync('rules').map((name) => join('rules', name));
  const code = importedBy(MAKER);
  for (const file of [...code, ...rules, 'package-lock.json', ...REAL_HOME_FILES.map(realFile)])
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function forgetOldest(cache: string): void {
  const homes = readdirSync(cache)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => join(cache, name))
    .toSorted((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  for (const old of homes.slice(KEPT)) rmSync(old, { recursive: true, force: true });
}
