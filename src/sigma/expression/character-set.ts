/** Which characters may stand at a place, by their numbers in Unicode. */
export interface CharacterSet {
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly negated: boolean;
  /** Whether upper and lower case are the same. */
  readonly folded: boolean;
}

export function setOf(
  ranges: CharacterSet['ranges'],
  { negated = false, folded = false }: Partial<CharacterSet> = {},
): CharacterSet {
  return { ranges, negated, folded };
}

export function oneOf(character: number, folded = false): CharacterSet {
  return setOf([[character, character]], { folded });
}

export function holds(set: CharacterSet, character: number): boolean {
  const isIn = (one: number): boolean => set.ranges.some(([from, to]) => from <= one && one <= to);
  if (!set.folded) return isIn(character) !== set.negated;
  const text = String.fromCodePoint(character);
  const cases = [character, single(text.toLowerCase()), single(text.toUpperCase())];
  return cases.some((one) => one !== undefined && isIn(one)) !== set.negated;
}

function single(text: string): number | undefined {
  const code = text.codePointAt(0);
  return code !== undefined && String.fromCodePoint(code).length === text.length ? code : undefined;
}

/** The one character that a set holds, in lower case where it may stand in either; undefined where it may be another. */
export function characterOf(set: CharacterSet): string | undefined {
  if (set.negated || set.ranges.length > 2) return undefined;
  const characters = set.ranges.map(([from, to]) => (from === to ? String.fromCodePoint(from) : undefined));
  const [first, second = first] = characters;
  if (first === undefined || second === undefined) return undefined;
  return first.toLowerCase() === second.toLowerCase() ? first.toLowerCase() : undefined;
}

const TOP = 0x10_ff_ff;
export const ANY: CharacterSet = setOf([[0, TOP]]);
export const NOT_A_NEWLINE: CharacterSet = setOf([[10, 10]], { negated: true });

const DIGITS = [[48, 57]] as const;
const WORD = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
] as const;
const SPACE = [
  [9, 13],
  [32, 32],
] as const;
const BLANK = [
  [9, 9],
  [32, 32],
] as const;

/** What a letter behind a backslash stands for: the classes of PCRE, which are of ASCII. */
export const CLASSES: Readonly<Record<string, CharacterSet['ranges']>> = {
  d: DIGITS,
  w: WORD,
  s: SPACE,
  h: BLANK,
  D: complement(DIGITS),
  W: complement(WORD),
  S: complement(SPACE),
  H: complement(BLANK),
};

/** `[:name:]` within brackets. */
export const POSIX_CLASSES: Readonly<Record<string, CharacterSet['ranges']>> = {
  alpha: [
    [65, 90],
    [97, 122],
  ],
  digit: DIGITS,
  alnum: [
    [48, 57],
    [65, 90],
    [97, 122],
  ],
  upper: [[65, 90]],
  lower: [[97, 122]],
  space: SPACE,
  blank: BLANK,
  xdigit: [
    [48, 57],
    [65, 70],
    [97, 102],
  ],
  punct: [
    [33, 47],
    [58, 64],
    [91, 96],
    [123, 126],
  ],
};

export function isWordCharacter(character: number): boolean {
  return WORD.some(([from, to]) => from <= character && character <= to);
}

function complement(ranges: CharacterSet['ranges']): CharacterSet['ranges'] {
  const gaps = ranges.map(([from], position) => [(ranges[position - 1]?.[1] ?? -1) + 1, from - 1] as const);
  return [...gaps, [(ranges.at(-1)?.[1] ?? -1) + 1, TOP] as const].filter(([from, to]) => from <= to);
}
