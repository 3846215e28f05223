import { groupedBy } from '../../text/index.ts';
import {
  looksIn,
  platformNamed,
  ruleLogSourcesFor,
  type LogSourceClaim,
  type RuleLogSource,
} from '../../threat/index.ts';
import type { Analytic, Mention } from '../../answers/index.ts';

/** A log in which an analytic looks. */
export interface AnalyticLogs {
  readonly strategy: Mention;
  readonly analytic: Analytic;
  readonly name: string;
  readonly channel: string;
  readonly component: string;
  /** Where rules look for what it has. */
  readonly lookedIn: readonly RuleLogSource[];
}

/** The same, and whether it is at hand. */
export interface LogRead extends AnalyticLogs {
  /** What says that it is at hand; undefined where nothing does. */
  readonly available: LogSourceClaim | undefined;
}

/** A detection strategy with how it is carried out. */
export interface Strategy {
  readonly strategy: Mention;
  readonly analytics: readonly Analytic[];
}

/** The logs in which the analytics of strategies look. */
export function logsOfStrategies(strategies: readonly Strategy[]): readonly AnalyticLogs[] {
  return strategies.flatMap(({ strategy, analytics }) =>
    analytics.flatMap((analytic) =>
      analytic.logSources.map(({ name, channel, component }) => ({
        strategy,
        analytic,
        name,
        channel,
        component,
        lookedIn: ruleLogSourcesFor(name, channel),
      })),
    ),
  );
}

/** Finds of the logs of analytics those that are at hand: by the name of the data component, or of the log source itself. */
export function logReader(
  claims: readonly LogSourceClaim[],
): (logs: readonly AnalyticLogs[]) => readonly LogRead[] {
  const byName = groupedBy(claims, ({ logSource }) => comparable(logSource));
  const find = (platforms: readonly string[], ...names: readonly string[]): LogSourceClaim | undefined =>
    names
      .flatMap((name) => byName.get(comparable(name)) ?? [])
      .find((claim) => arePlatformsShared(claim.platforms, platforms));
  return (logs) =>
    logs.map((log) => ({ ...log, available: find(log.analytic.platforms, log.component, log.name) }));
}

/** A name of a log as it is compared: without regard to case, and to space around it. */
export function comparable(name: string): string {
  return name.trim().toLowerCase();
}

/** Whether two lists of platforms have one in common; a list that is not there, or empty, means all. */
export function arePlatformsShared(
  one: readonly string[] | undefined,
  other: readonly string[] | undefined,
): boolean {
  if (one === undefined || other === undefined || one.length === 0 || other.length === 0) return true;
  const names = new Set(one.map(nameOf));
  return other.some((platform) => names.has(nameOf(platform)));
}

/** Whether a list of platforms has one; where none is known, whatever the list says is of it. */
export function isOn(platforms: readonly string[] | undefined, platform: string): boolean {
  return platform === '' || arePlatformsShared(platforms, [platform]);
}

function nameOf(platform: string): string {
  return platformNamed(platform)?.name ?? platform;
}

/** Whether a rule that looks in one place looks where an analytic does, as far as is known. */
export function readsLog(
  rule: RuleLogSource | undefined,
  { lookedIn }: Pick<AnalyticLogs, 'lookedIn'>,
): boolean {
  return rule !== undefined && lookedIn.some((where) => looksIn(rule, where));
}
