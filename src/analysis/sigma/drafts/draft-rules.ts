import type {
  Analytic,
  DraftedRule,
  DraftLog,
  EmulationTest,
  SigmaAnswer,
  UndraftedReason,
} from '../../../answers/index.ts';
import { deterministicUuid } from '../../../facts/index.ts';
import { compileRule, readEvent, readRules, RuleSet, type RuleMatcher } from '../../../sigma/index.ts';
import { compareText, groupedBy, keptFor, yamlText } from '../../../text/index.ts';
import { looksIn, parentNumber, ruleLogSourcesFor, type RuleLogSource } from '../../../threat/index.ts';
import { detectionOf, draftText } from './draft-text.ts';
import { joinedSelections } from './joined-selections.ts';
import type { SelectionMap, Trace } from './trace.ts';

/** What a draft is for and grounded in. */
export interface DraftGrounds {
  readonly technique: { readonly id: string; readonly name: string };
  /** Short names of its tactics, in the release in view. */
  readonly tactics: readonly string[];
  /** ATT&CK ids of the groups that it is drafted for. */
  readonly groups: readonly string[];
  readonly release: string;
  /** The day that the rule bears: of the newest that it rests on. */
  readonly date: string;
  readonly analytics: readonly Analytic[];
  /** What its tests leave in logs. */
  readonly traces: readonly Trace[];
  /** What tests of other techniques leave in a log. */
  readonly othersIn: (log: DraftLog) => readonly Trace[];
  readonly library: string;
}

/** A draft of a technique. */
type DraftRule = Omit<DraftedRule, 'technique'>;

/** Why there is none. */
type Undrafted = Omit<SigmaAnswer['undrafted'][number], 'technique'>;

/** Selections that match more events of other tests say too little. */
const MOST_OTHERS = 3;

/** Drafts for a technique, one for each log; where there is none, why. */
export function draftRules(grounds: DraftGrounds): { readonly drafts: readonly DraftRule[] } | Undrafted {
  const { traces, tactics, analytics } = grounds;
  const without = (reason: UndraftedReason): Undrafted => ({
    reason,
    analytics: analyticsWithLogs(analytics),
  });
  if (traces.length === 0) return without('no-test');
  const distinct = traces.filter(({ selection, log }) => selection !== undefined && isAbout(log, tactics));
  if (distinct.length === 0) return without('no-command');
  const byLog = groupedBy(distinct, ({ log }) => logName(log));
  const drafts = [...byLog.values()].flatMap((own) => draftOf(grounds, own) ?? []);
  return drafts.length === 0 ? without('too-broad') : { drafts };
}

/** `windows registry_set`, `linux auditd`. */
export function logName({ product = '', category = '', service = '' }: RuleLogSource): string {
  return [product, category, service].filter((part) => part !== '').join(' ');
}

/** Whom a command asks for says something of what talks to others; elsewhere it is where the test got its tool. */
function isAbout({ category }: DraftLog, tactics: readonly string[]): boolean {
  return (
    category !== 'dns_query' ||
    tactics.some((tactic) => /^(?:command-and-control|exfiltration)$/u.test(tactic))
  );
}

function analyticsWithLogs(analytics: readonly Analytic[]): Undrafted['analytics'] {
  return analytics.flatMap(({ analytic, logSources }) => {
    const logs = logSources.flatMap(({ name, channel }) => ruleLogSourcesFor(name, channel)).map(logName);
    const known = [...new Set(logs)].toSorted(compareText);
    return known.length === 0 ? [] : [{ analytic: analytic.label || analytic.name, logs: known }];
  });
}

function draftOf(grounds: DraftGrounds, own: readonly Trace[]): DraftRule | undefined {
  const [first] = own;
  if (first === undefined) return undefined;
  const { log } = first;
  const others = grounds.othersIn(log);
  const kept = withoutNarrower(provenSelections(log, own, others));
  if (kept.length === 0) return undefined;
  const selections = joinedSelections(kept.map(({ selection }) => selection));
  const matcher = matcherOf(log, selections);
  const traces = own.filter((trace) => isMatched(matcher, trace));
  if (!kept.every(({ same }) => same.every((trace) => traces.includes(trace)))) return undefined;
  const tests = [...new Map(traces.map(({ test }) => [test.guid, test])).values()];
  const analytics = analyticsIn(log, grounds.analytics);
  const counts = {
    proven: traces.length,
    others: others.length,
    othersMatched: others.filter((trace) => isMatched(matcher, trace)).length,
  };
  const { product, category } = log;
  const id = deterministicUuid('sigma-draft', [grounds.technique.id, product, category]);
  return {
    ...log,
    id,
    path: `drafts/draft_${category}_${product}_${grounds.technique.id.toLowerCase().replace('.', '_')}.yml`,
    text: draftText(grounds, id, { log, selections, tests, analytics, ...counts }),
    tests: tests.map(({ guid, name }) => ({ guid, name })),
    analytics: analytics.map(({ analytic }) => analytic.label || analytic.name),
    ...counts,
  };
}

/** What a draft says, and what it was held against. */
export interface MadeDraft {
  readonly log: DraftLog;
  readonly selections: readonly SelectionMap[];
  readonly tests: readonly EmulationTest[];
  /** Those that look in the same log. */
  readonly analytics: readonly Analytic[];
  readonly proven: number;
  readonly others: number;
  readonly othersMatched: number;
}

interface Proven {
  readonly selection: SelectionMap;
  readonly matcher: RuleMatcher;
  /** What it was taken from. */
  readonly same: readonly Trace[];
}

/** Selections that match what they were taken from, and few events of others. */
function provenSelections(log: DraftLog, own: readonly Trace[], others: readonly Trace[]): readonly Proven[] {
  const bySelection = groupedBy(own, ({ selection }) => JSON.stringify(selection).toLowerCase());
  const proven = [...bySelection.values()].flatMap((same): readonly Proven[] => {
    const [{ selection } = {}] = same;
    const matcher = selection && matcherOf(log, [selection]);
    if (selection === undefined || matcher === undefined) return [];
    return same.every((trace) => isMatched(matcher, trace)) ? [{ selection, matcher, same }] : [];
  });
  const rules = new RuleSet(proven.map(({ matcher }) => matcher));
  const broad = new Map<RuleMatcher, number>();
  for (const trace of others)
    for (const matcher of matching(rules, trace)) broad.set(matcher, (broad.get(matcher) ?? 0) + 1);
  return proven.filter(({ matcher }) => (broad.get(matcher) ?? 0) <= MOST_OTHERS);
}

function matching(rules: RuleSet, trace: Trace): readonly RuleMatcher[] {
  const read = eventOf(trace);
  return read === undefined ? [] : rules.matching(read);
}

/** Without those whose events another one matches, too. */
function withoutNarrower(all: readonly Proven[]): readonly Proven[] {
  const covers = (one: Proven, other: Proven): boolean =>
    other.same.every((trace) => isMatched(one.matcher, trace));
  return all.filter(
    (each, at) =>
      !all.some(
        (other, place) => other !== each && covers(other, each) && (place < at || !covers(each, other)),
      ),
  );
}

function analyticsIn(log: DraftLog, analytics: readonly Analytic[]): readonly Analytic[] {
  return analytics.filter(({ logSources }) =>
    logSources.some(({ name, channel }) =>
      ruleLogSourcesFor(name, channel).some((where) => looksIn(log, where)),
    ),
  );
}

function matcherOf(log: DraftLog, selections: readonly SelectionMap[]): RuleMatcher | undefined {
  const text = yamlText({ title: 'Draft', logsource: { ...log }, detection: detectionOf(selections) });
  const [rule] = readRules('draft.yml', text).rules;
  const compiled = rule === undefined ? undefined : compileRule(rule);
  return compiled?.ok === true ? compiled.matcher : undefined;
}

const eventOf = keptFor(({ event }: Trace) => readEvent(event));

function isMatched(matcher: RuleMatcher | undefined, trace: Trace): boolean {
  const read = eventOf(trace);
  return read !== undefined && matcher?.matches(read) === true;
}

/** Whether tests of one technique may do what the other is: then they are no proof against it. */
export function areRelated(one: string, other: string): boolean {
  return parentNumber(one) === parentNumber(other);
}
