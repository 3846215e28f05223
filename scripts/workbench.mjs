import { spawn } from 'node:child_process';

/**
 * How somebody is offered the web application at the end of the quick start.
 *
 * @typedef {object} Offer
 * @property {readonly string[]} words what stood behind `npm run quickstart --`: `--serve` starts it without a question, what else there is goes on to `foeprint serve`
 * @property {string} home
 * @property {boolean} isTerminal whether there is somebody to ask
 * @property {(question: string) => Promise<string | undefined>} ask the answer; undefined where whoever was asked has left
 * @property {(words: readonly string[]) => Promise<number>} serve starts it with these words, and waits for its end
 * @property {(text: string) => void} say
 */

const SERVE = '--serve';

/**
 * Starts the web application where that is wanted, and otherwise says how.
 *
 * @param {Offer} offer
 * @returns {Promise<number>} the exit code
 */
export async function offerWorkbench({ words, home, isTerminal, ask, serve, say }) {
  const more = words.filter((word) => word !== SERVE);
  const serving = ['serve', '--quiet', ...more, '--home', home];
  const start = async (/** @type {readonly string[]} */ ...beside) => {
    say('\nThe workbench starts. Open the address below in a browser; Ctrl-C ends it.\n');
    return await serve([...serving, ...beside]);
  };
  if (words.includes(SERVE)) return await start();
  const answer = isTerminal ? await ask('Open the workbench now? [Y/n] ') : 'no';
  if (answer !== undefined && /^\s*(?:y|yes)?\s*$/iu.test(answer)) return await start('--open');
  say('\nThe workbench, in a browser at http://127.0.0.1:8737:\n\n  node dist/bin/main.js serve\n');
  return 0;
}

/**
 * Runs the built command line in this window until it ends. Ctrl-C is for it alone: it answers what it was asked before, and ends.
 *
 * @param {readonly string[]} words
 * @returns {Promise<number>} its exit code
 */
export async function runFoeprint(words) {
  const running = spawn(process.execPath, ['dist/bin/main.js', ...words], { stdio: 'inherit' });
  const leaveIt = () => {};
  process.on('SIGINT', leaveIt);
  try {
    return await new Promise((resolve, reject) => {
      running.once('error', reject);
      running.once('close', (status) => resolve(status ?? 1));
    });
  } finally {
    process.off('SIGINT', leaveIt);
  }
}
