import { append } from '../../text/index.ts';
import { holds, isWordCharacter, type CharacterSet } from './character-set.ts';
import type { Assertion, Expression } from './expression.ts';

/** An expression that would have more states than can be followed in time. */
export class TooManyStates extends Error {}

/**
 * Whether an expression matches somewhere in a text. The time it takes grows with the length of the text times at most the size of
 * the expression, whatever both are: all ways to match are followed at once, and sets of ways that were met are kept.
 *
 * @throws {TooManyStates}
 */
export function matcherOf(expression: Expression): (text: string) => boolean {
  const automaton = new Automaton(expression);
  return (text) => automaton.matches(text);
}

type Step =
  | { readonly kind: 'character'; readonly set: CharacterSet; readonly next: number }
  | { readonly kind: 'split'; readonly next: readonly number[] }
  | { readonly kind: 'assertion'; readonly what: Assertion; readonly next: number };

/** Most steps of one expression; SigmaHQ’s largest has 700. */
const MOST_STEPS = 5000;
const TOO_MANY = `It has more than ${String(MOST_STEPS)} steps when its repetitions are written out.`;
/** Most sets of ways that are kept of one expression. */
const MOST_STATES = 500;
/** The number of the step that is reached when the expression has matched. */
const MATCHED = 0;

/** What stands before or behind a place. */
type Neighbour = 'none' | 'word' | 'newline' | 'other';

/** A set of ways to match, before it is known what comes next. */
interface State {
  readonly steps: readonly number[];
  readonly before: Neighbour;
  /** By the next character; `undefined` for what was not met yet, `true` when it has matched. */
  readonly ascii: (State | true | undefined)[];
  readonly others: Map<number, State | true>;
  atEnd: boolean | undefined;
}

class Automaton {
  private readonly steps: Step[] = [{ kind: 'split', next: [] }];
  private readonly first: number;
  private states = new Map<string, State>();
  private start: State | undefined;
  private compiled = 0;

  constructor(expression: Expression) {
    this.first = this.compile(expression, MATCHED);
  }

  matches(text: string): boolean {
    let state = (this.start ??= this.stateOf([], 'none'));
    for (let at = 0; at < text.length; at++) {
      const character = text.codePointAt(at) ?? 0;
      if (character > 0xff_ff) at++;
      const next: State | true =
        (character < 128 ? state.ascii[character] : state.others.get(character)) ??
        this.after(state, character);
      if (next === true) return true;
      state = next;
    }
    state.atEnd ??= this.reached(state, 'none').has(MATCHED);
    return state.atEnd;
  }

  private after(state: State, character: number): State | true {
    const neighbour = neighbourOf(character);
    const reached = this.reached(state, neighbour);
    const next = reached.has(MATCHED) ? true : this.stateOf(this.stepped(reached, character), neighbour);
    if (character < 128) state.ascii[character] = next;
    else if (state.others.size < MOST_STATES) state.others.set(character, next);
    return next;
  }

  private stepped(reached: ReadonlySet<number>, character: number): readonly number[] {
    const next = new Set<number>();
    for (const number of reached) {
      const step = this.steps[number];
      if (step?.kind === 'character' && holds(step.set, character)) next.add(step.next);
    }
    return [...next].toSorted((a, b) => a - b);
  }

  /** All steps that can be come to without taking a character; a match may begin anywhere. */
  private reached(state: State, behind: Neighbour): ReadonlySet<number> {
    const reached = new Set<number>();
    const open = [this.first, ...state.steps];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      if (reached.has(number)) continue;
      reached.add(number);
      const step = this.steps[number];
      if (step?.kind === 'split') append(open, step.next);
      else if (step?.kind === 'assertion' && ASSERTIONS[step.what](state.before, behind))
        open.push(step.next);
    }
    return reached;
  }

  private stateOf(steps: readonly number[], before: Neighbour): State {
    const key = `${before} ${steps.join(' ')}`;
    const known = this.states.get(key);
    if (known !== undefined) return known;
    if (this.states.size >= MOST_STATES) {
      // States know those that follow them: beginning anew lets go of all.
      this.states = new Map();
      this.start = undefined;
    }
    const state: State = {
      steps,
      before,
      ascii: Array.from({ length: 128 }),
      others: new Map(),
      atEnd: undefined,
    };
    this.states.set(key, state);
    return state;
  }

  /** Adds the steps of an expression, from its end to its beginning. */
  private compile(expression: Expression, next: number): number {
    // What is empty takes no steps, however often it is repeated.
    if (++this.compiled > 4 * MOST_STEPS) throw new TooManyStates(TOO_MANY);
    if (expression.kind === 'character') return this.add({ kind: 'character', set: expression.set, next });
    if (expression.kind === 'assertion') return this.add({ kind: 'assertion', what: expression.what, next });
    if (expression.kind === 'repeat') return this.compileRepeat(expression, next);
    return expression.kind === 'choice'
      ? this.add({ kind: 'split', next: expression.of.map((one) => this.compile(one, next)) })
      : expression.of.reduceRight((behind, one) => this.compile(one, behind), next);
  }

  private compileRepeat(
    { of, least, most }: Extract<Expression, { readonly kind: 'repeat' }>,
    next: number,
  ): number {
    let behind = next;
    if (most === Infinity) {
      const loop: number[] = [];
      const again = this.add({ kind: 'split', next: loop });
      loop.push(this.compile(of, again), next);
      behind = again;
    } else
      for (let times = least; times < most; times++)
        behind = this.add({ kind: 'split', next: [this.compile(of, behind), next] });
    for (let times = 0; times < least; times++) behind = this.compile(of, behind);
    return behind;
  }

  private add(step: Step): number {
    if (this.steps.length >= MOST_STEPS) throw new TooManyStates(TOO_MANY);
    return this.steps.push(step) - 1;
  }
}

const ASSERTIONS: Readonly<Record<Assertion, (before: Neighbour, behind: Neighbour) => boolean>> = {
  start: (before) => before === 'none',
  end: (_, behind) => behind === 'none',
  'line-start': (before) => before === 'none' || before === 'newline',
  'line-end': (_, behind) => behind === 'none' || behind === 'newline',
  boundary: (before, behind) => (before === 'word') !== (behind === 'word'),
  'no-boundary': (before, behind) => (before === 'word') === (behind === 'word'),
};

function neighbourOf(character: number): Neighbour {
  if (isWordCharacter(character)) return 'word';
  return character === 10 ? 'newline' : 'other';
}
