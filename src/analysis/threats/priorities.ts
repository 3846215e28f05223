import type { Analytic, Gap, Mention, PriorityRanking } from '../../answers/index.ts';
import { compareText, defined, sum } from '../../text/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import type { PriorityKind } from '../../threat/index.ts';
import type { Known } from '../../desk/index.ts';
import { mention } from '../mention.ts';
import { helpingOf } from '../planning/helping.ts';
import { greedyCover } from '../planning/cover.ts';
import type { Gaps } from './gaps.ts';

/** What to put in order, and how much of it to show. */
export interface PriorityWish {
  readonly kind: PriorityKind;
  /** The greatest effect first, or in the order in which each next one adds most. */
  readonly by: 'effect' | 'step';
  /** Most to give. */
  readonly limit: number;
  /** How a detection strategy is carried out; only asked for what is given. */
  readonly analytics: (defence: Mention) => readonly Analytic[];
}

/** Puts what helps against the gaps in the order of how much it helps; only what answers anything that is left. */
export function prioritise(
  known: Known,
  { gaps, left, inPlace }: Gaps,
  { kind, by, limit, analytics }: PriorityWish,
): PriorityRanking {
  const open = [...gaps]
    .filter(([, gap]) => gap.left > 0)
    .toSorted(([, one], [, other]) => other.left - one.left);
  const answers = answersTo(known, kind, new Map(open), new Set(inPlace));
  const share = (part: number): number => (left > 0 ? Math.min(1, part / left) : 0);
  const steps = coverSteps(known.catalogue, answers);
  const answered = new Set([...answers.values()].flat());
  const all = [...answers]
    .map(([term, techniques]) => {
      const addressed = sum(techniques.map((gap) => gap.left));
      const { order, adds = 0, together = 0 } = steps.get(term) ?? {};
      return {
        defence: mention(known.catalogue, term),
        addressed,
        effect: share(addressed),
        ...defined({ order }),
        adds: share(adds),
        together: share(together),
        techniques,
      };
    })
    .toSorted(
      (one, other) => other.addressed - one.addressed || compareText(one.defence.label, other.defence.label),
    );
  const inSteps = all.toSorted((one, other) => (one.order ?? Infinity) - (other.order ?? Infinity));
  return {
    kind,
    defences: (by === 'effect' ? all : inSteps)
      .slice(0, limit)
      .map((priority) => ({ ...priority, analytics: analytics(priority.defence) })),
    steps: inSteps
      .filter(({ order }) => order !== undefined)
      .slice(0, limit)
      .map(({ defence, adds, together }) => ({ defence, adds, together })),
    of: all.length,
    answered: share(sum([...answered].map((gap) => gap.left))),
    unanswered: open.flatMap(([, gap]) => (answered.has(gap) ? [] : [gap])),
  };
}

type Answers = ReadonlyMap<number, readonly Gap[]>;

/** defence → the gaps that it answers; what is in place already is left out. */
function answersTo(
  known: Known,
  kind: PriorityKind,
  gaps: ReadonlyMap<number, Gap>,
  inPlace: ReadonlySet<number>,
): Answers {
  const found = new Map<number, Set<Gap>>();
  for (const { defence, technique } of helpingOf(known, kind)) {
    const gap = gaps.get(technique);
    if (gap !== undefined && !inPlace.has(defence))
      found.set(defence, (found.get(defence) ?? new Set()).add(gap));
  }
  return new Map(
    [...found].map(([defence, answered]) => [
      defence,
      [...answered].toSorted((one, other) => other.left - one.left),
    ]),
  );
}

interface Step {
  readonly order: number;
  readonly adds: number;
  readonly together: number;
}

/**
 * The greedy order of set cover: always next what adds most; of equal ones the first by ATT&CK id. Up to any place it
 * covers at least 1 − 1/e of what the best choice of so many could (Nemhauser, Wolsey and Fisher 1978).
 */
function coverSteps(catalogue: Catalogue, answers: Answers): ReadonlyMap<number, Step> {
  const byLabel = [...answers].toSorted(([one], [other]) =>
    compareText(catalogue.label(one), catalogue.label(other)),
  );
  const gaps = [...new Set([...answers.values()].flat())];
  const numbers = new Map(gaps.map((gap, number) => [gap, number]));
  const steps = greedyCover({
    weights: gaps.map(({ left }) => left),
    options: byLabel.map(([, answered]) => ({
      cost: 1,
      covers: answered.flatMap((gap) => numbers.get(gap) ?? []),
    })),
  });
  return new Map(
    steps.map(({ option, adds, together }, index) => [
      byLabel[option]?.[0] ?? -1,
      { order: index + 1, adds, together },
    ]),
  );
}
