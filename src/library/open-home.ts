import type { ActionName, ActOptions } from '../actions/index.ts';
import {
  accessTo,
  openHome as openHomeFolder,
  type AccessOptions,
  type Home,
  type HomeOptions,
} from '../home/index.ts';
import type { UseCaseName } from '../workbench/index.ts';
import { actOn, type ActedOf, type GivenOf } from './acting.ts';
import { askOf, type EnvelopeOf, type QuestionOf } from './asking.ts';

/** A home, the questions that it answers, and what is done to it. */
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
  /**
   * Does something to it, and records that: `await home.act('load', { locations: ['report.json'] })`.
   *
   * @param name the action, e.g. `load`, `assert`, `report-review`: a command that changes the home, with hyphens
   * @param given its fields, as the command of that name has them; those with a default may be left out
   * @param options who acts, and how far they are cleared
   * @throws FoeprintError C861 where it does not take them, and whatever the action says
   */
  act<Name extends ActionName>(
    name: Name,
    given: GivenOf<Name>,
    options?: ActOptions,
  ): Promise<ActedOf<Name>>;
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
  const doing: OpenHome['act'] = async (name, given, how) => await actOn(home, name, given, how);
  return Object.assign(home, { ask, act: doing });
}
