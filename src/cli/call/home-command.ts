import * as z from 'zod/mini';
import { actedEnvelope } from '../../actions/index.ts';
import type { MarkingLevel } from '../../facts/index.ts';
import { TABLE_FORMATS } from '../../forms/index.ts';
import type { Document } from '../../render/index.ts';
import { documentOf, type UseCase } from '../../workbench/index.ts';
import type { Call } from './call.ts';
import { EXIT, type CommandDeclaration, type ExitCode } from './command.ts';
import { give, renderDocument } from '../terminal/present.ts';
import { stoppable } from '../terminal/stoppable.ts';
import { questionOf } from '../use-case/read-question.ts';
import { declarationOf } from '../use-case/use-case-command.ts';

/** Something that a command line does to a home, or says of the home itself: what it takes, does and answers. */
export interface HomeCommand<Fields extends z.core.$ZodLooseShape, Answer> extends Pick<
  UseCase,
  'name' | 'summary' | 'details' | 'examples'
> {
  /** Arguments and options, by the names under which {@link run} gets their values. */
  readonly given: Fields;
  readonly answer: z.ZodMiniType<Answer>;
  /** Whether what it says has tables, so that it is also written as such. */
  readonly hasTables?: true;
  /** @throws FoeprintError where it cannot be done */
  run(given: Given<Fields>, call: Call): Promise<Done<Answer>>;
  /** What was done, for people. They see paths as they gave them; the answer has names of files only. */
  document(answer: Answer, given: Given<Fields>): Document;
}

type Given<Fields extends z.core.$ZodLooseShape> = z.output<z.ZodMiniObject<Fields, z.core.$strict>>;

/** What came of a command. */
export interface Done<Answer> {
  readonly answer: Answer;
  /** How far the answer may go; absent where nothing marked is in it. */
  readonly level?: MarkingLevel | undefined;
  /** Default {@link EXIT.ok}. */
  readonly exitCode?: ExitCode;
}

/** The command that does something to a home. It is run once, whatever comes of it, and answers in the form of all questions. */
export function homeCommand<Fields extends z.core.$ZodLooseShape, Answer>(
  row: HomeCommand<Fields, Answer>,
): CommandDeclaration {
  const question = z.strictObject(row.given);
  return {
    ...declarationOf({ ...row, question }),
    schemas: { question, answer: row.answer },
    endings: row.hasTables === true ? TABLE_FORMATS : [],
    answer: async (call) => {
      const given = question.parse(await questionOf({ question }, call));
      const done = await stoppable(call.terminal, async () => await row.run(given, call));
      const envelope = actedEnvelope(row, given, done);
      const document = (answer: Answer): Document => row.document(answer, given);
      const data = (): unknown => envelope;
      await give(
        await renderDocument(call, { data, document: () => documentOf({ document }, envelope) }),
        call,
      );
      return done.exitCode ?? EXIT.ok;
    },
  };
}
