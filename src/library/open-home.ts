import {
  accessTo,
  openHome as openHomeFolder,
  type AccessOptions,
  type Home,
  type HomeOptions,
} from '../home/index.ts';
import type { UseCaseName } from '../workbench/index.ts';
import { askOf, type EnvelopeOf, type QuestionOf } from './asking.ts';

/** A home, and the questions that it answers. */
export interface OpenHome extends Home {
  /**
   * Asks a question: `await home.ask('profile', { group: 'APT28' })`.
   *
   * @param name the use case, e.g. `profile`
   * @param question its fields; docs/reference/answers.md lists those of every use case
   * @param options for whom, and by which rules
   * @throws FoeprintError W640 where it is no such question, and whatever the use case says
   */
  ask<Name extends UseCaseName>(
    name: Name,
    question: QuestionOf<Name>,
    options?: AccessOptions,
  ): Promise<EnvelopeOf<Name>>;
}

/**
 * Opens the home: where `FOEPRINT_HOME` says, else the platform's data folder, or the folder given.
 *
 * @throws FoeprintError with every mistake in the configuration (H501 to H504), or H510
 */
export async function openHome(options: HomeOptions = {}): Promise<OpenHome> {
  const home = await openHomeFolder(options);
  const ask: OpenHome['ask'] = async (name, question, access) =>
    await askOf(
      accessTo(() => Promise.resolve(home), access),
      name,
      question,
    );
  return Object.assign(home, { ask });
}
