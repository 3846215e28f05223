import { expect, test } from 'vitest';
import { compileRule, isOfSource, readRules, RuleSet } from '../../src/sigma/index.ts';
import { eventOf, hasSigmaHq, sigmaHqCases, sigmaHqFiles } from '../support/sigma.ts';

const files = hasSigmaHq ? sigmaHqFiles() : [];
const read = files.map(({ name, text }) => readRules(name, text));
const compiled = read.flatMap(({ rules }) => rules.map(compileRule));
const matchers = compiled.flatMap((one) => (one.ok ? [one.matcher] : []));

/**
 * Rules of which the published events were made anonymous so that no reading of the rule matches them any more, and what puts back what
 * was there: the rule looks at whose a process and its parent are, or at a key of the registry that is called `Users\Names`.
 */
const MADE_ANONYMOUS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  proc_creation_win_susp_cross_user_process_spawn: [
    '"ParentUser":"HOST\\\\user"',
    '"ParentUser":"HOST\\\\other"',
  ],
  registry_event_add_local_hidden_user: ['Users\\\\user\\\\hideme', 'Users\\\\Names\\\\hideme'],
};

test.runIf(hasSigmaHq)(
  'all rules of SigmaHQ are read, and all are made ready but those with placeholders',
  () => {
    expect(files.length).toBe(3614);
    expect(read.flatMap(({ issues }) => issues)).toEqual([]);
    expect(read.every(({ rules }) => rules.length === 1)).toBe(true);
    expect(compiled.flatMap((one) => (one.ok ? [] : [one.issue.code]))).toEqual(['G112', 'G112']);
  },
);

test.runIf(hasSigmaHq)('each rule matches one of the events that it must match', () => {
  const byId = new Map(matchers.map((matcher) => [matcher.rule.id, matcher]));
  const missed = sigmaHqCases().filter(({ rule_id, events }) => {
    const matcher = byId.get(rule_id);
    return !events
      .map(eventOf)
      .some(
        (event) =>
          matcher !== undefined && isOfSource(event.source, matcher.rule.logSource) && matcher.matches(event),
      );
  });
  const nameOf = (path: string): string => path.replace(/^.*\/|\.yml$/gu, '');
  expect(missed.map(({ rule }) => nameOf(rule)).toSorted()).toEqual(Object.keys(MADE_ANONYMOUS));
  for (const { rule, rule_id, events } of missed) {
    const [from, to] = MADE_ANONYMOUS[nameOf(rule)] ?? ['', ''];
    const mended: unknown = JSON.parse(JSON.stringify(events[0]).replace(from, to));
    expect([rule, byId.get(rule_id)?.matches(eventOf(mended))]).toEqual([rule, true]);
  }
});

test.runIf(hasSigmaHq)('all rules together find what each of them finds', () => {
  const all = new RuleSet(matchers);
  const events = sigmaHqCases().flatMap((one) => one.events.map(eventOf));
  let found = 0;
  for (const event of events) {
    const expected = matchers.filter(
      (each) => isOfSource(event.source, each.rule.logSource) && each.matches(event),
    );
    expect(all.matching(event)).toEqual(expected);
    found += expected.length;
  }
  expect([events.length, found]).toEqual([158, 195]);
});
