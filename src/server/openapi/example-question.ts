import { isArgument, parametersOf, type NamedParameter } from '../../forms/index.ts';
import type { UseCase } from '../../workbench/index.ts';

/** A question as a program asks it. */
export type ExampleQuestion = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * The question that an example of a command line asks; undefined where it names files, whose content a program sends instead, or asks
 * for something that is no part of the question.
 *
 * @param line as rows have it: `profile APT28 --brief -o apt28.pdf`
 */
export function exampleQuestion(
  useCase: Pick<UseCase, 'name' | 'question'>,
  line: string,
): ExampleQuestion | undefined {
  const parameters = parametersOf(useCase);
  const [given, ...options] = partsOf(line.slice(useCase.name.length));
  const fields: [NamedParameter, string][] = [];
  const positional = parameters.filter(isArgument);
  for (const [index, word] of (given?.words ?? []).entries()) {
    const parameter = positional[index] ?? positional.at(-1);
    if (parameter === undefined) return undefined;
    fields.push([parameter, word]);
  }
  for (const { flag, words } of options) {
    if (OUTPUT.has(flag)) continue;
    const parameter = parameters.find((each) => !isArgument(each) && spellingsOf(each).includes(flag));
    if (parameter === undefined) return undefined;
    fields.push([parameter, words.join(' ')]);
  }
  if (fields.some(([{ holds }]) => holds !== undefined) || lacksSomething(useCase, fields)) return undefined;
  const question: Record<string, string | number | boolean | readonly string[]> = {};
  for (const [{ field, kind, isMany }, word] of fields) {
    const before = question[field];
    question[field] = isMany ? [...(Array.isArray(before) ? before : []), word] : VALUES[kind](word);
  }
  return question;
}

/** Where an answer goes to, and as what: no part of the question. */
const OUTPUT: ReadonlySet<string> = new Set(['-o', '--out', '--json', '--format', '--as']);

const VALUES: Readonly<Record<NamedParameter['kind'], (word: string) => string | number | boolean>> = {
  text: (word) => word,
  choice: (word) => word,
  file: (word) => word,
  flag: () => true,
  integer: Number,
  number: Number,
};

function lacksSomething(
  { question }: Pick<UseCase, 'question'>,
  fields: readonly [NamedParameter, string][],
): boolean {
  const given = Object.fromEntries(
    fields.map(([{ field, kind, isMany }, word]) => [field, isMany ? [word] : VALUES[kind](word)]),
  );
  return !question.safeParse(given).success;
}

function spellingsOf({ spelling }: NamedParameter): readonly string[] {
  return spelling.match(/--?[\w-]+/gu) ?? [];
}

interface Part {
  /** Empty for what stands before all options. */
  readonly flag: string;
  readonly words: readonly string[];
}

/** Words of a command line, those in quotes as one, gathered behind their options. */
function partsOf(line: string): readonly Part[] {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  const parts: Part[] = [{ flag: '', words: [] }];
  for (const word of words) {
    const last = parts.at(-1);
    if (/^--?[a-z]/u.test(word))
      parts.push({ flag: word.split('=', 1)[0] ?? word, words: valueBehind(word) });
    else if (last !== undefined) parts[parts.length - 1] = { ...last, words: [...last.words, word] };
  }
  return parts;
}

function valueBehind(word: string): readonly string[] {
  return word.includes('=') ? [word.slice(word.indexOf('=') + 1)] : [];
}
