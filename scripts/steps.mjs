import { spawnSync } from 'node:child_process';

/**
 * @typedef {object} Step
 * @property {string} title what it does, for people
 * @property {string} command program; `npm`, `npx` and `node` are found on every platform
 * @property {string[]} options
 */

/**
 * Runs a step with its output shown.
 *
 * @param {Step} step
 * @param {string} place e.g. `2 of 4`
 * @returns {boolean} whether it succeeded
 */
export function runStep({ title, command, options }, place) {
  const start = performance.now();
  console.log(`\n[${place}] ${title}`);
  const program = command === 'node' ? process.execPath : command;
  // npm and npx are scripts on Windows, which only a shell starts there; the options are all ours.
  const shell = process.platform === 'win32' && command !== 'node';
  const { status } = spawnSync(program, options, { stdio: ['ignore', 'inherit', 'inherit'], shell });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`[${place}] ${status === 0 ? 'done' : 'FAILED'} in ${seconds} s`);
  return status === 0;
}

/** Ends with a plain sentence where Node is too old: everything else would fail obscurely. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Foeprint needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
