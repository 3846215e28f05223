import { CONTROL_KEYS, readOrganisationText, organisationYaml } from '../../intake/index.ts';
import type { UnderstoodWord } from '../../answers/index.ts';
import type { AnswerKey, OrganisationAnswers } from '../../intake/index.ts';
import type { Issue } from '../../facts/index.ts';
import { VOCABULARIES, type Organisation } from '../../threat/index.ts';

/** One question about an organisation. */
export interface OrganisationQuestion {
  readonly key: AnswerKey;
  /** How the question begins. */
  readonly asks: string;
  /** What stands between several answers; absent where there is one. */
  readonly between?: ',' | ';';
  /** Whether it is taken from an option or a file alone. */
  readonly isUnasked?: true;
}

/** What an organisation is described by, in the order in which it is asked. */
export const ORGANISATION_QUESTIONS: readonly OrganisationQuestion[] = [
  { key: 'name', asks: 'Name' },
  { key: 'sectors', asks: 'Sectors', between: ',' },
  { key: 'countries', asks: 'Countries', between: ',' },
  { key: 'regions', asks: 'Regions', between: ',' },
  { key: 'platforms', asks: 'Platforms', between: ',' },
  { key: 'products', asks: 'Products', between: ',' },
  { key: 'motives', asks: 'Motives', between: ',' },
  // Whole phrases, which have commas of their own.
  { key: 'crownJewels', asks: 'Crown jewels', between: ';', isUnasked: true },
  { key: 'coverage', asks: 'Coverage files', between: ',' },
  { key: 'mitigations', asks: 'Mitigations', between: ',' },
  { key: 'mapped', asks: 'Controls of frameworks', between: ',', isUnasked: true },
  { key: 'lastAudit', asks: 'Last audit' },
];

/** An answer as the reader of `org.yaml` takes it. */
export interface CheckedAnswer {
  /** What to write down: names of the vocabularies, the rest as given. */
  readonly values: readonly string[];
  /** What words were taken for. */
  readonly understood: readonly UnderstoodWord[];
  /** What is wrong with it; nothing to mind where all are warnings. */
  readonly issues: readonly Issue[];
}

/** Checks an answer by reading it as a file would be read, so that both understand the same. */
export function checkAnswer(
  key: AnswerKey,
  words: readonly string[],
  findFile: (text: string) => string | undefined,
): CheckedAnswer {
  const alone: OrganisationAnswers = { name: ['–'], [key]: words };
  const { organisation, understood, issues } = readOrganisationText(organisationYaml(alone), '', findFile);
  const values = organisation === undefined ? [] : valuesOf(organisation, key, words);
  return { values, understood, issues: issues.filter(({ place }) => isAbout(place?.field ?? '', key)) };
}

/** The warning that there is nothing to compare by stands at `sectors`: what is about an answer stands in it. */
function isAbout(field: string, key: AnswerKey): boolean {
  const path = key in CONTROL_KEYS ? `controls.${key}` : key;
  return field.startsWith(`${path}[`) || (field === path && key !== 'sectors');
}

function valuesOf(organisation: Organisation, key: AnswerKey, words: readonly string[]): readonly string[] {
  // Paths stay relative to the file.
  if (key === 'coverage') return words;
  if (key === 'mitigations' || key === 'mapped') return organisation.controls[key] ?? [];
  const value = organisation[key] ?? [];
  return typeof value === 'string' ? [value] : value;
}

/** Splits a line into several answers; a name may have a comma of its own: `Bonaire, Sint Eustatius and Saba`. */
export function splitAnswer(line: string, { key, between }: OrganisationQuestion): readonly string[] {
  const whole = line.trim();
  if (between === undefined || isWord(key, whole)) return [whole];
  return whole
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isWord(key: AnswerKey, text: string): boolean {
  const vocabulary = Object.entries(VOCABULARIES).find(([name]) => name === key)?.[1];
  return vocabulary !== undefined && vocabulary.understand(text).length > 0;
}

/** Whether there is anything to compare adversaries by. */
export function hasPlaceOrSector({
  sectors = [],
  countries = [],
  regions = [],
}: OrganisationAnswers): boolean {
  return sectors.length + countries.length + regions.length > 0;
}
