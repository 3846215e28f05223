import { parentPort, workerData } from 'node:worker_threads';
import { Answerer, type GivenAnswer } from './answerer.ts';
import type { Act } from './assistant-call.ts';
import type { HomeChoice } from './home-version.ts';
import { errorAcross, refusedAcross } from './refused-across.ts';
import type { ActedForWorker, AskedOfWorker, SaidByWorker } from './worker-messages.ts';

/* A thread that answers, so that the one that serves is never kept waiting. */

// As the thread that serves gives it.
const choice: HomeChoice = workerData;
const answerer = new Answerer(choice);
/** Waits for actions to be done, by their numbers: a request may have several tools called. */
const acting = new Map<number, (said: ActedForWorker) => void>();
let last = 0;

parentPort?.on('message', (message: AskedOfWorker | ActedForWorker | 'close') => {
  if (message === 'close') void answerer.close().finally(() => parentPort?.close());
  else if ('task' in message) void answered(message).then(say);
  else acting.get(message.action)?.(message);
});

async function answered({ number, task }: AskedOfWorker): Promise<SaidByWorker> {
  try {
    if ('question' in task) return { number, answer: inBytes(await answerer.answer(task.question)) };
    return { number, reply: await answerer.converse(task.assistant, actFor(number)) };
  } catch (error) {
    return { number, ...refusedAcross(error) };
  }
}

/** Has an action done by the thread that serves, which has one after the other done. */
function actFor(number: number): Act {
  return async (name, given) => {
    const action = (last += 1);
    const done = new Promise<ActedForWorker>((resolve) => acting.set(action, resolve));
    say({ number, act: { action, name, given } });
    const { acted, ...why } = await done;
    acting.delete(action);
    if (acted !== undefined) return acted;
    throw errorAcross(why);
  };
}

/** An answer whose body has memory of its own, which is handed over: a long one is not held twice. */
function inBytes({ body, ...answer }: GivenAnswer): GivenAnswer & { readonly body: Uint8Array<ArrayBuffer> } {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);
  return { ...answer, body: bytes };
}

function say(said: SaidByWorker): void {
  const body = said.answer?.body;
  parentPort?.postMessage(
    said,
    body instanceof Uint8Array && body.buffer instanceof ArrayBuffer ? [body.buffer] : [],
  );
}
