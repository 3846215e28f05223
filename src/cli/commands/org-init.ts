import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { append } from '../../text/index.ts';
import { FoeprintError, formatIssue, issueOf } from '../../facts/index.ts';
import type { Issue } from '../../facts/index.ts';
import { fileNamedIn, readOrganisation, replaceFile } from '../../home/index.ts';
import { organisationYaml } from '../../intake/index.ts';
import type { OrganisationAnswers } from '../../intake/index.ts';
import { doneReport, isRenamed, sayUnderstood } from '../../report/index.ts';
import { askOrganisation } from '../organisation/ask-organisation.ts';
import type { Call, CallOptions } from '../call.ts';
import type { Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';
import {
  ORGANISATION_QUESTIONS,
  checkAnswer,
  hasPlaceOrSector,
  splitAnswer,
} from '../organisation/organisation-questions.ts';
import type { OrganisationQuestion } from '../organisation/organisation-questions.ts';

export async function run(call: Call): Promise<Outcome> {
  const {
    arguments: [file = 'org.yaml'],
    options,
  } = call;
  if (existsSync(file) && !options.flag('force'))
    throw new FoeprintError([issueOf(CLI_ISSUES.fileExists, `“${file}” is there already.`, { file })]);
  const findFile = (told: string): string | undefined => fileNamedIn(file, told);
  const given = givenAnswers(call, findFile);
  const answers = await completed(call, given, findFile);
  await write(file, organisationYaml(answers), options.flag('force'));
  const { organisation } = await readOrganisation(file);
  const next = [`Check it: foeprint org check ${file}`];
  return { data: { file, organisation }, document: () => doneReport(`Written to ${file}`, next) };
}

/**
 * What the options say, in the names of the vocabularies.
 *
 * @throws FoeprintError C716 with everything that is not understood
 */
function givenAnswers(
  { options, terminal }: Call,
  findFile: (told: string) => string | undefined,
): OrganisationAnswers {
  const issues: Issue[] = [];
  const answers: OrganisationAnswers = Object.fromEntries(
    ORGANISATION_QUESTIONS.map((question) => [question, toldBy(options, question)] as const)
      .filter(([, told]) => told.length > 0)
      .map(([question, told]) => {
        const answer = checkAnswer(question.key, told, findFile);
        append(
          issues,
          answer.issues.map((issue) => ofOption(issue, question)),
        );
        for (const word of answer.understood.filter(isRenamed)) terminal.remark(sayUnderstood(word));
        return [question.key, answer.values];
      }),
  );
  const [first, ...others] = issues.filter(({ severity }) => severity === 'error');
  if (first !== undefined) throw new FoeprintError([first, ...others]);
  for (const issue of issues) terminal.remark(formatIssue(issue));
  return answers;
}

function toldBy(options: CallOptions, question: OrganisationQuestion): readonly string[] {
  const told =
    question.between === undefined ? [options.text(question.option) ?? ''] : options.texts(question.option);
  return told.flatMap((text) => splitAnswer(text, question)).filter((text) => text !== '');
}

/** `crownJewel` → `--crown-jewel` */
function flagOf({ option }: OrganisationQuestion): string {
  return `--${option.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

function ofOption(issue: Issue, question: OrganisationQuestion): Issue {
  const field = flagOf(question);
  if (issue.severity === 'warning') return { ...issue, place: { field } };
  return issueOf(CLI_ISSUES.optionNotUnderstood, issue.message, { field }, issue.hint);
}

/**
 * What is known when everybody who can be asked has been.
 *
 * @throws FoeprintError C715 where there is nobody and something is missing, C717 where somebody left
 */
async function completed(
  { options, terminal }: Call,
  given: OrganisationAnswers,
  findFile: (told: string) => string | undefined,
): Promise<OrganisationAnswers> {
  const prompter = options.flag('yes') ? undefined : terminal.openPrompter?.();
  if (prompter === undefined) {
    refuseIfIncomplete(given);
    return given;
  }
  try {
    // Straight to standard error: an answer to a question is no remark that --quiet silences.
    const answers = await askOrganisation({ prompter, say: terminal.complain, findFile }, given);
    if (answers !== undefined) return answers;
    throw new FoeprintError([issueOf(CLI_ISSUES.notAnswered, 'Not all questions were answered.')]);
  } finally {
    prompter.close();
  }
}

function refuseIfIncomplete(given: OrganisationAnswers): void {
  const missing = [
    ...((given.name ?? []).length > 0 ? [] : ['`--name`']),
    ...(hasPlaceOrSector(given) ? [] : ['one of `--sector`, `--country` and `--region`']),
  ];
  if (missing.length > 0)
    throw new FoeprintError([
      issueOf(CLI_ISSUES.optionsMissing, `What is missing: ${missing.join(', and ')}.`),
    ]);
}

/** @throws FoeprintError C714 where somebody else wrote it meanwhile, C701 where it cannot be written */
async function write(file: string, text: string, isForced: boolean): Promise<void> {
  try {
    if (isForced) await replaceFile(file, text);
    else await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new FoeprintError([
      isThere
        ? issueOf(CLI_ISSUES.fileExists, `“${file}” is there already.`, { file })
        : issueOf(CLI_ISSUES.cannotWrite, `“${file}” cannot be written: ${String(error)}.`, { file }),
    ]);
  }
}
