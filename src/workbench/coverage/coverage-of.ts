import type { CoverageShowAnswer, TechniqueCoverage } from '../../answers/index.ts';
import {
  carriedCoverage,
  carryClaims,
  comparable,
  coverageColumns,
  countStages,
  defencesAgainst,
  logsOfStrategies,
  matrixOf,
  techniqueCoverage,
  type AnalyticLogs,
  type CoverageGrounds,
  type ReleaseTarget,
  type Strategy,
} from '../../analysis/index.ts';
import { reportedIn, type Knowledge, type Reading } from '../../desk/index.ts';
import { strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import { compareText, defined, keptFor, sum } from '../../text/index.ts';
import { DOMAINS, typesOf, type CoverageStage, type LogSourceClaim } from '../../threat/index.ts';
import { analyticsOf } from '../techniques/detections.ts';
import type { Basis } from '../use-case.ts';
import { targetInView } from '../releases/target-in-view.ts';
import { countedCoverage, heldClaims, type CountedCoverage, type CoverageAsked } from './counted-coverage.ts';
import { scopedTechniques, type ScopeQuestion } from './coverage-scope.ts';

/** What every question about coverage asks. */
export interface CoverageQuestion extends ScopeQuestion, CoverageAsked {
  readonly release?: string | undefined;
}

/** What every answer about coverage rests on. */
export interface FoundCoverage extends Pick<
  CoverageShowAnswer,
  'scope' | 'counts' | 'carried' | 'levels' | 'columns' | 'readable' | 'unknownLogs'
> {
  /** Every technique that is looked at. */
  readonly techniques: readonly TechniqueCoverage[];
  readonly notes: readonly string[];
  readonly level: MarkingLevel | undefined;
  /** What it rests on, where that is more than it names. */
  readonly restsOn?: readonly Basis[];
}

/** What is to be said of each technique. */
export interface CoverageDetail {
  readonly atLeast?: CoverageStage;
  readonly evidence?: number | undefined;
  readonly logs?: boolean;
}

/**
 * How far the detection of the techniques that a question is about has come.
 *
 * @throws FoeprintError W601–W603, W608, W690–W692
 */
export async function coverageFor(
  desk: Knowledge['desk'],
  question: CoverageQuestion,
  { atLeast = 'deployed', evidence = EVIDENCE, logs = false }: CoverageDetail = {},
): Promise<FoundCoverage> {
  const scoped = await scopedTechniques(desk, question);
  const counted = await countedCoverage(desk, question);
  const { asOf, inForce, given: { claims: { length: given } = [] } = {} } = counted;
  const at = { ...scoped, ...counted, target: targetInView(desk, question.release) };
  const grounds = coverageGrounds(desk, at);
  const terms = [...scoped.weights.keys()];
  const techniques = techniqueCoverage(grounds, terms, { atLeast, evidence, logs });
  const labels = new Set(techniques.map(({ technique }) => technique.label));
  const carried = carriedCoverage(grounds.claims);
  const held = given + grounds.logSources.length + sum(inForce.map(({ claims }) => claims.length));
  return {
    scope: {
      of: scoped.of,
      names: scoped.names,
      platforms: scoped.platforms,
      asOf,
      inventories: inForce.map(({ id, name, date }) => ({ id, name, date })),
      given,
    },
    counts: countStages(techniques),
    carried:
      scoped.of === 'all'
        ? carried
        : { ...carried, carried: carried.carried.filter(({ to }) => to !== undefined && labels.has(to)) },
    levels: levelsById(techniques),
    columns: coverageColumns(
      DOMAINS.flatMap(({ id }) => matrixOf(desk.view, id) ?? []),
      techniques,
    ),
    readable: readableIn(desk, terms),
    unknownLogs: unknownLogs(desk, grounds.logSources),
    techniques,
    notes: [...scoped.notes, ...counted.notes, ...notesOn(held, scoped.platforms)],
    level: strictestLevel([scoped.level, counted.level]),
    ...defined({ restsOn: scoped.restsOn }),
  };
}

/** Evidence given of each technique where nobody says how much. */
export const EVIDENCE = 3;

/** Of which techniques coverage is asked, and what says so. */
export interface CoverageAt
  extends Partial<Pick<CountedCoverage, 'given'>>, Pick<CountedCoverage, 'inForce'> {
  /** technique → how much it counts. */
  readonly weights: ReadonlyMap<number, number>;
  readonly platforms: readonly string[];
  /** The release that ids are carried to. */
  readonly target: ReleaseTarget;
}

/** What coverage is made from: inventories, and what was given with the question. */
export function coverageGrounds(
  reading: Reading,
  { weights, platforms, inForce, given, target }: CoverageAt,
): CoverageGrounds {
  return {
    known: reportedIn(reading),
    logsOf: (technique) => logsAgainst(reading, technique),
    claims: carryClaims(heldClaims({ given, inForce }), target),
    logSources: [...inForce.flatMap(({ logSources }) => logSources), ...(given?.logSources ?? [])],
    weightOf: (technique) => weights.get(technique) ?? 0,
    platforms,
  };
}

/** 0 … 4, the level of each technique, by ATT&CK id and in its order; by STIX id where there is none. */
export function levelsById(techniques: readonly TechniqueCoverage[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    techniques
      .map(({ technique, level }) => [technique.label || technique.id, level] as const)
      .toSorted(([one], [other]) => compareText(one, other)),
  );
}

function notesOn(claims: number, platforms: readonly string[]): readonly string[] {
  return [
    ...(claims === 0
      ? ['No coverage is kept, and none was given: `foeprint coverage import PATH`, or --coverage FILE.']
      : []),
    ...(platforms.length === 0
      ? ['No platforms are named: every technique stands as on the best of its platforms (--platform).']
      : []),
  ];
}

/** Strategies of ATT&CK against a technique, with their analytics. */
export function strategiesAgainst(reading: Reading, technique: number): readonly Strategy[] {
  return defencesAgainst(reportedIn(reading), 'detection-strategy', technique).map(({ defence }) => ({
    strategy: defence,
    analytics: analyticsOf(reading, defence.id),
  }));
}

/** Logs of techniques, kept for a view: every question about coverage asks for many of them, a history of it again and again. */
const logsIn = keptFor((_view: Reading['view']) => new Map<number, readonly AnalyticLogs[]>());

function logsAgainst(reading: Reading, technique: number): readonly AnalyticLogs[] {
  const kept = logsIn(reading.view);
  const logs = kept.get(technique) ?? logsOfStrategies(strategiesAgainst(reading, technique));
  kept.set(technique, logs);
  return logs;
}

function readableIn(reading: Reading, techniques: readonly number[]): CoverageShowAnswer['readable'] {
  const logs = techniques.flatMap((technique) => logsAgainst(reading, technique));
  return { known: logs.filter(({ lookedIn }) => lookedIn.length > 0).length, of: logs.length };
}

/** Logs at hand that no analytic of ATT&CK reads, so that nothing follows from them. */
function unknownLogs(reading: Reading, claims: readonly LogSourceClaim[]): readonly string[] {
  if (claims.length === 0) return [];
  const { catalogue } = reading.view;
  const known = new Set(
    catalogue
      .ofType(typesOf('detection-strategy'))
      .flatMap((strategy) => analyticsOf(reading, catalogue.id(strategy)))
      .flatMap(({ logSources }) => logSources.flatMap(({ name, component }) => [name, component]))
      .map(comparable),
  );
  const names = new Set(claims.map(({ logSource }) => logSource));
  return [...names].filter((name) => !known.has(comparable(name))).toSorted(compareText);
}
