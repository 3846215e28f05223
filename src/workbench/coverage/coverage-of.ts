import type { CoverageClaims, CoverageShowAnswer, TechniqueCoverage } from '../../answers/index.ts';
import {
  carryClaims,
  type CarriedClaims,
  type ReleaseTarget,
  countStages,
  defencesAgainst,
  techniqueCoverage,
  type HeldClaim,
  type Strategy,
} from '../../analysis/index.ts';
import { reportedIn, type Knowledge, type Reading } from '../../desk/index.ts';
import { errorOf, strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import { compareText, defined, isDay, keptFor } from '../../text/index.ts';
import {
  inventoriesOn,
  ruleLogSourcesFor,
  type CoverageInventory,
  type CoverageStage,
  type LogSourceClaim,
} from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { analyticsOf } from '../techniques/defences.ts';
import type { Basis } from '../use-case.ts';
import { targetInView } from '../releases/target-in-view.ts';
import { scopedTechniques, type ScopeQuestion } from './coverage-scope.ts';

/** What every question about coverage asks. */
export interface CoverageQuestion extends ScopeQuestion {
  readonly release?: string | undefined;
  readonly asOf?: string | undefined;
  readonly inventories: readonly string[];
  readonly coverage?: CoverageClaims | undefined;
}

/** What every answer about coverage rests on. */
export interface FoundCoverage extends Pick<
  CoverageShowAnswer,
  'scope' | 'counts' | 'carried' | 'levels' | 'readable' | 'unknownLogs'
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
  const { asOf, inForce } = await inventoriesAsked(desk, question);
  const { coverage } = question;
  const { techniques, claims, logSources, held } = coverageBy(
    desk,
    {
      ...scoped,
      inForce,
      given: coverage,
      target: targetInView(desk, question.release),
    },
    { atLeast, evidence, logs },
  );
  const terms = [...scoped.weights.keys()];
  const { carried, unchanged } = claims;
  const labels = new Set(techniques.map(({ technique }) => technique.label));
  const isLookedAt = (id: string | undefined): boolean => id !== undefined && labels.has(id);
  const lost = carried.filter(({ to }) => to === undefined);
  const moved = carried.filter(({ to }) => to !== undefined);
  return {
    scope: {
      of: scoped.of,
      names: scoped.names,
      platforms: scoped.platforms,
      asOf,
      inventories: inForce.map(({ id, name, date }) => ({ id, name, date })),
      given: coverage?.claims.length ?? 0,
    },
    counts: countStages(techniques),
    carried: {
      ids: unchanged + carried.length,
      unchanged,
      moved: moved.length,
      lost: lost.length,
      carried: scoped.of === 'all' ? [...lost, ...moved] : moved.filter(({ to }) => isLookedAt(to)),
    },
    levels: Object.fromEntries(
      techniques
        .map(({ technique, level }) => [technique.label || technique.id, level] as const)
        .toSorted(([one], [other]) => compareText(one, other)),
    ),
    readable: readableIn(desk, terms),
    unknownLogs: unknownLogs(
      desk,
      logSources.map(({ logSource }) => logSource),
    ),
    techniques,
    notes: [...scoped.notes, ...notesOn(held + logSources.length, scoped.platforms)],
    level: strictestLevel([scoped.level, ...inForce.map((inventory) => inventory.level), coverage?.marking]),
    ...defined({ restsOn: scoped.restsOn }),
  };
}

/** Evidence given of each technique where nobody says how much. */
const EVIDENCE = 3;

/** Of which techniques coverage is asked, and what says so. */
export interface CoverageAt {
  /** technique → how much it counts. */
  readonly weights: ReadonlyMap<number, number>;
  readonly platforms: readonly string[];
  readonly inForce: readonly CoverageInventory[];
  readonly given?: CoverageClaims | undefined;
  /** The release that ids are carried to. */
  readonly target: ReleaseTarget;
}

/** How far the detection of techniques has come by inventories, and by what was given with the question. */
export function coverageBy(
  reading: Reading,
  { weights, platforms, inForce, given, target }: CoverageAt,
  { atLeast = 'deployed', evidence = EVIDENCE, logs = false }: CoverageDetail = {},
): {
  readonly techniques: readonly TechniqueCoverage[];
  readonly claims: CarriedClaims;
  readonly logSources: readonly LogSourceClaim[];
  /** How many claims there are. */
  readonly held: number;
} {
  const held: readonly HeldClaim[] = [
    ...inForce.flatMap((inventory) => inventory.claims.map((claim) => ({ claim, inventory }))),
    ...(given?.claims ?? []).map((claim) => ({ claim })),
  ];
  const claims = carryClaims(held, target);
  const logSources = [...inForce.flatMap((inventory) => inventory.logSources), ...(given?.logSources ?? [])];
  const techniques = techniqueCoverage(
    {
      known: reportedIn(reading),
      strategiesOf: (technique) => strategiesAgainst(reading, technique),
      claims,
      logSources,
      weightOf: (technique) => weights.get(technique) ?? 0,
      platforms,
    },
    [...weights.keys()],
    { atLeast, evidence, logs },
  );
  return { techniques, claims, logSources, held: held.length };
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

/** The inventories asked for that hold on the day asked about; by default the newest day that anything holds from. */
export async function inventoriesAsked(
  { coverage }: Knowledge['desk'],
  { asOf, inventories: names }: Pick<CoverageQuestion, 'asOf' | 'inventories'>,
): Promise<{
  readonly asOf: string;
  readonly inForce: readonly CoverageInventory[];
  /** All that is kept under the names asked for, whatever its day. */
  readonly asked: readonly CoverageInventory[];
}> {
  if (asOf !== undefined && !isDay(asOf))
    throw errorOf(WORKBENCH_ISSUES.notADay, `“${asOf}” is no day such as 2026-05-02.`);
  const kept = await coverage();
  const missing = names.find((name) => !kept.some((inventory) => inventory.name === name));
  if (missing !== undefined)
    throw errorOf(WORKBENCH_ISSUES.unknownInventory, `Nothing is kept as “${missing}”.`);
  const asked = names.length === 0 ? kept : kept.filter(({ name }) => names.includes(name));
  const newest =
    asked
      .map(({ date }) => date)
      .toSorted(compareText)
      .at(-1) ?? '';
  const day = asOf ?? newest;
  return { asOf: day, inForce: inventoriesOn(asked, day), asked };
}

/** Strategies against techniques, kept for a view: every question about coverage asks for all of them. */
const strategiesIn = keptFor((_view: Reading['view']) => new Map<number, readonly Strategy[]>());

/** Strategies of ATT&CK against a technique, with their analytics. */
export function strategiesAgainst(reading: Reading, technique: number): readonly Strategy[] {
  const kept = strategiesIn(reading.view);
  const known = kept.get(technique);
  if (known !== undefined) return known;
  const strategies = defencesAgainst(reportedIn(reading), 'detection-strategy', technique).map(
    ({ defence }) => ({
      strategy: defence,
      analytics: analyticsOf(reading, defence.id),
    }),
  );
  kept.set(technique, strategies);
  return strategies;
}

function readableIn(desk: Reading, techniques: readonly number[]): CoverageShowAnswer['readable'] {
  const read = techniques.flatMap((technique) =>
    strategiesAgainst(desk, technique).flatMap(({ analytics }) =>
      analytics.flatMap(({ logSources }) => logSources),
    ),
  );
  const known = read.filter(({ name, channel }) => ruleLogSourcesFor(name, channel).length > 0);
  return { known: known.length, of: read.length };
}

/** Logs at hand that no analytic of ATT&CK reads, so that nothing follows from them. */
function unknownLogs(desk: Reading, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const { catalogue } = desk.view;
  const known = new Set<string>();
  for (const strategy of catalogue.ofType(['x-mitre-detection-strategy']))
    for (const { logSources } of analyticsOf(desk, catalogue.id(strategy)))
      for (const { name, component } of logSources) {
        known.add(name.trim().toLowerCase());
        known.add(component.trim().toLowerCase());
      }
  return [...new Set(names)].filter((name) => !known.has(name.trim().toLowerCase())).toSorted(compareText);
}
