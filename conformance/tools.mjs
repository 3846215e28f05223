import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = '.venv';
const REQUIREMENTS = 'conformance/requirements.txt';
const PROGRAMS = join(FOLDER, process.platform === 'win32' ? 'Scripts' : 'bin');

/**
 * @typedef {object} Tools
 * @property {(name: string) => string} program path of an installed program
 */

/**
 * Installs the pinned Python tools into `.venv`, unless they are there.
 *
 * @returns {Tools | string} the tools, or why they cannot be had
 */
export function installTools() {
  const wanted = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  const stamp = join(FOLDER, 'requirements.sha256');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    const python = ['python3', 'python'].find((name) => succeeds(name, ['--version']));
    if (python === undefined) return 'there is no Python here';
    if (!succeeds(python, ['-m', 'venv', FOLDER])) return `${python} cannot make a virtual environment`;
    const words = ['install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS];
    if (!succeeds(program('pip'), words)) return 'the Python packages cannot be installed (no network?)';
    writeFileSync(stamp, wanted);
  }
  return { program };
}

/** @param {string} name */
function program(name) {
  return join(PROGRAMS, name);
}

/** @param {string} command @param {string[]} words */
function succeeds(command, words) {
  return spawnSync(command, words, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}
