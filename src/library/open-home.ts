import type * as z from 'zod/mini';
import type { Envelope } from '../answers/index.ts';
import {
  accessTo,
  openHome as openHomeFolder,
  type AccessOptions,
  type Home,
  type HomeOptions,
} from '../home/index.ts';
import { ask, USE_CASES, type UseCase, type UseCaseName } from '../workbench/index.ts';

type Row<Name extends UseCaseName> = Awaited<ReturnType<(typeof USE_CASES)[Name]>>;

/** What a use case is asked: its fields; those with a default may be left out. */
export type QuestionOf<Name extends UseCaseName> = z.input<Row<Name>['question']>;

/** What it answers. */
export type AnswerOf<Name extends UseCaseName> =
  Row<Name> extends UseCase<z.ZodMiniType, infer Answer> ? Answer : never;

/** A home, and the questions that it answers. */
export class OpenHome {
  /** Where knowledge is kept; for loading, syncing and whatever else changes it. */
  readonly home: Home;

  constructor(home: Home) {
    this.home = home;
  }

  /**
   * Asks a question.
   *
   * @param name the use case, e.g. `profile`
   * @param question its fields; docs/reference/answers.md lists those of every use case
   * @param options for whom, and by which rules
   * @throws FoeprintError W640 where it is no such question, and whatever the use case says
   */
  async ask<Name extends UseCaseName>(
    name: Name,
    question: QuestionOf<Name>,
    options?: AccessOptions,
  ): Promise<Envelope<z.output<Row<Name>['question']>, AnswerOf<Name>>>;
  async ask(name: UseCaseName, question: unknown, options: AccessOptions = {}): Promise<Envelope> {
    const useCase: UseCase = await USE_CASES[name]();
    return await ask(
      useCase,
      question,
      accessTo(() => Promise.resolve(this.home), options),
    );
  }

  /** Closes what was opened. */
  async close(): Promise<void> {
    await this.home.close();
  }
}

/**
 * Opens the home: where `FOEPRINT_HOME` says, else the platform's data folder, or the folder given.
 *
 * @throws FoeprintError with every mistake in the configuration (H501 to H504), or H510
 */
export async function openHome(options: HomeOptions = {}): Promise<OpenHome> {
  return new OpenHome(await openHomeFolder(options));
}
