import { looksIn, platformNamed, ruleLogSourcesFor, type LogSourceClaim } from '../../threat/index.ts';
import type { Analytic, Mention } from '../../answers/index.ts';

/** A log in which an analytic looks. */
export interface LogRead {
  readonly strategy: Mention;
  readonly analytic: Analytic;
  readonly name: string;
  readonly channel: string;
  readonly component: string;
  /** What says that it is at hand; undefined where nothing does. */
  readonly available: LogSourceClaim | undefined;
}

/** A detection strategy with how it is carried out. */
export interface Strategy {
  readonly strategy: Mention;
  readonly analytics: readonly Analytic[];
}

/** Finds of the logs of analytics those that are at hand: by the name of the data component, or of the log source itself. */
export function logReader(
  claims: readonly LogSourceClaim[],
): (strategies: readonly Strategy[]) => readonly LogRead[] {
  const byName = new Map<string, LogSourceClaim[]>();
  for (const claim of claims) {
    const name = claim.logSource.trim().toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), claim]);
  }
  const find = (platforms: readonly string[], ...names: readonly string[]): LogSourceClaim | undefined =>
    names
      .flatMap((name) => byName.get(name.trim().toLowerCase()) ?? [])
      .find((claim) => arePlatformsShared(claim.platforms, platforms));
  return (strategies) =>
    strategies.flatMap(({ strategy, analytics }) =>
      analytics.flatMap((analytic) =>
        analytic.logSources.map(({ name, channel, component }) => ({
          strategy,
          analytic,
          name,
          channel,
          component,
          available: find(analytic.platforms, component, name),
        })),
      ),
    );
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

function nameOf(platform: string): string {
  return platformNamed(platform)?.name ?? platform;
}

/** Whether a rule that looks in one place looks where an analytic does, as far as is known. */
export function readsLog(
  rule: Parameters<typeof looksIn>[0] | undefined,
  { name, channel }: Pick<LogRead, 'name' | 'channel'>,
): boolean {
  return rule !== undefined && ruleLogSourcesFor(name, channel).some((where) => looksIn(rule, where));
}
