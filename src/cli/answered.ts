import type { Document } from '../export/index.ts';
import { noticesOf } from '../workbench/index.ts';
import type { Reading } from '../workbench/index.ts';
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
  const notices = noticesOf(reading);
  const sources = reading.view.sources.map(({ id, name }) => ({ id, name }));
  return {
    data: { ...answer, sources, notices },
    document: () => document(answer, notices),
    exitCode: isEmpty ? EXIT.nothing : EXIT.ok,
  };
}
