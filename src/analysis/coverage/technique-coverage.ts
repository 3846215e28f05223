import type {
  AnalyticLog,
  CoverageCounts,
  CoverageEvidence,
  TechniqueCoverage,
} from '../../answers/index.ts';
import { compareText, defined, sum } from '../../text/index.ts';
import { COVERAGE_STAGES, stageAt, stageNumber, stageOf, type CoverageStage } from '../../threat/index.ts';
import { compareMentions, mention } from '../mention.ts';
import { arePlatformsShared, isOn, readsLog, type LogRead } from './available-logs.ts';
import type { HeldClaim } from './coverage-claims.ts';
import { CoverageStages, type CoverageGrounds } from './coverage-stages.ts';
import { gapReasons } from './gap-reasons.ts';

/** What is to be said of each technique. */
export interface CoverageSearch {
  /** The stage below which a technique is a gap. */
  readonly atLeast: CoverageStage;
  /** Most evidence to give of each. */
  readonly evidence: number;
  /** Whether the logs in which ATT&CK says to look are given. */
  readonly logs: boolean;
}

/** How far the detection of techniques has come: those that count most first, of equal ones those with logs at hand, then by ATT&CK id. */
export function techniqueCoverage(
  grounds: CoverageGrounds,
  techniques: readonly number[],
  search: CoverageSearch,
): readonly TechniqueCoverage[] {
  const stages = new CoverageStages(grounds);
  return techniques
    .filter((technique) => stages.isAsked(technique))
    .map((technique) => coverageOfOne(grounds, stages, technique, search))
    .toSorted(
      (one, other) =>
        other.weight - one.weight ||
        Number(other.logsAtHand) - Number(one.logsAtHand) ||
        compareMentions(one.technique, other.technique),
    );
}

function coverageOfOne(
  grounds: CoverageGrounds,
  stages: CoverageStages,
  technique: number,
  search: CoverageSearch,
): TechniqueCoverage {
  const { catalogue } = grounds.known;
  const all = stages.stagesOf(technique);
  const deciding = stages.decidingAmong(technique, all);
  const claims = stages
    .claimsOf(technique)
    .filter(({ claim }) => arePlatformsShared(claim.platforms, grounds.platforms));
  const logs = stages.logsOf(technique);
  const evidence = claims.map((held) => evidenceOf(held, logs)).toSorted(compareEvidence);
  const { parts } = deciding;
  const logsAtHand =
    deciding.level > 0 &&
    deciding.level < stageNumber('deployed') &&
    stages.hasLogsOn(technique, deciding.platform);
  return {
    technique: mention(catalogue, technique),
    stage: stageAt(deciding.level),
    level: deciding.level,
    platforms: all
      .filter(({ platform }) => platform !== '')
      .map(({ platform, level }) => ({ platform, stage: stageAt(level), level })),
    weight: grounds.weightOf(technique),
    ...defined({
      parts:
        parts === undefined
          ? undefined
          : { subtechniques: parts.subtechniques.length, reached: parts.reached, mean: parts.mean },
    }),
    logsAtHand,
    reasons: gapReasons({
      deciding,
      stages: all,
      claims: claims.filter(({ claim }) => isOn(claim.platforms, deciding.platform)),
      logs: logs.filter(({ analytic }) => isOn(analytic.platforms, deciding.platform)),
      areLogsKnown: grounds.logSources.length > 0,
      logsAtHand,
      atLeast: search.atLeast,
      labelOf: (term) => catalogue.label(term),
    }),
    evidence: evidence.slice(0, search.evidence),
    of: evidence.length,
    logs: search.logs ? logsIn(logs, claims) : [],
  };
}

function evidenceOf({ claim, inventory }: HeldClaim, logs: readonly LogRead[]): CoverageEvidence {
  const { kind, file, technique: from, release, platforms = [], rule, title, date } = claim;
  const log = logs.find(
    (each) => readsLog(claim.looksIn, each) && arePlatformsShared(each.analytic.platforms, platforms),
  );
  return {
    stage: stageOf(claim),
    kind,
    file,
    from,
    platforms,
    ...defined({
      inventory: inventory?.name,
      inventoryDate: inventory?.date,
      release,
      rule,
      title,
      date,
      analytic: log?.analytic.analytic,
      logSource: log === undefined ? undefined : `${log.name} ${log.channel}`.trim(),
    }),
  };
}

function compareEvidence(one: CoverageEvidence, other: CoverageEvidence): number {
  return (
    stageNumber(other.stage) - stageNumber(one.stage) ||
    // Evidence that an analytic of ATT&CK bears out comes first.
    Number(other.analytic !== undefined) - Number(one.analytic !== undefined) ||
    compareText(one.title ?? one.rule ?? one.file, other.title ?? other.rule ?? other.file)
  );
}

function logsIn(logs: readonly LogRead[], claims: readonly HeldClaim[]): readonly AnalyticLog[] {
  return logs
    .map((log) => ({
      analytic: log.analytic.analytic,
      strategy: log.strategy,
      platforms: log.analytic.platforms,
      logSource: log.name,
      channel: log.channel,
      component: log.component,
      isAvailable: log.available !== undefined,
      readBy: claims.filter(({ claim }) => readsLog(claim.looksIn, log)).length,
    }))
    .toSorted(
      (one, other) =>
        Number(other.isAvailable) - Number(one.isAvailable) ||
        other.readBy - one.readBy ||
        compareText(one.logSource, other.logSource),
    );
}

/** Techniques by how far their detection has come, where nothing is asked of any one of them. */
export function coverageCounts(grounds: CoverageGrounds, techniques: readonly number[]): CoverageCounts {
  const stages = new CoverageStages(grounds);
  return countStages(
    techniques
      .filter((technique) => stages.isAsked(technique))
      .map((technique) => ({
        stage: stageAt(stages.decidingAmong(technique, stages.stagesOf(technique)).level),
        weight: grounds.weightOf(technique),
      })),
  );
}

/** Techniques by how far their detection has come. */
export function countStages(
  techniques: readonly Pick<TechniqueCoverage, 'stage' | 'weight'>[],
): CoverageCounts {
  const at = (stage: CoverageStage) => techniques.filter((each) => each.stage === stage);
  return {
    of: techniques.length,
    byStage: Object.fromEntries(COVERAGE_STAGES.map((stage) => [stage, at(stage).length])),
    weightByStage: Object.fromEntries(
      COVERAGE_STAGES.map((stage) => [stage, sum(at(stage).map(({ weight }) => weight))]),
    ),
    weight: sum(techniques.map(({ weight }) => weight)),
  };
}

/** 0 … 1, share of the weight of techniques whose detection has come so far; 1 where nothing counts. */
export function shareReached({ weight, weightByStage }: CoverageCounts, atLeast: CoverageStage): number {
  const reached = COVERAGE_STAGES.slice(stageNumber(atLeast)).map((stage) => weightByStage[stage] ?? 0);
  return weight === 0 ? 1 : sum(reached) / weight;
}
