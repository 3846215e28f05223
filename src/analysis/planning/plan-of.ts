import type {
  Mention,
  NotPreventable,
  OpenTechnique,
  PlanLine,
  PlannedTechnique,
} from '../../answers/index.ts';
import type { Known, Solver } from '../../desk/index.ts';
import { defined, sum } from '../../text/index.ts';
import { compareMentions } from '../mention.ts';
import { shareOf } from '../share.ts';
import type { Gaps } from '../threats/gaps.ts';
import {
  candidatesFor,
  problemOf,
  shareOfParts,
  type Candidate,
  type CandidateSearch,
  type Target,
} from './candidates.ts';
import { coveredBy, coverWithin, isReached, type CoverProblem, type CoverStep } from './cover.ts';
import { improve, type ImprovedCover } from './improve.ts';

/** What to plan with. */
export interface PlanSearch extends Omit<CandidateSearch, 'inPlace'> {
  readonly budget: number;
  /** What something costs; above 0. */
  readonly costOf: (thing: Mention) => number;
  /** Frameworks that say that they have nothing against a technique. */
  readonly statedBy: (technique: number) => readonly Mention[];
  /** What may improve the greedy plan, and for how many seconds it may try. */
  readonly solver?: { readonly solve: Solver; readonly seconds: number } | undefined;
}

/** What to build first, and what that leaves open. Numbers from 0 to 1 are shares of what is left. */
export interface Plan extends Pick<ImprovedCover, 'by' | 'isBest'> {
  readonly lines: readonly PlanLine[];
  readonly answered: number;
  readonly bound: number;
  readonly ratio: number;
  readonly reachable: number;
  readonly spent: number;
  /** How many things could be chosen. */
  readonly of: number;
  /** Their names. */
  readonly candidates: readonly Mention[];
  readonly unanswered: readonly OpenTechnique[];
  readonly beyond: readonly OpenTechnique[];
  readonly watch: readonly NotPreventable[];
}

/** Chooses within a budget what answers most of what is left. */
export function planOf(known: Known, { gaps, left, inPlace }: Gaps, search: PlanSearch): Plan {
  const open = new Map([...gaps].filter(([, gap]) => gap.left > 0));
  const choice = candidatesFor(known, open, { ...search, inPlace });
  const { targets, candidates, watch } = choice;
  const isWatched = new Set(watch.map(({ technique }) => technique.id));
  const problem = problemOf(choice, search.costOf);
  const greedy = coverWithin(problem, search.budget);
  const { solver, budget } = search;
  const found: ImprovedCover =
    solver === undefined
      ? { ...greedy, by: 'greedy', isBest: isReached(greedy) }
      : improve(problem, budget, greedy, solver.solve, solver.seconds);
  const share = (part: number): number => shareOf(part, left);
  const coverable = new Set(problem.options.flatMap(({ covers }) => covers));
  const chosen = new Set(found.steps.flatMap(({ option }) => problem.options[option]?.covers ?? []));
  const weightOf = (parts: readonly number[]): number => sum(parts.map((part) => problem.weights[part] ?? 0));
  const openOf = ({ term, gap, parts }: Target): OpenTechnique => ({
    technique: gap.technique,
    left: gap.left,
    open: weightOf(parts.filter((part) => !chosen.has(part))),
    statedBy: search.statedBy(term),
  });
  const isAddressed = ({ parts }: Target): boolean => parts.some((part) => coverable.has(part));
  return {
    lines: linesOf(problem, candidates, found.steps, share),
    answered: share(coveredBy(found.steps)),
    bound: share(found.bound),
    ratio: found.bound > 0 ? coveredBy(found.steps) / found.bound : 1,
    reachable: share(weightOf([...coverable])),
    spent: found.steps.at(-1)?.spent ?? 0,
    by: found.by,
    isBest: found.isBest,
    of: candidates.length,
    candidates: candidates.map(({ thing }) => thing),
    unanswered: targets
      .filter((target) => !isAddressed(target) && !isWatched.has(target.gap.technique.id))
      .map(openOf)
      .toSorted(byOpen),
    beyond: targets
      .filter((target) => isAddressed(target) && target.parts.some((part) => !chosen.has(part)))
      .map(openOf)
      .toSorted(byOpen),
    watch,
  };
}

function byOpen(one: OpenTechnique, other: OpenTechnique): number {
  return other.open - one.open || compareMentions(one.technique, other.technique);
}

function linesOf(
  { weights, options }: CoverProblem,
  candidates: readonly Candidate[],
  steps: readonly CoverStep[],
  share: (part: number) => number,
): readonly PlanLine[] {
  const covered = new Set<number>();
  return steps.flatMap(({ option, adds, together, spent }, index): readonly PlanLine[] => {
    const candidate = candidates[option];
    if (candidate === undefined) return [];
    const techniques = candidate.answers.map(({ target, relation, parts, through, value, caveat }) => ({
      technique: target.gap.technique,
      relation,
      share: shareOfParts(target, parts),
      adds: shareOfParts(
        target,
        parts.filter((part) => !covered.has(part)),
      ),
      left: target.gap.left,
      ...defined({ value: value?.said, caveat }),
      through: through.map(({ analytic }) => analytic),
    }));
    const covers = options[option]?.covers ?? [];
    for (const part of covers) covered.add(part);
    return [
      {
        order: index + 1,
        kind: candidate.kind,
        thing: candidate.thing,
        cost: options[option]?.cost ?? 1,
        spent,
        adds: share(adds),
        together: share(together),
        alone: share(sum(covers.map((part) => weights[part] ?? 0))),
        techniques: techniques.toSorted(byAdded),
      },
    ];
  });
}

function byAdded(one: PlannedTechnique, other: PlannedTechnique): number {
  return (
    other.adds * other.left - one.adds * one.left ||
    other.share * other.left - one.share * one.left ||
    compareMentions(one.technique, other.technique)
  );
}
