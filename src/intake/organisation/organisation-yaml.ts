import { stringify } from 'yaml';
import type { values } from '../../text/index.ts';
import { VOCABULARIES, type Vocabulary } from '../../threat/index.ts';
import { CONTROL_KEYS, ORGANISATION_KEYS } from './organisation-schema.ts';

/** What somebody answered, by key; keys of `controls` stand beside the others. Absent or empty: not answered. */
export type OrganisationAnswers = Readonly<Partial<Record<AnswerKey, readonly string[]>>>;

/** Keys that can be asked for in a line; partners and sightings are for the file. */
export type AnswerKey =
  | Exclude<keyof typeof ORGANISATION_KEYS, 'controls' | 'supplyChain' | 'sightingsAs' | 'sightings'>
  | keyof typeof CONTROL_KEYS;

const HEAD = `# An organisation that adversaries may attack. Check it with \`foeprint org check\`.
# Every list may be one text or a list of texts. What is not given is a comment with an example.
`;

/** Keys of which there is one value. */
const SINGLE: ReadonlySet<string> = new Set<AnswerKey>(['name', 'lastAudit']);

/** Answers as a commented `org.yaml` (docs/organisation.md), for people to go on with. */
export function organisationYaml(answers: OrganisationAnswers): string {
  const given = new Map<string, readonly string[] | undefined>(Object.entries(answers));
  const blocks = Object.entries(ORGANISATION_KEYS).map(([key, row]) =>
    key === 'controls' ? controlsBlock(given) : entryOf(key, row, given.get(key)),
  );
  return [HEAD, ...blocks].join('\n');
}

function controlsBlock(given: ReadonlyMap<string, readonly string[] | undefined>): string {
  const isGiven = Object.keys(CONTROL_KEYS).some((key) => (given.get(key) ?? []).length > 0);
  const lines = Object.entries(CONTROL_KEYS).map(([key, row]) => entryOf(key, row, given.get(key)));
  const head = `${commentOf(ORGANISATION_KEYS.controls.meaning)}${isGiven ? '' : '# '}controls:\n`;
  return head + lines.join('').replaceAll(/^(?=.)/gm, '  ');
}

function entryOf(
  key: string,
  { meaning, example }: values.KeyMeaning,
  values: readonly string[] = [],
): string {
  const [first = ''] = values;
  if (first === '') return `${commentOf(meaning)}# ${key}: ${flow(example)}\n`;
  const entry = stringify({ [key]: SINGLE.has(key) ? first : values }, { lineWidth: 0 });
  return commentOf(meaning) + withNames(key, values, entry);
}

/** Says what codes stand for: `- LU # Luxembourg`. */
function withNames(key: string, values: readonly string[], entry: string): string {
  const vocabulary = new Map<string, Vocabulary>(Object.entries(VOCABULARIES)).get(key);
  const names = values.map((value) => vocabulary?.say(value) ?? value);
  const [head = '', ...items] = entry.trimEnd().split('\n');
  const lines = items.map((line, index) => {
    const [value = '', name = ''] = [values[index], names[index]];
    return name.toLowerCase().replaceAll(' ', '-') === value.toLowerCase().replaceAll(' ', '-')
      ? line
      : `${line} # ${name}`;
  });
  return `${[head, ...lines].join('\n')}\n`;
}

function commentOf(meaning: string): string {
  return `# ${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}\n`;
}

/** As one would write it in a line. */
function flow(example: unknown): string {
  return stringify(example, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trimEnd();
}
