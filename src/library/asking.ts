import type * as z from 'zod/mini';
import type { Envelope } from '../answers/index.ts';
import type { Access } from '../desk/index.ts';
import { ask, USE_CASES, type UseCase, type UseCaseName } from '../workbench/index.ts';

type Row<Name extends UseCaseName> = Awaited<ReturnType<(typeof USE_CASES)[Name]>>;

/** What a use case is asked: its fields; those with a default may be left out. */
export type QuestionOf<Name extends UseCaseName> = Asked<Row<Name>['question']>;

/** What goes in says which fields may be left out or null, what comes out of what type they are: zod takes in `unknown` where it checks. */
export type Asked<Schema extends z.ZodMiniType> = {
  readonly [Field in keyof z.input<Schema>]:
    z.output<Schema>[Field & keyof z.output<Schema>] | NullIn<z.input<Schema>[Field]>;
};

type NullIn<Input> = unknown extends Input ? never : Extract<Input, null>;

/** What it answers. */
export type AnswerOf<Name extends UseCaseName> =
  Row<Name> extends UseCase<z.ZodMiniType, infer Answer> ? Answer : never;

/** An answer in its envelope. */
export type EnvelopeOf<Name extends UseCaseName> = Envelope<z.output<Row<Name>['question']>, AnswerOf<Name>>;

/**
 * Asks a question of what an access leads to.
 *
 * @param name the use case, e.g. `profile`
 * @param question its fields; docs/reference/answers.md lists those of every use case
 * @throws FoeprintError W640 where it is no such question, and whatever the use case says
 */
export async function askOf<Name extends UseCaseName>(
  access: Access,
  name: Name,
  question: QuestionOf<Name>,
): Promise<EnvelopeOf<Name>>;
export async function askOf(access: Access, name: UseCaseName, question: unknown): Promise<Envelope> {
  const useCase: UseCase = await USE_CASES[name]();
  return await ask(useCase, question, access);
}
