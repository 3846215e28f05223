import { existsSync } from 'node:fs';
import { placeName } from '../../acquisition/index.ts';
import { append } from '../../text/index.ts';
import { flag, option, options, OrgInitAnswer, PARAMETERS, path, paths } from '../../answers/index.ts';
import { errorOf, FoeprintError, formatIssue, issueOf, type Issue } from '../../facts/index.ts';
import { fileNamedIn, readOrganisation } from '../../home/index.ts';
import { organisationYaml, type AnswerKey, type OrganisationAnswers } from '../../intake/index.ts';
import { doneDocument, isRenamed, sayUnderstood } from '../../report/index.ts';
import { askOrganisation } from '../organisation/ask-organisation.ts';
import type { Call } from '../call/call.ts';
import { homeCommand } from '../call/home-command.ts';
import { CLI_ISSUES } from '../issues.ts';
import { withFileNames } from '../organisation/organisation.ts';
import {
  ORGANISATION_QUESTIONS,
  checkAnswer,
  hasPlaceOrSector,
  splitAnswer,
} from '../organisation/organisation-questions.ts';
import { longName } from '../../forms/index.ts';
import { writeNew } from '../files/write-new.ts';

const DEFAULT_FILE = 'org.yaml';

/** What options can say of an organisation, by the keys of `org.yaml`. */
const ANSWERS = {
  name: option('--name <name>', 'what it is called'),
  sectors: options('--sector <sector>', 'what it does; also NACE J61, NAICS 51 (repeatable)'),
  countries: options('--country <country>', 'where it is, by name or ISO code (repeatable)'),
  regions: options('--region <region>', 'larger part of the world, e.g. EU (repeatable)'),
  platforms: options('--platform <platform>', 'what it runs, e.g. Windows (repeatable)'),
  products: options('--product <product>', 'software in use (repeatable)'),
  motives: options('--motive <motive>', 'motive feared, e.g. espionage (repeatable)'),
  crownJewels: options('--crown-jewel <text>', 'what an adversary would be after (repeatable)'),
  coverage: paths(
    '--coverage <file>',
    'file, folder or archive that says what is covered, relative to the file written (repeatable)',
  ),
  mitigations: options('--mitigation <id>', 'mitigation in place, e.g. M1032 (repeatable)'),
  mapped: options('--control <id>', 'control of a mapped framework in place, e.g. AC-2 (repeatable)'),
  lastAudit: option('--last-audit <day>', 'day of the last audit, e.g. 2026-01-31'),
} as const satisfies Record<AnswerKey, unknown>;

export const orgInit = homeCommand({
  name: 'org init',
  summary: 'describe your organisation: asks, and writes a commented org.yaml',
  details:
    'Words are understood in any usual spelling and said back; what is not understood is asked again with the closest name. What options say is the default of its question. Without a terminal, or with --yes, nothing is asked: --name and one of --sector, --country and --region are then needed. docs/organisation.md has every key.',
  given: {
    file: path('[file]', 'file to write (default: org.yaml)'),
    ...ANSWERS,
    yes: flag('--yes', 'ask nothing'),
    force: flag('--force', 'write over a file that is there'),
  },
  answer: OrgInitAnswer,
  examples: [
    { line: 'org init my-org.yaml', label: 'question by question' },
    {
      line: 'org init telecom.yaml --name "Kaltbach Telecom" --sector telecoms --country LU --platform Windows --yes',
      label: 'for a script',
    },
  ],
  run: async ({ file = DEFAULT_FILE, yes, force, ...asked }, { terminal }) => {
    if (existsSync(file) && !force)
      throw errorOf(CLI_ISSUES.fileExists, `“${file}” is there already.`, { file });
    const findFile = (named: string): string | undefined => fileNamedIn(file, named);
    const given = givenAnswers(asked, terminal, findFile);
    const answers = await completed(terminal, yes, given, findFile);
    await writeNew(file, organisationYaml(answers), force, CLI_ISSUES.fileExists);
    const { organisation } = await readOrganisation(file);
    return { answer: { file: placeName(file), organisation: withFileNames(organisation) } };
  },
  document: (_, { file = DEFAULT_FILE }) =>
    doneDocument(`Written to ${file}`, [`Check it: foeprint org check ${file}`]),
});

type Options = Readonly<Partial<Record<AnswerKey, string | readonly string[] | undefined>>>;

/**
 * What the options say, in the names of the vocabularies.
 *
 * @throws FoeprintError C716 with everything that is not understood
 */
function givenAnswers(
  asked: Options,
  terminal: Call['terminal'],
  findFile: (text: string) => string | undefined,
): OrganisationAnswers {
  const issues: Issue[] = [];
  const answers: OrganisationAnswers = Object.fromEntries(
    ORGANISATION_QUESTIONS.map(
      (question) =>
        [
          question,
          [asked[question.key] ?? []].flat().flatMap((text) => splitAnswer(text, question)),
        ] as const,
    )
      .map(([question, words]) => [question, words.filter((text) => text !== '')] as const)
      .filter(([, words]) => words.length > 0)
      .map(([question, words]) => {
        const answer = checkAnswer(question.key, words, findFile);
        append(
          issues,
          answer.issues.map((issue) => ofOption(issue, question.key)),
        );
        for (const word of answer.understood.filter(isRenamed)) terminal.remark(sayUnderstood(word));
        return [question.key, answer.values];
      }),
  );
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new FoeprintError(errors);
  for (const issue of issues) terminal.remark(formatIssue(issue));
  return answers;
}

function ofOption(issue: Issue, key: AnswerKey): Issue {
  const field = longName(PARAMETERS.get(ANSWERS[key])?.spelling ?? '');
  if (issue.severity === 'warning') return { ...issue, place: { field } };
  return issueOf(CLI_ISSUES.optionNotUnderstood, issue.message, { field }, issue.hint);
}

/**
 * What is known when everybody who can be asked has been.
 *
 * @throws FoeprintError C715 where there is nobody and something is missing, C717 where somebody left
 */
async function completed(
  terminal: Call['terminal'],
  isSilent: boolean,
  given: OrganisationAnswers,
  findFile: (text: string) => string | undefined,
): Promise<OrganisationAnswers> {
  const prompter = isSilent ? undefined : terminal.openPrompter?.();
  if (prompter === undefined) {
    refuseIfIncomplete(given);
    return given;
  }
  try {
    // Straight to standard error: an answer to a question is no remark that --quiet silences.
    const answers = await askOrganisation({ prompter, say: terminal.complain, findFile }, given);
    if (answers !== undefined) return answers;
    throw errorOf(CLI_ISSUES.notAnswered, 'Not all questions were answered.');
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
    throw errorOf(CLI_ISSUES.optionsMissing, `What is missing: ${missing.join(', and ')}.`);
}
