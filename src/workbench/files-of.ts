import type * as z from 'zod/mini';
import type { Envelope } from '../answers/index.ts';
import type { AnswerFile, UseCase } from './use-case.ts';

/** Where the copyright and licence statements stand of what the files quote. */
const NOTICES = 'NOTICE.txt';

/**
 * An answer as the files of one folder: each says how far it may go, and a file has the notices. None where the use case has no such
 * form.
 */
export async function filesOf<Answer>(
  { files }: Pick<UseCase<z.ZodMiniType, Answer>, 'files'>,
  envelope: Envelope<unknown, Answer>,
): Promise<readonly Pick<AnswerFile, 'path' | 'text' | 'isGiven'>[]> {
  const { answer, notices, markings } = envelope;
  const made = (await files?.(answer, envelope)) ?? [];
  if (made.length === 0) return [];
  // Loaded when wanted: few answers become files, and fewer bear a marking.
  const { markText } = await import('../export/index.ts');
  const marked = made.map(({ text, form = 'as-given', ...file }) => ({
    ...file,
    text: markings.level === undefined ? text : markText(text, form, markings.level),
  }));
  const lines = [...(markings.level === undefined ? [] : [markings.level]), ...notices];
  return lines.length === 0 ? marked : [...marked, { path: NOTICES, text: `${lines.join('\n\n')}\n` }];
}
