import type { Document } from '../render/index.ts';
import type { Source } from '../facts/index.ts';
import { noticesOfSources } from '../desk/index.ts';
import { restedOn } from '../workbench/index.ts';
import type { Reading } from '../desk/index.ts';
import { EXIT } from './command.ts';
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
  const sources = restedOn(reading.view, [answer]);
  const shown = restingAnswer(reading, answer, () => sources);
  const notices = noticesOfSources(sources);
  return {
    data: shown,
    reading,
    document: () => document(shown, notices),
    exitCode: isEmpty ? EXIT.nothing : EXIT.ok,
  };
}

/**
 * The answer, naming those sources that it rests on, with their notices, where it names all that are in view.
 *
 * @param resting those sources, for whoever has found them already
 */
export function restingAnswer<Answer extends object>(
  { view }: Reading,
  answer: Answer,
  resting: () => readonly Source[] = () => restedOn(view, [answer]),
): Answer {
  const all = new Set(view.sources.map(({ name }) => name));
  const told: unknown = Reflect.get(answer, 'sources');
  if (!Array.isArray(told) || told.length === 0 || !told.every((name) => all.has(name))) return answer;
  const sources = resting();
  const notices = 'notices' in answer ? { notices: noticesOfSources(sources) } : {};
  return { ...answer, sources: [...new Set(sources.map(({ name }) => name))], ...notices };
}
