import { append } from '../../text/index.ts';
import {
  ANY,
  CLASSES,
  NOT_A_NEWLINE,
  oneOf,
  POSIX_CLASSES,
  setOf,
  type CharacterSet,
} from './character-set.ts';
import { NOTHING, type Assertion, type Expression } from './expression.ts';

/** How an expression is read; `(?i)` and its like change it from there on. */
export interface ExpressionFlags {
  readonly ignoreCase: boolean;
  /** `^` and `$` are those of each line. */
  readonly lines: boolean;
  /** `.` is also the end of a line. */
  readonly anyCharacter: boolean;
}

/** Why an expression cannot be read, as a sentence. */
export class ExpressionFault extends Error {}

/**
 * Reads a regular expression as PCRE writes them. What needs looking around or back is refused, since no engine does it in bounded
 * time; so are letters behind a backslash that mean nothing.
 *
 * @throws {ExpressionFault}
 */
export function readExpression(text: string, flags: ExpressionFlags): Expression {
  const reader = new Reader(text, flags);
  const expression = reader.choice();
  if (reader.peek() !== '') reader.refuse('a bracket closes that was not opened');
  return expression;
}

const DEEPEST = 100;
const ASSERTIONS: Readonly<Record<string, Assertion>> = {
  b: 'boundary',
  B: 'no-boundary',
  A: 'start',
  z: 'end',
  Z: 'end',
};
const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7, e: 27, 0: 0 };

class Reader {
  private readonly text: string;
  private position = 0;
  private depth = 0;
  private flags: ExpressionFlags;

  constructor(text: string, flags: ExpressionFlags) {
    this.text = text;
    this.flags = flags;
  }

  peek(): string {
    const code = this.text.codePointAt(this.position);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  refuse(why: string): never {
    throw new ExpressionFault(`At character ${String(this.position + 1)} of the expression, ${why}.`);
  }

  choice(): Expression {
    if (++this.depth > DEEPEST) this.refuse(`groups are nested deeper than ${String(DEEPEST)} levels`);
    const before = this.flags;
    const of = [this.sequence()];
    while (this.skip('|')) of.push(this.sequence());
    this.flags = before;
    this.depth--;
    const [only] = of;
    return of.length === 1 && only !== undefined ? only : { kind: 'choice', of };
  }

  private sequence(): Expression {
    const of: Expression[] = [];
    while (!['', '|', ')'].includes(this.peek())) of.push(this.repeated());
    const [only] = of;
    return of.length === 1 && only !== undefined ? only : { kind: 'sequence', of };
  }

  private repeated(): Expression {
    let expression = this.one();
    for (let bounds = this.quantifier(); bounds !== undefined; bounds = this.quantifier()) {
      if (this.skip('+')) this.refuse('a quantifier is possessive, which is not supported');
      // Whether as much or as little as possible is taken makes no difference to whether it matches.
      this.skip('?');
      expression = { kind: 'repeat', of: expression, ...bounds };
    }
    return expression;
  }

  private quantifier(): { readonly least: number; readonly most: number } | undefined {
    if (this.skip('*')) return { least: 0, most: Infinity };
    if (this.skip('+')) return { least: 1, most: Infinity };
    if (this.skip('?')) return { least: 0, most: 1 };
    const bounds = this.match(/\{(\d{1,5})(?:(,)(\d{0,5}))?\}/uy);
    if (bounds === undefined) return undefined;
    const least = Number(bounds[1]);
    const most = bounds[2] === undefined ? least : bounds[3] ? Number(bounds[3]) : Infinity;
    if (most < least) this.refuse('a repetition ends below where it begins');
    return { least, most };
  }

  private one(): Expression {
    const character = this.next();
    if (character === '(') return this.group();
    if (character === '[') return { kind: 'character', set: this.brackets() };
    if (character === '.') return { kind: 'character', set: this.flags.anyCharacter ? ANY : NOT_A_NEWLINE };
    if (character === '^') return { kind: 'assertion', what: this.flags.lines ? 'line-start' : 'start' };
    if (character === '$') return { kind: 'assertion', what: this.flags.lines ? 'line-end' : 'end' };
    if (character === '\\') return this.escaped();
    if ('*+?'.includes(character)) this.refuse(`\`${character}\` has nothing to repeat`);
    return this.literal(codeOf(character));
  }

  private group(): Expression {
    if (this.match(/\?#[^)]*\)/uy)) return NOTHING;
    const flags = this.match(/\?([ims]*)(?:-([ims]+))?([:)])/uy);
    if (flags !== undefined) {
      const outer = this.flags;
      this.flags = changed(changed(outer, flags[1] ?? '', true), flags[2] ?? '', false);
      if (flags[3] === ')') return NOTHING;
      const inner = this.closed();
      this.flags = outer;
      return inner;
    }
    const named = this.match(/\?(?:P?<\w+>|'\w+')/uy);
    if (named === undefined && this.peek() === '?')
      this.refuse('a group looks around, or is of a kind that is not supported');
    return this.closed();
  }

  private closed(): Expression {
    const inner = this.choice();
    if (!this.skip(')')) this.refuse('a group is not closed');
    return inner;
  }

  private escaped(): Expression {
    const letter = this.peek();
    const what = Object.hasOwn(ASSERTIONS, letter) ? ASSERTIONS[letter] : undefined;
    if (what !== undefined) {
      this.next();
      return { kind: 'assertion', what };
    }
    const quoted = this.match(/Q(.*?)(?:\\E|$)/suy);
    if (quoted !== undefined)
      return { kind: 'sequence', of: Array.from(quoted[1] ?? '', (one) => this.literal(codeOf(one))) };
    const ranges = this.escapedRanges();
    return { kind: 'character', set: setOf(ranges, { folded: this.flags.ignoreCase }) };
  }

  /** What stands behind a backslash, in brackets or not. */
  private escapedRanges(): CharacterSet['ranges'] {
    const number = this.match(/(?:x\{([\da-f]{1,6})\}|x([\da-f]{2})|u([\da-f]{4}))/iuy);
    if (number !== undefined) {
      const code = Number.parseInt(number[1] ?? number[2] ?? number[3] ?? '', 16);
      if (code > 0x10_ff_ff) this.refuse('a number is beyond Unicode');
      return [[code, code]];
    }
    const letter = this.next();
    const ranges = Object.hasOwn(CLASSES, letter) ? CLASSES[letter] : undefined;
    if (ranges !== undefined) return ranges;
    const control = Object.hasOwn(CONTROLS, letter) ? CONTROLS[letter] : undefined;
    if (/^[1-9]$/u.test(letter)) this.refuse('it refers back to a group, which is not supported');
    if (control === undefined && /^[a-z0-9]$/iu.test(letter)) this.refuse(`\`\\${letter}\` is not supported`);
    const code = control ?? codeOf(letter);
    return [[code, code]];
  }

  private brackets(): CharacterSet {
    const negated = this.skip('^');
    const ranges: (readonly [number, number])[] = [];
    for (let first = true; first || this.peek() !== ']'; first = false) {
      const from = this.inBrackets();
      const low = single(from);
      if (low !== undefined && this.match(/-(?=[^\]])/uy)) {
        const behind = this.inBrackets();
        const high = single(behind);
        // A class cannot end a range: the dash stands for itself.
        if (high === undefined) append(ranges, [...from, [DASH, DASH], ...behind]);
        else if (high < low) this.refuse('a range ends before it begins');
        else ranges.push([low, high]);
      } else append(ranges, from);
    }
    this.next();
    return setOf(ranges, { negated, folded: this.flags.ignoreCase });
  }

  private inBrackets(): CharacterSet['ranges'] {
    const posix = this.match(/\[:(\w+):\]/uy)?.[1];
    const named =
      posix !== undefined && Object.hasOwn(POSIX_CLASSES, posix) ? POSIX_CLASSES[posix] : undefined;
    if (named !== undefined) return named;
    if (posix !== undefined) this.refuse(`there is no class \`${posix}\``);
    const character = this.next();
    if (character !== '\\') return [[codeOf(character), codeOf(character)]];
    if (this.skip('b')) return [[8, 8]];
    return this.escapedRanges();
  }

  private literal(code: number): Expression {
    return { kind: 'character', set: oneOf(code, this.flags.ignoreCase) };
  }

  private next(): string {
    const character = this.peek();
    if (character === '') this.refuse('it ends too early');
    this.position += character.length;
    return character;
  }

  private skip(character: string): boolean {
    const isIt = this.peek() === character;
    if (isIt) this.position += character.length;
    return isIt;
  }

  /** Reads what a sticky pattern matches here. */
  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text) ?? undefined;
    this.position += found?.[0].length ?? 0;
    return found;
  }
}

const DASH = 45;

/** The one character that ranges are, if they are one. */
function single(ranges: CharacterSet['ranges']): number | undefined {
  const [first, more] = ranges;
  return first !== undefined && more === undefined && first[0] === first[1] ? first[0] : undefined;
}

function changed(flags: ExpressionFlags, letters: string, value: boolean): ExpressionFlags {
  return {
    ignoreCase: letters.includes('i') ? value : flags.ignoreCase,
    lines: letters.includes('m') ? value : flags.lines,
    anyCharacter: letters.includes('s') ? value : flags.anyCharacter,
  };
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
