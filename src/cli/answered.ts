import type { Document } from '../export/index.ts';
import { noticesOf } from '../workbench/index.ts';
import type { Reading } from '../workbench/index.ts';
import { EXIT } from './command.ts';
import { restingOn } from './resting-on.ts';
import type { Outcome } from './command.ts';

/**
 * An answer from the stored knowledge: as JSON with the sources it rests on and their copyright statements,
 * for people as a document.
 *
 * @param isEmpty the answer is empty or no
 */
export function answered<Answer extends object>(
  reading: Reading,
  answer: Answer,
  document: (answer: Answer, notices: readonly string[]) => Document,
  isEmpty: boolean,
): Outcome {
  const notices = noticesOf(reading);
  const shown = resting(reading, answer);
  return {
    data: shown,
    reading,
    document: () => document(shown, notices),
    exitCode: isEmpty ? EXIT.nothing : EXIT.ok,
  };
}

/** The answer, naming those sources that it rests on where it names all that are in view. */
function resting<Answer extends object>({ view }: Reading, answer: Answer): Answer {
  const all = new Set(view.sources.map(({ name }) => name));
  const told: unknown = Reflect.get(answer, 'sources');
  if (!Array.isArray(told) || told.length === 0 || !told.every((name) => all.has(name))) return answer;
  const sources = restingOn(view, JSON.stringify({ ...answer, sources: [] })).map(({ name }) => name);
  return { ...answer, sources };
}
