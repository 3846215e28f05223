import type { Analytic, DraftedRule, EmulationTest, UndraftedReason } from '../../../answers/index.ts';
import { deterministicUuid } from '../../../facts/index.ts';
import { compileRule, literalValue, readEvent, readRules, type RuleMatcher } from '../../../sigma/index.ts';
import { count, groupedBy, keptFor, oneLine, yamlText } from '../../../text/index.ts';
import { looksIn, parentNumber, ruleLogSourcesFor } from '../../../threat/index.ts';
import type { Trace, TraceLog } from './traces.ts';

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
  /** What tests of other techniques leave there. */
  readonly others: readonly Trace[];
  readonly library: string;
}

/** A draft of a technique. */
type DraftRule = Omit<DraftedRule, 'technique'>;

/** Selections that match more events of other tests say too little. */
const MOST_OTHERS = 3;

/** Drafts for a technique, one for each log; where there is none, why. */
export function draftRules(
  grounds: DraftGrounds,
): { readonly drafts: readonly DraftRule[] } | { readonly reason: UndraftedReason } {
  const { traces } = grounds;
  if (traces.length === 0) return { reason: 'no-test' };
  const specific = traces.filter(isSpecific);
  if (specific.length === 0) return { reason: 'no-command' };
  const drafts = [
    ...groupedBy(specific, ({ product, category }) => `${product} ${category}`).values(),
  ].flatMap((own) => draftOf(grounds, own) ?? []);
  return drafts.length === 0 ? { reason: 'too-broad' } : { drafts };
}

/** Whether there is enough to look for. */
function isSpecific({ fragments, image }: Trace): boolean {
  const letters = fragments.join('').replaceAll(/[^A-Za-z]/gu, '').length;
  return fragments.length > 0 && letters >= (image === undefined ? 10 : 4);
}

type SelectionMap = Readonly<Record<string, string | readonly string[]>>;

function selectionOf({ image, fragments, category }: Trace): SelectionMap {
  const field = category === 'ps_script' ? 'ScriptBlockText' : 'CommandLine';
  const values = fragments.map(literalValue);
  const [only = ''] = values;
  return {
    ...(image === undefined ? {} : { 'Image|endswith': image }),
    ...(values.length === 1 ? { [`${field}|contains`]: only } : { [`${field}|contains|all`]: values }),
  };
}

function draftOf(grounds: DraftGrounds, own: readonly Trace[]): DraftRule | undefined {
  const [first] = own;
  if (first === undefined) return undefined;
  const { product, category } = first;
  const log = { product, category };
  const others = grounds.others.filter((trace) => trace.product === product && trace.category === category);
  const bySelection = groupedBy(own, (trace) => JSON.stringify(selectionOf(trace)));
  const kept = [...bySelection.values()].flatMap((same) => {
    const [trace] = same;
    if (trace === undefined) return [];
    const selection = selectionOf(trace);
    const matcher = matcherOf(detectionText(log, [selection]));
    const isProven = same.every((each) => isMatched(matcher, each));
    const broad = others.filter((each) => isMatched(matcher, each)).length;
    return isProven && broad <= MOST_OTHERS ? [{ selection, same }] : [];
  });
  if (kept.length === 0) return undefined;
  const selections = kept.map(({ selection }) => selection);
  const matcher = matcherOf(detectionText(log, selections));
  const traces = kept.flatMap(({ same }) => same);
  const proven = traces.filter((trace) => isMatched(matcher, trace)).length;
  if (proven < traces.length) return undefined;
  const tests = [...new Map(traces.map(({ test }) => [test.guid, test])).values()];
  const analytics = grounds.analytics.filter(({ logSources }) =>
    logSources.some(({ name, channel }) =>
      ruleLogSourcesFor(name, channel).some((where) => looksIn(log, where)),
    ),
  );
  const othersMatched = others.filter((trace) => isMatched(matcher, trace)).length;
  const made = { log, selections, tests, analytics, proven, others: others.length, othersMatched };
  const id = deterministicUuid('sigma-draft', [grounds.technique.id, product, category]);
  return {
    ...log,
    id,
    path: `drafts/draft_${category}_${product}_${grounds.technique.id.toLowerCase().replace('.', '_')}.yml`,
    text: ruleText(grounds, id, made),
    tests: tests.map(({ guid, name }) => ({ guid, name })),
    analytics: analytics.map(({ analytic }) => analytic.label || analytic.name),
    proven,
    others: others.length,
    othersMatched,
  };
}

function detectionText(log: TraceLog, selections: readonly SelectionMap[]): string {
  return yamlText({ title: 'Draft', logsource: { ...log }, detection: detectionOf(selections) });
}

function detectionOf(selections: readonly SelectionMap[]) {
  const [only] = selections;
  if (selections.length === 1 && only !== undefined) return { selection: only, condition: 'selection' };
  return {
    ...Object.fromEntries(selections.map((selection, index) => [`selection_${index + 1}`, selection])),
    condition: '1 of selection_*',
  };
}

function matcherOf(text: string): RuleMatcher | undefined {
  const [rule] = readRules('draft.yml', text).rules;
  const compiled = rule === undefined ? undefined : compileRule(rule);
  return compiled?.ok === true ? compiled.matcher : undefined;
}

const eventOf = keptFor(({ event }: Trace) => readEvent(event));

function isMatched(matcher: RuleMatcher | undefined, trace: Trace): boolean {
  const read = eventOf(trace);
  return read !== undefined && matcher?.matches(read) === true;
}

interface Made {
  readonly log: TraceLog;
  readonly selections: readonly SelectionMap[];
  readonly tests: readonly EmulationTest[];
  readonly analytics: readonly Analytic[];
  readonly proven: number;
  readonly others: number;
  readonly othersMatched: number;
}

const LOG_NAMES: Readonly<Record<TraceLog['category'], string>> = {
  process_creation: 'Process Creation',
  ps_script: 'PowerShell Script Block',
};
const SYSTEM_NAMES: Readonly<Record<TraceLog['product'], string>> = {
  windows: 'Windows',
  linux: 'Linux',
  macos: 'macOS',
};

function ruleText(
  { technique, tactics, groups, release, date, library }: DraftGrounds,
  id: string,
  { log, selections, tests, analytics, proven, others, othersMatched }: Made,
): string {
  const { product, category } = log;
  const name = technique.name.replaceAll(/(?<=^|\s)[a-z]/gu, (letter) => letter.toUpperCase());
  const rule = yamlText({
    title: `Draft - ${name.slice(0, 60)} - ${LOG_NAMES[category]} on ${SYSTEM_NAMES[product]}`,
    id,
    status: 'experimental',
    description: `Detects what ${count(tests.length, 'test')} of ${technique.id} in ${oneLine(library)} would leave in this log, by ATT&CK ${release}. A draft: it was proven on ${count(proven, 'event')} made from these tests, and on nothing else.`,
    references: tests.map(({ guid, name: called }) => `Test ${guid}: ${oneLine(called)}`),
    author: 'Foeprint',
    date,
    tags: [
      ...tactics.map((tactic) => `attack.${tactic}`),
      `attack.${technique.id.toLowerCase()}`,
      ...groups.map((group) => `attack.${group.toLowerCase()}`),
    ],
    logsource: { category, product },
    detection: detectionOf(selections),
    falsepositives: [
      'Administrators and software that do the same for reasons of their own',
      ...(othersMatched === 0 ? [] : [`${othersMatched} of ${others} events of tests of other techniques`]),
    ],
    level: othersMatched === 0 ? 'medium' : 'low',
  });
  const todo = [
    'TODO Take out of the selections what is a choice of the test and not of an adversary.',
    'TODO Hold it against a month of your own logs, and add filters: it was held against made-up events only.',
    `TODO It matches ${othersMatched} of ${count(others, 'event')} made from tests of other techniques.`,
    ...(analytics.length === 0
      ? ['TODO No analytic of ATT&CK looks in this log for the technique: see whether another log says more.']
      : analytics.map(
          ({ analytic, description }) =>
            `TODO Compare with what ${analytic.label || analytic.name} of ATT&CK looks for: ${oneLine(description).slice(0, 600)}`,
        )),
  ];
  return `${todo.map((line) => `# ${line}\n`).join('')}${rule}`;
}

/** Whether tests of one technique may do what the other is: then they are no proof against it. */
export function areRelated(one: string, other: string): boolean {
  return parentNumber(one) === parentNumber(other);
}
