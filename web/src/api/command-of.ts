import { askedAgain } from '../given/kept-by-home.ts';

interface Written {
  readonly command: string;
  readonly fields: Readonly<Record<string, string>>;
}

type Given = string | number | boolean | object | null | undefined;

/**
 * The command that gives the same answer: `foeprint profile G0016 --direct`.
 *
 * @param written how the question is written, from `virtual:questions`
 * @param question as the envelope gives it back: with what holds by default, which is left out again
 * @param access rules and clearance that it was asked under
 */
export function commandOf(
  { command, fields }: Written,
  question: object,
  access: { readonly rules: readonly string[]; readonly tlp: string },
): string {
  const asked = askedAgain(question, fields) as Readonly<Record<string, Given>>;
  const given = Object.entries(fields).flatMap(([field, spelling]) => wordsFor(spelling, asked[field]));
  const beside = [
    ...access.rules.flatMap((pack) => ['--rules', shellWord(pack)]),
    ...(access.tlp === '' ? [] : ['--tlp', shellWord(access.tlp)]),
  ];
  return ['foeprint', command, ...given, ...beside].filter((word) => word !== '').join(' ');
}

function wordsFor(spelling: string, value: Given): readonly string[] {
  if (value === undefined || value === false || value === '') return [];
  if (Array.isArray(value)) return value.flatMap((each: Given) => wordsFor(spelling, each));
  const option = /--[a-z-]+/.exec(spelling)?.[0];
  if (value === true) return option === undefined ? [] : [option];
  if (value === null) return option === undefined ? [] : [option, 'none'];
  // What comes from a file on a command line is a value here; which file is the reader's to say.
  const word = typeof value === 'object' ? wordFor(value) : shellWord(String(value));
  return option === undefined ? [word] : [option, word];
}

/** What was seen is written as the ids that it is. */
function wordFor(value: object): string {
  return 'techniques' in value && Array.isArray(value.techniques)
    ? value.techniques.map((each) => shellWord(String(each))).join(' ')
    : 'FILE';
}

/** A word as a POSIX shell takes it. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
