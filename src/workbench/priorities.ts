import type { Analytic } from '../answers/index.ts';
import type { Mention } from '../answers/index.ts';
import { gapsOf, identify, mention, prioritise } from '../analysis/index.ts';
import type { CoveredTechnique, Gap, GroupShare, Priority, ReleaseTarget } from '../analysis/index.ts';
import type { Coverage, Organisation, PriorityKind } from '../threat/index.ts';
import { PRIORITY_KINDS, typesOf } from '../threat/index.ts';
import { coverageInView, viewAsTarget, type CarriedId, type CoverageInView } from './coverage-in-view.ts';
import { analyticsOf } from './defences.ts';
import { knownTo, noticesOf, sourceNames, type Desk } from '../desk/index.ts';
import { expectationOf, groupShare, type ExpectedSearch } from './expected.ts';
import { leftOut } from './organisation-findings.ts';
import { rankFor, type Ranking } from './threats.ts';

/** What to put in order; `top` is how many groups count. */
export interface PrioritiesSearch extends Omit<ExpectedSearch, 'by' | 'limit' | 'tactic'> {
  /** Default: all kinds. */
  readonly kinds?: readonly PriorityKind[] | undefined;
  /** Most defences to give of each kind; default {@link PRIORITIES_SHOWN}. */
  readonly limit?: number | undefined;
  /** What is covered already, ids as told. */
  readonly coverage?: Coverage | undefined;
  /** The release in view, to carry ids of the coverage to. Default: by what the release itself says of older ones. */
  readonly target?: ReleaseTarget | undefined;
}

/** Defences given of each kind where nobody says how many. */
export const PRIORITIES_SHOWN = 20;

/** What helps most against what is to be expected, and what nothing helps against. */
export interface PrioritiesAnswer {
  readonly organisation: Organisation;
  readonly asOf: string;
  readonly groups: readonly GroupShare[];
  /** Sum of the expectations of all techniques that work on the platforms. */
  readonly total: number;
  /** What is left of it when what is done already is taken off; shares are shares of this. */
  readonly left: number;
  /** Techniques of which something was taken off, that with the most first. */
  readonly takenOff: readonly TakenOff[];
  readonly coverage: CarriedCoverage;
  /** One for each kind asked for. */
  readonly rankings: readonly PriorityRanking[];
  readonly hidden: readonly string[];
  readonly sources: readonly string[];
  readonly notes: readonly string[];
  readonly notices: readonly string[];
}

/** A technique of which something was taken off, and why. */
export interface TakenOff {
  readonly technique: Mention;
  readonly expectation: number;
  readonly left: number;
  /** Who says that it is covered, how well (0 … 1), and of which id. */
  readonly coverage?: CoveredTechnique;
  /** Mitigations in place that mitigate it. */
  readonly mitigations: readonly Mention[];
}

/** How the ids of the coverage came into the release in view. */
export interface CarriedCoverage {
  /** Ids told. */
  readonly told: number;
  /** Ids that are the same in the release in view. */
  readonly unchanged: number;
  /** The others: where they were carried to, or why they were not (no `to`) and so count for nothing. */
  readonly carried: readonly CarriedId[];
}

/** What to do of one kind, in order. */
export interface PriorityRanking {
  readonly kind: PriorityKind;
  /** The greatest effect first. */
  readonly defences: readonly PriorityRow[];
  /** The first steps when one always takes next what adds most, as many as `defences` may have. */
  readonly steps: readonly PriorityStep[];
  /** Defences in all, of which `defences` may show fewer. */
  readonly of: number;
  /** Share of what is left that all of them together answer, 0 … 1. */
  readonly answered: number;
  /** Techniques of which something is left and that nothing of this kind answers. */
  readonly unanswered: readonly LeftTechnique[];
}

/** A step of the order in which each next one adds most. */
export interface PriorityStep {
  readonly defence: Mention;
  /** What it adds to the steps before, as a share of what is left. */
  readonly adds: number;
  /** What it and the steps before answer together, as a share of what is left. */
  readonly together: number;
}

/** Something to do; {@link Priority} says what each number is. */
export interface PriorityRow extends Pick<Priority, 'addressed' | 'effect' | 'order' | 'marginal'> {
  readonly defence: Mention;
  /** That with the most left first. */
  readonly techniques: readonly LeftTechnique[];
  /**
   * Of detection strategies: how they are carried out on the platforms of the organisation, and in which logs to look;
   * on all platforms where it tells none.
   */
  readonly analytics: readonly Analytic[];
}

/** A technique with what is left of its expectation. */
export interface LeftTechnique {
  readonly technique: Mention;
  readonly left: number;
}

/**
 * What helps most against what is to be expected from groups documented against organisations like this one: defences
 * by how much of the expectation they answer, and in the order in which each next one adds most.
 *
 * @throws FoeprintError W608 for a day that is none
 */
export function prioritiesFor(
  desk: Desk,
  organisation: Organisation,
  search: PrioritiesSearch = {},
): PrioritiesAnswer {
  return prioritiesFrom(desk, rankFor(desk, organisation, search), search);
}

/** The same from a ranking that is made already; of the search, what says how to rank is not looked at. */
export function prioritiesFrom(desk: Desk, ranking: Ranking, search: PrioritiesSearch): PrioritiesAnswer {
  const { organisation } = ranking.surroundings;
  const expected = expectationOf(ranking, search);
  const covered = carriedCoverage(desk, search);
  const inPlace = mitigationsInPlace(desk, organisation);
  const known = knownTo(desk);
  const gaps = gapsOf(known, expected, { coverage: covered.techniques, mitigations: inPlace.found });
  const say = (term: number): Mention => mention(desk.view.catalogue, term);
  return {
    organisation,
    asOf: ranking.asOf,
    groups: expected.groups.map((group) => groupShare(say, group)),
    total: gaps.total,
    left: gaps.left,
    takenOff: gaps.gaps
      .filter(({ expected: { expectation }, left }) => left < expectation)
      .toSorted((one, other) => amountOff(other) - amountOff(one))
      .map((gap) => takenOff(say, gap)),
    coverage: {
      told: search.coverage?.techniques.size ?? 0,
      unchanged: covered.unchanged,
      carried: covered.carried,
    },
    rankings: (search.kinds ?? PRIORITY_KINDS).map((kind) => {
      const { priorities, answered, unanswered } = prioritise(known, kind, gaps);
      return {
        kind,
        defences: priorities
          .slice(0, search.limit ?? PRIORITIES_SHOWN)
          .map((priority) => priorityRow(desk, organisation, priority)),
        steps: stepsOf(say, priorities).slice(0, search.limit ?? PRIORITIES_SHOWN),
        of: priorities.length,
        answered,
        unanswered: unanswered.map((gap) => leftOf(say, gap)),
      };
    }),
    hidden: search.hide ?? [],
    sources: sourceNames(desk),
    notes: [...ranking.notes, ...inPlace.notes],
    notices: noticesOf(desk),
  };
}

function carriedCoverage({ view }: Desk, { coverage, target }: PrioritiesSearch): CoverageInView {
  if (coverage === undefined) return { techniques: new Map(), unchanged: 0, carried: [] };
  return coverageInView(view, coverage, target ?? viewAsTarget(view));
}

interface InPlace {
  readonly found: readonly number[];
  readonly notes: readonly string[];
}

function mitigationsInPlace({ view }: Desk, { controls }: Organisation): InPlace {
  const named = controls.mitigations.map((name) => ({
    name,
    found: identify(view.catalogue, name, typesOf('mitigation')),
  }));
  return {
    found: named.flatMap(({ found }) => (found.kind === 'one' ? [found.term] : [])),
    notes: named.flatMap(({ name, found }) =>
      found.kind === 'one' ? [] : [leftOut(`The mitigation “${name}”`, found.kind === 'several')],
    ),
  };
}

type Say = (term: number) => Mention;

function amountOff({ expected, left }: Gap): number {
  return expected.expectation - left;
}

function takenOff(say: Say, { expected, left, coverage, mitigations }: Gap): TakenOff {
  return {
    technique: say(expected.technique),
    expectation: expected.expectation,
    left,
    ...(coverage === undefined ? {} : { coverage }),
    mitigations: mitigations.map(say),
  };
}

function stepsOf(say: Say, priorities: readonly Priority[]): readonly PriorityStep[] {
  let together = 0;
  return priorities
    .filter(({ order }) => order !== undefined)
    .toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))
    .map(({ defence, marginal }) => {
      together += marginal;
      return { defence: say(defence), adds: marginal, together };
    });
}

function leftOf(say: Say, { expected, left }: Gap): LeftTechnique {
  return { technique: say(expected.technique), left };
}

function priorityRow(
  desk: Desk,
  { platforms }: Organisation,
  { defence, gaps, ...numbers }: Priority,
): PriorityRow {
  const say = (term: number): Mention => mention(desk.view.catalogue, term);
  const thing = say(defence);
  return {
    defence: thing,
    ...numbers,
    techniques: gaps.map((gap) => leftOf(say, gap)),
    analytics: analyticsOf(desk, thing.id).filter((analytic) => runsOn(analytic, platforms)),
  };
}

function runsOn(analytic: Analytic, platforms: readonly string[]): boolean {
  const { length } = platforms;
  return (
    length === 0 ||
    analytic.platforms.length === 0 ||
    analytic.platforms.some((each) => platforms.includes(each))
  );
}
