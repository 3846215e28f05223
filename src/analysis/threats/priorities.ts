import type { Analytic, Gap, Mention, PriorityRanking } from '../../answers/index.ts';
import { compareText, defined, sum } from '../../text/index.ts';
import type { PriorityKind } from '../../threat/index.ts';
import type { Known } from '../../desk/index.ts';
import { candidatesFor, problemOf } from '../planning/candidates.ts';
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

/**
 * Puts what helps against the gaps in the order of how much it helps; only what answers anything that is left. The order of steps is the
 * greedy one of set cover: up to any place it covers at least 1 − 1/e of what the best choice of so many could (Nemhauser, Wolsey and
 * Fisher 1978).
 */
export function prioritise(
  known: Known,
  { gaps, left, inPlace }: Gaps,
  { kind, by, limit, analytics }: PriorityWish,
): PriorityRanking {
  const open = [...gaps]
    .filter(([, gap]) => gap.left > 0)
    .toSorted(([, one], [, other]) => byLeft(one, other));
  const found = candidatesFor(known, new Map(open), { kinds: [kind], inPlace, analytics });
  const share = (part: number): number => (left > 0 ? Math.min(1, part / left) : 0);
  const steps = new Map(
    greedyCover(problemOf(found)).map((step, index) => [step.option, { ...step, order: index + 1 }]),
  );
  const all = found.candidates
    .map(({ thing: defence, answers }, option) => {
      const techniques = answers.map(({ target: { gap } }) => gap).toSorted(byLeft);
      const addressed = sum(techniques.map((gap) => gap.left));
      const { order, adds = 0, together = 0 } = steps.get(option) ?? {};
      return {
        defence,
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
  const answered = new Set(all.flatMap(({ techniques }) => techniques));
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

function byLeft(one: Gap, other: Gap): number {
  return other.left - one.left;
}
