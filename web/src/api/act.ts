import type { ActedOf, ActionName, GivenOf } from 'foeprint/answers';
import { fetchJson } from './ask.ts';
import { answerOfJob, type Job } from './jobs.ts';

/** What came of an action, in its envelope. */
export type Acted<Name extends ActionName> = ActedOf<Name> & {
  /** Where to post to undo it; absent where nothing was changed, and where it cannot be undone. */
  readonly undo?: string;
};

/** A file that is sent. */
export type SentFile = Blob & { readonly name: string };

export interface ActOptions<Field extends string = string> {
  /** Files, by the field that they are for; that field is left out of what is given. */
  readonly files?: Readonly<Record<Field, readonly SentFile[]>>;
  /** Is called with what is done now, one line at a time. */
  readonly onProgress?: (line: string) => void;
  /** Ends the waiting. What has begun is done nevertheless. */
  readonly signal?: AbortSignal;
}

/**
 * Does something to the home of the server: `await act('retract', { name: 'AS-1A2B3C4D' })`. It waits until it is done, however long that
 * takes.
 *
 * @param name the action, e.g. `assert`
 * @param given its fields, as the command of that name has them
 * @throws ApiFault where it is refused, or where the server is not there to say what came of it
 */
export async function act<Name extends ActionName, Field extends keyof GivenOf<Name> & string = never>(
  name: Name,
  given: Omit<GivenOf<Name>, Field>,
  options: ActOptions<Field> = {},
): Promise<Acted<Name>> {
  return (await done(`/api/actions/${name}`, bodyOf(given, options.files ?? {}), options)) as Acted<Name>;
}

/**
 * Undoes what was done; the answer has the address that undoes this again.
 *
 * @param address as the answer of the action gave it
 * @throws ApiFault where it is refused, as where something was changed again since
 */
export async function undo(address: string, options: Omit<ActOptions, 'files'> = {}): Promise<Acted<'undo'>> {
  return (await done(address, '{}', options)) as Acted<'undo'>;
}

async function done(
  address: string,
  body: string | FormData,
  { onProgress, signal }: Omit<ActOptions, 'files'>,
): Promise<unknown> {
  const came = (await fetchJson(address, {
    method: 'POST',
    body,
    // Whoever looks on is shown lines from the beginning; for others a short action is one request.
    ...(onProgress === undefined ? {} : { headers: { prefer: 'respond-async' } }),
    ...(signal === undefined ? {} : { signal }),
  })) as object;
  return isJob(came) ? await answerOfJob(came, onProgress ?? (() => {}), signal) : came;
}

/** What is given as JSON, or, with files, as a form. */
export function bodyOf(
  given: object,
  files: Readonly<Record<string, readonly SentFile[]>>,
): string | FormData {
  const sent = Object.entries(files).flatMap(([field, each]) => each.map((file) => [field, file] as const));
  if (sent.length === 0) return JSON.stringify(given);
  const form = new FormData();
  form.append('given', JSON.stringify(given));
  for (const [field, file] of sent) form.append(field, file, file.name);
  return form;
}

function isJob(came: object): came is Job {
  return 'job' in came && 'state' in came;
}
