import type { Issue, Place } from '../../facts/index.ts';
import { defined } from '../../text/index.ts';
import type { LogEvent } from '../events/log-event.ts';
import type { Condition } from '../rule/condition.ts';
import type { Search, SigmaRule } from '../rule/rule.ts';
import { Unreadable } from '../rule/unreadable.ts';
import { necessaryForAll, necessaryForAny, type Necessary } from './atoms.ts';
import { itemTest, type ItemTest } from './item-test.ts';

/** A rule that is ready to be held against events. It does not ask of what log they are. */
export interface RuleMatcher {
  readonly rule: SigmaRule;
  matches(event: LogEvent): boolean;
  /** Which selections made it match, in the order of the condition; none where it does not match. */
  reasons(event: LogEvent): readonly MatchReason[];
  readonly necessary: Necessary;
}

/** A selection that an event has, and by which values. */
export interface MatchReason {
  readonly selection: string;
  readonly place: Place;
  /** Of keywords without a field. */
  readonly found: readonly { readonly field?: string; readonly value: string }[];
}

/** A rule made ready, or why it cannot be. */
export type Compiled =
  { readonly ok: true; readonly matcher: RuleMatcher } | { readonly ok: false; readonly issue: Issue };

export function compileRule(rule: SigmaRule): Compiled {
  try {
    return { ok: true, matcher: matcherOf(rule) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, issue: error.issue };
  }
}

type SearchTest =
  | { readonly kind: 'all' | 'any'; readonly of: readonly SearchTest[]; readonly necessary: Necessary }
  | ({ readonly kind: 'item' } & ItemTest);

function matcherOf(rule: SigmaRule): RuleMatcher {
  const selections = rule.selections.map(({ name, place, search }) => ({
    name,
    place,
    search: searchTest(search),
  }));
  const byName = new Map(selections.map((selection, number) => [selection.name, { ...selection, number }]));
  const { condition } = rule;
  // A condition may name a selection many times: each is looked for once in an event.
  const asker = (event: LogEvent): ((name: string) => boolean) => {
    const known: (boolean | undefined)[] = [];
    return (name) => {
      const selection = byName.get(name);
      if (selection === undefined) return false;
      return (known[selection.number] ??= holds(selection.search, event));
    };
  };
  return {
    rule,
    matches: (event) => isMet(condition, asker(event)),
    reasons: (event) => {
      const asked = asker(event);
      if (!isMet(condition, asked)) return [];
      return [...new Set(reasonsOf(condition, asked))].flatMap((name): readonly MatchReason[] => {
        const selection = byName.get(name);
        return selection === undefined
          ? []
          : [{ selection: name, place: selection.place, found: foundBy(selection.search, event) }];
      });
    },
    necessary: neededFor(condition, (name) => byName.get(name)?.search.necessary),
  };
}

function searchTest(search: Search): SearchTest {
  if (search.kind === 'item') return { kind: 'item', ...itemTest(search.item) };
  const of = search.of.map(searchTest);
  const needs = of.map(({ necessary }) => necessary);
  return {
    kind: search.kind,
    of,
    necessary: search.kind === 'all' ? necessaryForAll(needs) : necessaryForAny(needs),
  };
}

function holds(search: SearchTest, event: LogEvent): boolean {
  if (search.kind === 'item') return search.test(event);
  return search.kind === 'all'
    ? search.of.every((one) => holds(one, event))
    : search.of.some((one) => holds(one, event));
}

function foundBy(search: SearchTest, event: LogEvent): MatchReason['found'] {
  if (search.kind === 'item') {
    const value = search.firstMatch(event);
    return value === undefined ? [] : [{ ...defined({ field: search.field }), value }];
  }
  const those = search.kind === 'all' ? search.of : search.of.filter((one) => holds(one, event)).slice(0, 1);
  return those.flatMap((one) => foundBy(one, event));
}

function isMet(condition: Condition, asked: (name: string) => boolean): boolean {
  if (condition.kind === 'selection') return asked(condition.name);
  if (condition.kind === 'not') return !isMet(condition.of, asked);
  return condition.kind === 'and'
    ? condition.of.every((one) => isMet(one, asked))
    : condition.of.some((one) => isMet(one, asked));
}

/** The selections that make a condition true which is true; what it has for want of something has no reason. */
function reasonsOf(condition: Condition, asked: (name: string) => boolean): readonly string[] {
  if (condition.kind === 'not') return [];
  if (condition.kind === 'selection') return [condition.name];
  if (condition.kind === 'and') return condition.of.flatMap((one) => reasonsOf(one, asked));
  const first = condition.of.find((one) => isMet(one, asked));
  return first === undefined ? [] : reasonsOf(first, asked);
}

function neededFor(condition: Condition, ofSelection: (name: string) => Necessary): Necessary {
  if (condition.kind === 'not') return undefined;
  if (condition.kind === 'selection') return ofSelection(condition.name);
  const needs = condition.of.map((one) => neededFor(one, ofSelection));
  return condition.kind === 'and' ? necessaryForAll(needs) : necessaryForAny(needs);
}
