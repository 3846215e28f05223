import { spawn, spawnSync } from 'node:child_process';

/**
 * @typedef {object} Step
 * @property {string} title what it does, for people
 * @property {string} command program; `npm`, `npx` and `node` are found on every platform
 * @property {string[]} options
 * @property {Readonly<Record<string, string>>} [env] variables to set beside ours
 */

/**
 * Runs a step with its output shown.
 *
 * @param {Step} step
 * @param {string} place e.g. `2 of 4`
 * @returns {boolean} whether it succeeded
 */
export function runStep(step, place) {
  const start = performance.now();
  console.log(`\n[${place}] ${step.title}`);
  const { program, ...how } = programOf(step);
  const { status } = spawnSync(program, step.options, { ...how, stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`[${place}] ${outcome(status === 0, start)}`);
  return status === 0;
}

/**
 * Runs steps side by side. The output of each is shown whole when it has ended: of those that fail last, where it is read.
 *
 * @param {readonly Step[]} steps
 * @returns {Promise<boolean[]>} whether each succeeded
 */
export async function runTogether(steps) {
  console.log(`\nSide by side: ${steps.map(({ title }) => title).join(', ')}`);
  const failures = /** @type {string[]} */ ([]);
  const succeeded = await Promise.all(
    steps.map(async (step) => {
      const start = performance.now();
      const { status, output } = await outputOf(step);
      const report = `\n[${step.title}]\n${output.trimEnd()}\n[${step.title}] ${outcome(status === 0, start)}`;
      if (status === 0) console.log(report);
      else failures.push(report);
      return status === 0;
    }),
  );
  for (const report of failures) console.log(report);
  return succeeded;
}

/** Ends with a plain sentence where Node is too old: everything else would fail obscurely. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Foeprint needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * @param {Step} step
 * @returns {Promise<{ readonly status: number | null; readonly output: string }>} what it wrote to both streams, as it came
 */
function outputOf(step) {
  const { program, ...how } = programOf(step);
  const running = spawn(program, step.options, { ...how, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = /** @type {Buffer[]} */ ([]);
  for (const stream of [running.stdout, running.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    running.on('error', (error) => resolve({ status: null, output: error.message }));
    running.on('close', (status) => resolve({ status, output: Buffer.concat(chunks).toString() }));
  });
}

/** @param {Step} step */
function programOf({ command, env }) {
  const program = command === 'node' ? process.execPath : command;
  // npm and npx are scripts on Windows, which only a shell starts there; the options are all ours.
  const shell = process.platform === 'win32' && ['npm', 'npx'].includes(command);
  return { program, shell, env: { ...process.env, ...env } };
}

/** @param {boolean} succeeded @param {number} start */
function outcome(succeeded, start) {
  return `${succeeded ? 'done' : 'FAILED'} in ${((performance.now() - start) / 1000).toFixed(1)} s`;
}
