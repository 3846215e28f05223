import { errorOf, type FoeprintError } from '../../facts/index.ts';
import { longName } from '../../forms/index.ts';
import { closestName } from '../../text/index.ts';
import { CLI_ISSUES } from '../issues.ts';
import type { OptionDeclaration } from './command.ts';

/**
 * Reads the value of an option from its text, given the value before.
 *
 * @param spellings of all options of the command, none of which can be a value: `--org --json` lacks one
 * @returns a function that throws FoeprintError C773 for such a one, C774 for a text that is no value of the option
 */
export function valueReader(
  option: OptionDeclaration,
  spellings: ReadonlySet<string>,
): (text: string, before: unknown) => unknown {
  const { many, choices, value, flags } = option;
  return (text, before) => {
    if (spellings.has(text)) throw lacksValue(flags);
    if (many === true) return [...(Array.isArray(before) ? (before as unknown[]) : []), text];
    if (choices !== undefined) return choiceNamed(text, choices, option);
    return value === undefined ? text : numberIn(text, value, option);
  };
}

/** What is said of an option that stands without its value. */
export function lacksValue(flags: string): FoeprintError {
  return errorOf(CLI_ISSUES.missingValue, `\`${flags}\` needs a value.`, { field: longName(flags) });
}

/** `-k, --keyword <word>` → `-k` and `--keyword`. */
export function spellingsOf({ flags }: OptionDeclaration): readonly string[] {
  return flags.match(/--?[\w-]+/gu) ?? [];
}

/** Whether a value follows it, always: `--org <file>`. */
export function takesValue({ flags }: OptionDeclaration): boolean {
  return flags.includes('<');
}

/** Whether a value never follows it: `--json`, unlike `--software [name]`, which one may follow. */
export function isFlag({ flags }: OptionDeclaration): boolean {
  return !/[<[]/u.test(flags);
}

/** What is said of a text that is none of the few values that there are. */
export function noChoice(
  text: string,
  choices: readonly string[],
  field: string,
  what = 'value of it',
): FoeprintError {
  const meant = didYouMean([closestName(text, choices) ?? []].flat());
  return errorOf(
    CLI_ISSUES.wrongValue,
    `“${text}” is no ${what}.${meant}`,
    { field },
    `It takes ${choices.join(', ')}.`,
  );
}

/** A sentence behind another; empty where nothing comes near. */
export function didYouMean(names: readonly string[]): string {
  return names.length === 0 ? '' : ` Did you mean ${names.map((name) => `\`${name}\``).join(' or ')}?`;
}

function choiceNamed(text: string, choices: readonly string[], { flags }: OptionDeclaration): string {
  if (choices.includes(text)) return text;
  throw noChoice(text, choices, longName(flags));
}

function numberIn(text: string, kind: 'integer' | 'number', { flags }: OptionDeclaration): number {
  const number = Number(text);
  const isFit = kind === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number);
  if (isFit && text.trim() !== '') return number;
  throw errorOf(
    CLI_ISSUES.wrongValue,
    `“${text}” is no ${kind === 'integer' ? 'whole number' : 'number'}.`,
    { field: longName(flags) },
    'Write it in digits, e.g. `10`.',
  );
}
