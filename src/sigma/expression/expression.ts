import { lowest } from '../../text/index.ts';
import { characterOf, type CharacterSet } from './character-set.ts';

/** What a text is to be like: a regular expression, or a text with wildcards. */
export type Expression =
  | { readonly kind: 'character'; readonly set: CharacterSet }
  | { readonly kind: 'sequence' | 'choice'; readonly of: readonly Expression[] }
  | { readonly kind: 'repeat'; readonly of: Expression; readonly least: number; readonly most: number }
  | { readonly kind: 'assertion'; readonly what: Assertion };

/** What is said of a place between two characters. */
export type Assertion = 'start' | 'end' | 'line-start' | 'line-end' | 'boundary' | 'no-boundary';

export const NOTHING: Expression = { kind: 'sequence', of: [] };

/**
 * Texts in lower case of which one stands in everything that an expression matches, in whatever case; undefined where there are none.
 * They are as long as can be known, for an index to look for.
 */
export function necessaryTexts(expression: Expression): readonly string[] | undefined {
  if (expression.kind === 'character') {
    const character = characterOf(expression.set);
    return character === undefined ? undefined : [character];
  }
  if (expression.kind === 'choice') {
    const each = expression.of.map(necessaryTexts);
    const texts = each.every((some) => some !== undefined) ? each.flat() : [];
    return texts.length === 0 || texts.length > MOST ? undefined : texts;
  }
  if (expression.kind === 'repeat') return expression.least > 0 ? necessaryTexts(expression.of) : undefined;
  if (expression.kind === 'assertion') return undefined;
  let run = '';
  let best: readonly string[] | undefined;
  const offer = (texts: readonly string[] | undefined): void => {
    if (texts !== undefined && shortest(texts) > shortest(best ?? [''])) best = texts;
  };
  for (const part of expression.of) {
    const character = part.kind === 'character' ? characterOf(part.set) : undefined;
    if (character !== undefined) run += character;
    else if (part.kind !== 'assertion') {
      offer([run]);
      run = '';
      offer(necessaryTexts(part));
    }
  }
  offer([run]);
  return best;
}

/** More alternatives are no help to an index. */
const MOST = 20;

function shortest(texts: readonly string[]): number {
  return lowest(texts.map(({ length }) => length));
}
