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
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../scripts/cache-folder.mjs';
import { withLock } from '../../src/home/locking/lock.ts';
import { importedBy } from './imports-of.ts';
import { makeRealHome } from './make-real-home.ts';
import { REAL_HOME_FILES, realFile } from './real-data.ts';

const PREFIX = 'real-home-';
/** As many homes are kept, for branches that differ: each is over 100 MB. */
const KEPT = 12;
/** Whoever finds another process making it waits for that, in milliseconds. */
const PATIENCE = { interval: 100, longest: 600_000 };
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

let found: Promise<string> | undefined;

/**
 * The home that tests on real data share: both releases and MISP galaxy, desks made. The first test that needs it after a change
 * of what it is made by makes it, not a global set-up: most runs are of a few files that do not. It is kept in the user's cache folder.
 */
export function realHomeFolder(): Promise<string> {
  return (found ??= findOrMake());
}

async function findOrMake(): Promise<string> {
  const cache = cacheFolder();
  const folder = join(cache, `${PREFIX}${keyOfRealHome()}`);
  await withLock(
    folder,
    async () => {
      if (existsSync(folder)) return;
      const made = mkdtempSync(join(cache, PREFIX));
      await makeRealHome(made);
      renameSync(made, folder);
    },
    PATIENCE,
  );
  const now = new Date();
  utimesSync(folder, now, now);
  forgetOldest(cache);
  return folder;
}

/** Whatever of these files changes, the home is made anew: code, rules, packages, data. */
function keyOfRealHome(): string {
  const hash = createHash('sha256');
  const rules = readdirSync(join(PROJECT, 'rules')).map((name) => join(PROJECT, 'rules', name));
  const code = importedBy(join(PROJECT, 'test/support/make-real-home.ts'));
  const files = [...code, ...rules, join(PROJECT, 'package-lock.json'), ...REAL_HOME_FILES.map(realFile)];
  for (const file of files) hash.update(relative(PROJECT, file)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function forgetOldest(cache: string): void {
  const homes = readdirSync(cache)
    .filter((name) => name.startsWith(PREFIX) && !name.includes('.'))
    .map((name) => join(cache, name))
    .toSorted((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  for (const old of homes.slice(KEPT)) rmSync(old, { recursive: true, force: true });
}
