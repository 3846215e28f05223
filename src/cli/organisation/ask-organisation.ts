import { CONTROL_KEYS, ORGANISATION_KEYS, type OrganisationAnswers } from '../../intake/index.ts';
import { isRenamed, sayUnderstood } from '../../report/index.ts';
import {
  checkAnswer,
  hasPlaceOrSector,
  ORGANISATION_QUESTIONS,
  splitAnswer,
} from './organisation-questions.ts';
import type { OrganisationQuestion } from './organisation-questions.ts';
import type { Prompter } from './prompter.ts';

/** What asking needs of the world. */
export interface Asking {
  readonly prompter: Prompter;
  /** Says something between questions. */
  readonly say: (text: string) => void;
  /** The path of a file that an answer names; undefined where there is none. */
  readonly findFile: (text: string) => string | undefined;
}

/**
 * Asks for an organisation, question by question. What is given already is the default of its question. What is understood
 * is said back, what is not is asked again.
 *
 * @returns undefined where nobody answers any more
 */
export async function askOrganisation(
  asking: Asking,
  given: OrganisationAnswers,
): Promise<OrganisationAnswers | undefined> {
  let answers = given;
  for (const question of ORGANISATION_QUESTIONS) {
    if (question.isUnasked === true) continue;
    const answer = await askOne(asking, question, answers);
    if (answer === undefined) return undefined;
    answers = { ...answers, [question.key]: answer };
  }
  return answers;
}

async function askOne(
  asking: Asking,
  question: OrganisationQuestion,
  answers: OrganisationAnswers,
): Promise<readonly string[] | undefined> {
  const before = answers[question.key] ?? [];
  asking.say(introductionOf(question));
  let refused: string | undefined;
  for (;;) {
    const line = (await asking.prompter.ask(promptOf(question, before)))?.trim();
    if (line === undefined) return undefined;
    const words = line === '' ? before : splitAnswer(line, question);
    const answer =
      words.length === 0
        ? emptyAnswer(asking, question, answers)
        : checked(asking, question, words, line === refused);
    if (answer !== undefined) return answer;
    refused = line;
  }
}

/** `Sectors: what it does, e.g. energy` */
function introductionOf({ key, asks, between }: OrganisationQuestion): string {
  const { meaning, example } = { ...ORGANISATION_KEYS, ...CONTROL_KEYS }[key];
  const several = between === undefined ? '' : `; several with ${between === ',' ? 'commas' : 'semicolons'}`;
  return `\n${asks}: ${meaning}\n  e.g. ${[example].flat().join(', ')}${several}`;
}

/** What an empty line means, in brackets. */
function promptOf({ key, between }: OrganisationQuestion, before: readonly string[]): string {
  if (before.length > 0) return `  [${before.join(`${between} `)}] > `;
  return key === 'name' ? '  > ' : '  [none] > ';
}

/** No answer is one, but to what is needed. */
function emptyAnswer(
  { say }: Asking,
  { key }: OrganisationQuestion,
  answers: OrganisationAnswers,
): readonly string[] | undefined {
  const needed =
    key === 'name'
      ? 'It needs a name.'
      : 'Without a sector, a country or a region there is nothing to compare adversaries by: name a region, e.g. Europe.';
  if (key !== 'name' && (key !== 'regions' || hasPlaceOrSector(answers))) return [];
  say(`  ${needed}`);
  return undefined;
}

/** @param isInsisted the same was answered before: warnings are then no reason to ask again */
function checked(
  { say, findFile }: Asking,
  { key }: OrganisationQuestion,
  words: readonly string[],
  isInsisted: boolean,
): readonly string[] | undefined {
  const { values, understood, issues } = checkAnswer(key, words, findFile);
  const isWrong = issues.some(({ severity }) => severity === 'error');
  if (isWrong || (issues.length > 0 && !isInsisted)) {
    for (const { message } of issues) say(`  ${message}`);
    if (!isWrong) say('  Answer the same again to keep it.');
    return undefined;
  }
  for (const word of understood.filter(isRenamed)) say(`  ${sayUnderstood(word)}`);
  return values;
}
