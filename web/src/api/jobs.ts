import { ApiFault, fetchJson, issuesIn } from './ask.ts';

/** An action that takes its time, as the server describes it. */
export interface Job {
  readonly job: string;
  readonly state: 'waiting' | 'running' | 'done' | 'refused';
  /** What is done now. */
  readonly progress?: string;
  readonly answer?: object;
  readonly error?: object;
}

/** Milliseconds between two questions, where the server does not say by itself how far it has come. */
const PAUSE = 1000;
/** So often in a row the server may be out of reach before that is said. */
const PATIENCE = 10;

/**
 * What came of a job, when it has ended. The server says by itself how far it has come; where something between cuts that off, it is
 * asked every second.
 *
 * @throws ApiFault where it was refused, or where the server does not know it any more
 */
export async function answerOfJob(
  begun: Job,
  onProgress: (line: string) => void,
  signal?: AbortSignal,
): Promise<object> {
  const address = `/api/jobs/${begun.job}`;
  let job = await watched(begun, address, onProgress, signal);
  for (let missed = 0; !hasEnded(job);) {
    await pause(signal);
    try {
      job = (await fetchJson(address, signal === undefined ? {} : { signal })) as Job;
      missed = 0;
      onProgress(job.progress ?? '');
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error;
      if (error.status === 404) throw new ApiFault(404, [LOST]);
      if (++missed > PATIENCE || ![0, 429, 502, 503, 504].includes(error.status)) throw error;
    }
  }
  if (job.answer !== undefined) return job.answer;
  throw new ApiFault(400, issuesIn(job));
}

/** The server has begun anew, and its jobs are gone with it. What they did is not. */
const LOST = {
  code: '',
  message: 'The server does not know any more what came of this.',
  hint: 'It has begun anew since. The journal says whether it was done.',
};

function hasEnded({ state }: Job): boolean {
  return state === 'done' || state === 'refused';
}

/** Follows what the server says by itself, as long as it does. @returns what it said last */
async function watched(
  begun: Job,
  address: string,
  onProgress: (line: string) => void,
  signal: AbortSignal | undefined,
): Promise<Job> {
  let job = begun;
  if (hasEnded(job)) return job;
  try {
    const { ok, body } = await fetch(address, {
      credentials: 'same-origin',
      headers: { accept: 'text/event-stream' },
      ...(signal === undefined ? {} : { signal }),
    });
    if (!ok || body === null) return job;
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const { events, left } = eventsIn(rest + read.value);
      rest = left;
      for (const event of events) {
        job = JSON.parse(event) as Job;
        onProgress(job.progress ?? '');
      }
    }
  } catch (error) {
    if (signal?.aborted === true) throw error;
    // It was cut off: what came of it is asked for.
  }
  return job;
}

/** The data of all events that are whole in what has come of a stream, and what is left of it. */
export function eventsIn(text: string): { readonly events: readonly string[]; readonly left: string } {
  const blocks = text.split(/\r?\n\r?\n/u);
  const left = blocks.pop() ?? '';
  const events = blocks
    .map((block) =>
      block
        .split(/\r?\n/u)
        .flatMap((line) => (line.startsWith('data:') ? [line.slice(5).replace(/^ /u, '')] : []))
        .join('\n'),
    )
    .filter((data) => data !== '');
  return { events, left };
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    setTimeout(resolve, PAUSE);
  });
  signal?.throwIfAborted();
}
