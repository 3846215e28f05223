import { parentPort, workerData } from 'node:worker_threads';
import { FoeprintError } from '../../facts/index.ts';
import { Answerer } from './answerer.ts';
import type { HomeChoice } from './home-version.ts';
import type { AskedOfWorker, SaidByWorker } from './worker-messages.ts';

/* The thread that answers, so that the one that serves is never kept waiting. */

// As the thread that serves gives it.
const choice: HomeChoice = workerData;
const answerer = new Answerer(choice);

parentPort?.on('message', (message: AskedOfWorker | 'close') => {
  if (message === 'close') void answerer.close().finally(() => parentPort?.close());
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  else void answered(message).then((said) => parentPort?.postMessage(said));
});

async function answered({ number, asked }: AskedOfWorker): Promise<SaidByWorker> {
  try {
    return { number, answer: await answerer.answer(asked) };
  } catch (error) {
    if (error instanceof FoeprintError)
      return { number, refused: { issues: error.issues, level: error.level } };
    return { number, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
