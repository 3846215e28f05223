import { ANY, matcherOf, necessaryTexts, oneOf, type Expression } from '../expression/index.ts';
import { inForm, type FieldText, type FormName } from '../events/field-text.ts';
import type { Atom } from './atoms.ts';

/** A text of a rule: pieces that are as they stand, and wildcards between them. */
export type TextPattern = readonly (string | typeof MANY | typeof ONE)[];

/** `*`: any characters, also none. */
export const MANY = Symbol('*');
/** `?`: one character. */
export const ONE = Symbol('?');

/** Reads wildcards and what escapes them: a backslash before `*`, `?` or a backslash takes it as it stands, before all else it stands for itself. */
export function readPattern(text: string): TextPattern {
  const pattern: (string | typeof MANY | typeof ONE)[] = [];
  let piece = '';
  const add = (wildcard: typeof MANY | typeof ONE): void => {
    if (piece !== '') pattern.push(piece);
    piece = '';
    if (wildcard !== MANY || pattern.at(-1) !== MANY) pattern.push(wildcard);
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    if (character === '\\' && next !== '' && '\\*?'.includes(next)) {
      piece += next;
      at++;
    } else if (character === '*') add(MANY);
    else if (character === '?') add(ONE);
    else piece += character;
  }
  return piece === '' ? pattern : [...pattern, piece];
}

/** Whether a text is what is looked for, and what it has to have for that. */
export interface TextTest {
  readonly test: (text: FieldText) => boolean;
  /** How and what of a text has to be there, in folded form; undefined where nothing is known. */
  readonly necessary: readonly Pick<Atom, 'kind' | 'text'>[] | undefined;
}

/** Makes a pattern ready; before and behind it anything may stand where it is open. */
export function textTest(
  pattern: TextPattern,
  open: { readonly start: boolean; readonly end: boolean },
  form: FormName,
): TextTest {
  const startsOpen = open.start || pattern[0] === MANY;
  const endsOpen = open.end || pattern.at(-1) === MANY;
  const inner = pattern.slice(pattern[0] === MANY ? 1 : 0, pattern.at(-1) === MANY ? -1 : undefined);
  const pieces = inner.map((piece) => (typeof piece === 'string' ? inForm(piece, form) : piece));
  const [only = ''] = pieces;
  const isPlain = pieces.length <= 1 && typeof only === 'string';
  if (isPlain) {
    const kind = startsOpen ? (endsOpen ? 'contains' : 'ends') : endsOpen ? 'starts' : 'equals';
    const compare = COMPARE[kind];
    return { test: (text) => compare(text.form(form), only), necessary: plainAtom(kind, only, form) };
  }
  const expression = expressionOf(pieces, startsOpen, endsOpen);
  const matches = matcherOf(expression);
  const longest = longestOf(pieces.filter((piece) => typeof piece === 'string'));
  return { test: (text) => matches(text.form(form)), necessary: plainAtom('contains', longest, form) };
}

/** A regular expression, made ready; it looks at texts as they are. */
export function expressionTest(expression: Expression): TextTest {
  const matches = matcherOf(expression);
  return {
    test: ({ text }) => matches(text),
    necessary: necessaryTexts(expression)?.map((text) => ({
      kind: 'contains',
      text: inForm(text, 'folded'),
    })),
  };
}

const COMPARE: Readonly<Record<Atom['kind'], (text: string, piece: string) => boolean>> = {
  equals: (text, piece) => text === piece,
  starts: (text, piece) => text.startsWith(piece),
  ends: (text, piece) => text.endsWith(piece),
  contains: (text, piece) => text.includes(piece),
};

function plainAtom(kind: Atom['kind'], piece: string, form: FormName): TextTest['necessary'] {
  const folded = inForm(piece, 'folded');
  if (!form.endsWith('dashes') || !folded.includes('-'))
    return folded === '' && kind !== 'equals' ? undefined : [{ kind, text: folded }];
  // A dash may be another in the event: what is certain stands between them.
  const longest = longestOf(folded.split('-'));
  return longest === '' ? undefined : [{ kind: 'contains', text: longest }];
}

function longestOf(pieces: readonly string[]): string {
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

function expressionOf(pieces: TextPattern, startsOpen: boolean, endsOpen: boolean): Expression {
  const any: Expression = { kind: 'character', set: ANY };
  const of = pieces.flatMap((piece): readonly Expression[] => {
    if (typeof piece === 'string') return Array.from(piece, characterExpression);
    return [piece === ONE ? any : { kind: 'repeat', of: any, least: 0, most: Infinity }];
  });
  return {
    kind: 'sequence',
    of: [
      ...(startsOpen ? [] : [{ kind: 'assertion', what: 'start' } as const]),
      ...of,
      ...(endsOpen ? [] : [{ kind: 'assertion', what: 'end' } as const]),
    ],
  };
}

function characterExpression(character: string): Expression {
  return { kind: 'character', set: oneOf(character.codePointAt(0) ?? 0) };
}
