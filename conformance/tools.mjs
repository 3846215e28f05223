import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../scripts/cache-folder.mjs';

const REQUIREMENTS = 'conformance/requirements.txt';
const PROGRAMS = process.platform === 'win32' ? 'Scripts' : 'bin';

/**
 * @typedef {object} Tools
 * @property {(name: string) => string} program path of an installed program
 */

/**
 * Installs the pinned Python tools into a virtual environment that is kept for the next time, unless they are there.
 *
 * @returns {Tools | string} the tools, or why they cannot be had
 */
export function installTools() {
  const python = ['python3', 'python'].find((name) => succeeds(name, ['--version']));
  if (python === undefined) return 'there is no Python here';
  const kept = keptFile(python);
  const folder = environmentIn(kept) ?? install(python, kept);
  if (typeof folder === 'string') return { program: (name) => join(folder, PROGRAMS, name) };
  return folder.reason;
}

/**
 * The file that says where the environment is, for these packages and this Python. It is written when everything is there, so that
 * neither a check that is killed nor two that install at once leave half of one behind for others.
 *
 * @param {string} python
 */
function keptFile(python) {
  const which = spawnSync(python, ['-c', 'import sys; print(sys.version, sys.prefix)']).stdout;
  const hash = createHash('sha256').update(readFileSync(REQUIREMENTS)).update(which).digest('hex');
  return join(cacheFolder(), `python-${hash.slice(0, 16)}`);
}

/** @param {string} kept */
function environmentIn(kept) {
  if (!existsSync(kept)) return undefined;
  const folder = readFileSync(kept, 'utf8');
  return existsSync(join(folder, PROGRAMS)) ? folder : undefined;
}

/** @param {string} python @param {string} kept @returns {string | { readonly reason: string }} */
function install(python, kept) {
  const folder = mkdtempSync(`${kept}-`);
  const failed = (/** @type {string} */ reason) => {
    rmSync(folder, { recursive: true, force: true });
    return { reason };
  };
  if (!succeeds(python, ['-m', 'venv', folder])) return failed(`${python} cannot make a virtual environment`);
  // Most of what is installed is never imported, so nothing is compiled before it is.
  const words = ['install', '--quiet', '--no-compile', '--disable-pip-version-check'];
  if (!succeeds(join(folder, PROGRAMS, 'pip'), [...words, '--requirement', REQUIREMENTS]))
    return failed('the Python packages cannot be installed (no network?)');
  writeFileSync(join(folder, 'place'), folder);
  renameSync(join(folder, 'place'), kept);
  return folder;
}

/** @param {string} command @param {string[]} words */
function succeeds(command, words) {
  return spawnSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
