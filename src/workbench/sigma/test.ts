import type { RuleFile, RuleMatches, SigmaTestAnswer, SigmaTestQuestion } from '../../answers/index.ts';
import type { Issue } from '../../facts/index.ts';
import {
  compileRule,
  readEvent,
  readRules,
  RuleSet,
  type LogEvent,
  type RuleMatcher,
} from '../../sigma/index.ts';
import { addTo, append, defined } from '../../text/index.ts';
import type { Answered } from '../use-case.ts';

/** Rules that are ready, and what is wrong with the others. */
function readyRules(files: readonly RuleFile[]): {
  readonly matchers: readonly RuleMatcher[];
  readonly issues: readonly Issue[];
} {
  const matchers: RuleMatcher[] = [];
  const issues: Issue[] = [];
  for (const { file, text } of files) {
    const read = readRules(file, text);
    append(issues, read.issues);
    for (const rule of read.rules) {
      const compiled = compileRule(rule);
      if (compiled.ok) matchers.push(compiled.matcher);
      else issues.push(compiled.issue);
    }
  }
  return { matchers, issues };
}

/** Rules that are held against events one by one, as they come. */
export interface SigmaMatching {
  /** Rules that could not be made ready, and why. */
  readonly issues: readonly Issue[];
  /** What matches an event, which is given its number; undefined where it is no object. */
  matching(json: unknown, number: number): readonly RuleMatches[] | undefined;
}

export function sigmaMatching(files: readonly RuleFile[]): SigmaMatching {
  const { matchers, issues } = readyRules(files);
  const rules = new RuleSet(matchers);
  return {
    issues,
    matching: (json, number) => {
      const event = readEvent(json);
      return (
        event &&
        rules.matching(event).map((matcher) => matchesOf(matcher, [matchedEvent(matcher, event, number)]))
      );
    },
  };
}

/** Holds rules against events. */
export function testSigma({
  rules: files,
  events: given,
  expect,
}: SigmaTestQuestion): Answered<SigmaTestAnswer> {
  const { matchers, issues } = readyRules(files);
  const rules = new RuleSet(matchers);
  const events = given.flatMap((json) => readEvent(json) ?? []);
  const found = new Map<RuleMatcher, RuleMatches['events'][number][]>();
  const matched = new Set<number>();
  for (const [position, event] of events.entries())
    for (const matcher of rules.matching(event)) {
      addTo(found, matcher, matchedEvent(matcher, event, position + 1));
      matched.add(position);
    }
  const matches = matchers.flatMap((matcher) => {
    const ofRule = found.get(matcher);
    return ofRule === undefined ? [] : [matchesOf(matcher, ofRule)];
  });
  return {
    answer: {
      rules: matchers.length,
      events: events.length,
      eventsOfNoLog: events.filter(
        ({ source }) =>
          source.product === undefined && source.categories === undefined && source.services === undefined,
      ).length,
      eventsMatched: matched.size,
      matches,
      missed: expect.filter((name) => !matches.some((match) => isCalled(match, name))),
      issues,
    },
    restsOn: [],
  };
}

function isCalled({ id, file }: RuleMatches, name: string): boolean {
  return id?.toLowerCase() === name.toLowerCase() || file === name || file.endsWith(`/${name}`);
}

function matchesOf({ rule }: RuleMatcher, events: RuleMatches['events']): RuleMatches {
  const { id, title, level, tags, place } = rule;
  return { ...defined({ id, level, line: place.line }), title, tags, file: place.file ?? '', events };
}

function matchedEvent(matcher: RuleMatcher, event: LogEvent, number: number): RuleMatches['events'][number] {
  const selections = matcher.reasons(event).map(({ selection, place, found }) => ({
    name: selection,
    ...defined({ line: place.line }),
    found: found.map(({ field, value }) => ({ ...defined({ field }), value: shortened(value) })),
  }));
  return { number, selections };
}

/** Script blocks have thousands of characters. */
const LONGEST = 200;

function shortened(value: string): string {
  return value.length <= LONGEST ? value : `${value.slice(0, LONGEST - 1)}…`;
}
