import type * as z from 'zod/mini';
import type { Envelope } from '../answers/index.ts';
import { code, type Block, type Document, type Inline } from '../render/index.ts';
import { defined } from '../text/index.ts';
import type { UseCase } from './use-case.ts';

/** An answer for people, with what its envelope says of it: notes before the answer, markings, notices at the end. */
export function documentOf<Answer>(
  { document }: Pick<UseCase<z.ZodMiniType, Answer>, 'document'>,
  envelope: Envelope<unknown, Answer>,
): Document {
  const { answer, markings, notes, notices } = envelope;
  const { blocks, contentsAt, ...made } = document(answer, envelope);
  return {
    ...made,
    blocks: [...notes.map((note): Block => ({ kind: 'paragraph', content: withCommands(note) })), ...blocks],
    ...(contentsAt === undefined ? {} : { contentsAt: contentsAt + notes.length }),
    notices,
    ...defined({ marking: markings.level, leftOut: sayLeftOut(markings) }),
  };
}

/** A note with what stands between backticks as code: commands, as a terminal shows them. */
function withCommands(note: string): readonly Inline[] {
  return note.split(/`([^`]+)`/u).map((part, place) => (place % 2 === 1 ? code(part) : part));
}

/** `3 objects marked above TLP:GREEN are left out.`; undefined where nothing is. */
export function sayLeftOut({ leftOut }: Envelope['markings']): string | undefined {
  if (leftOut === undefined || leftOut.objects === 0) return undefined;
  const { objects, above } = leftOut;
  const what = objects === 1 ? '1 object marked above' : `${objects} objects marked above`;
  return `${what} ${above} ${objects === 1 ? 'is' : 'are'} left out.`;
}
