import { compileRule, readEvent, readRules, type LogEvent, type RuleMatcher } from '../../src/sigma/index.ts';
import { hasRealFiles, realBytes } from './real-data.ts';
import { textFilesOfTar } from './tar.ts';

const RULES = 'sigma/sigmahq-rules-2026-08.tar.gz';
const EVENTS = 'sigma/sigmahq-regression-events-2026-08.ndjson.gz';

/** Whether SigmaHQ’s rules, and events that they must match, lie beside the project. */
export const hasSigmaHq: boolean = hasRealFiles(RULES, EVENTS);

/** SigmaHQ’s files, in the order of the archive. */
export function sigmaHqFiles(): readonly { readonly name: string; readonly text: string }[] {
  return textFilesOfTar(realBytes(RULES)).filter(({ name }) => name.endsWith('.yml'));
}

/** Events that a rule of SigmaHQ must match, one of them at least. */
export interface RegressionCase {
  readonly rule_id: string;
  readonly rule: string;
  readonly events: readonly unknown[];
}

export function sigmaHqCases(): readonly RegressionCase[] {
  return realBytes(EVENTS)
    .toString()
    .trim()
    .split('\n')
    .map((line): RegressionCase => JSON.parse(line));
}

/** A rule with this detection, as YAML. */
export function ruleText(detection: string, logSource = 'category: beach'): string {
  return `title: Pebbles\nlogsource:\n  ${logSource}\ndetection:\n${detection.replaceAll(/^/gmu, '  ')}\n`;
}

/** @throws where it cannot be read or made ready, with the code */
export function matcherFor(text: string): RuleMatcher {
  const { rules, issues } = readRules('rule.yml', text);
  const [rule] = rules;
  if (rule === undefined) throw new Error(issues.map(({ code, message }) => `${code} ${message}`).join('\n'));
  const compiled = compileRule(rule);
  if (!compiled.ok) throw new Error(`${compiled.issue.code} ${compiled.issue.message}`);
  return compiled.matcher;
}

export function eventOf(json: unknown): LogEvent {
  const event = readEvent(json);
  if (event === undefined) throw new Error('no event');
  return event;
}
