import type { Analytic, AnsweredGap, Gap, Mention, PriorityRanking } from '../../answers/index.ts';
import { compareText, defined, sum } from '../../text/index.ts';
import type { PriorityKind } from '../../threat/index.ts';
import type { Known } from '../../desk/index.ts';
import type { CaveatOf } from '../defences.ts';
import {
  candidatesFor,
  problemOf,
  shareOfParts,
  type Candidate,
  type CandidateAnswer,
} from '../planning/candidates.ts';
import { greedyCover } from '../planning/cover.ts';
import { shareOf } from '../share.ts';
import type { Gaps } from './gaps.ts';

/** What to put in order, and how much of it to show. */
export interface PriorityWish {
  readonly kind: PriorityKind;
  /** The greatest effect first, or in the order in which each next one adds most. */
  readonly by: 'effect' | 'step';
  /** Most to give. */
  readonly limit: number;
  /** How a detection strategy is carried out. */
  readonly analytics: (defence: Mention) => readonly Analytic[];
  /** How far mitigations answer techniques; default: wholly. */
  readonly caveatOf?: CaveatOf;
}

/**
 * Puts what helps against the gaps in the order of how much it helps; only what answers anything that is left. The order of steps is the
 * greedy one of set cover: up to any place it covers at least 1 − 1/e of what the best choice of so many could (Nemhauser, Wolsey and
 * Fisher 1978).
 */
export function prioritise(
  known: Known,
  { gaps, left, inPlace }: Gaps,
  { kind, by, limit, analytics, caveatOf }: PriorityWish,
): PriorityRanking {
  const open = [...gaps]
    .filter(([, gap]) => gap.left > 0)
    .toSorted(([, one], [, other]) => byLeft(one, other));
  const search = { kinds: [kind], inPlace, analytics, ...defined({ caveatOf }) };
  const found = candidatesFor(known, new Map(open), search);
  const problem = problemOf(found);
  const share = (part: number): number => shareOf(part, left);
  const steps = new Map(
    greedyCover(problem).map((step, index) => [step.option, { ...step, order: index + 1 }]),
  );
  const all = found.candidates
    .map((candidate, option) => {
      const techniques = candidate.answers.map(answeredGap).toSorted(byAnswered);
      const addressed = sum(techniques.map((gap) => gap.left * gap.counts));
      const { order, adds = 0, together = 0 } = steps.get(option) ?? {};
      return {
        candidate,
        defence: candidate.thing,
        addressed,
        effect: share(addressed),
        ...defined({ order }),
        adds: share(adds),
        together: share(together),
        techniques,
      };
    })
    .toSorted(
      (one, other) =>
        other.addressed - one.addressed ||
        compareText(one.defence.label || one.defence.name, other.defence.label || other.defence.name),
    );
  const inSteps = all.toSorted((one, other) => (one.order ?? Infinity) - (other.order ?? Infinity));
  const answered = new Set(problem.options.flatMap(({ covers }) => covers));
  const addressed = new Set(all.flatMap(({ techniques }) => techniques.map(({ technique }) => technique.id)));
  const watched = new Set(found.watch.map(({ technique }) => technique.id));
  return {
    kind,
    defences: (by === 'effect' ? all : inSteps).slice(0, limit).map(({ candidate, ...priority }) => ({
      ...priority,
      analytics: isFed(candidate) ? analyticsFedBy(candidate) : analytics(priority.defence),
      platforms: platformsOf(candidate).map(({ platform, seen }) => ({ platform, effect: share(seen) })),
    })),
    steps: inSteps
      .filter(({ order }) => order !== undefined)
      .slice(0, limit)
      .map(({ defence, adds, together }) => ({ defence, adds, together })),
    of: all.length,
    answered: share(sum([...answered].map((part) => problem.weights[part] ?? 0))),
    unanswered: open.flatMap(([, gap]) =>
      addressed.has(gap.technique.id) || watched.has(gap.technique.id) ? [] : [gap],
    ),
    watch: found.watch,
  };
}

function answeredGap({ target, parts, caveat, through }: CandidateAnswer): AnsweredGap {
  return {
    ...target.gap,
    counts: shareOfParts(target, parts),
    ...defined({ because: caveat }),
    through: through.map(({ analytic }) => analytic),
  };
}

function isFed({ answers }: Candidate): boolean {
  return answers.some(({ through }) => through.length > 0);
}

/** The analytics that something feeds, for those techniques first of which the most is left. */
function analyticsFedBy({ answers }: Candidate): readonly Analytic[] {
  const inOrder = answers.toSorted((one, other) => byLeft(one.target.gap, other.target.gap));
  const byId = new Map(inOrder.flatMap(({ through }) => through.map((each) => [each.analytic.id, each])));
  return [...byId.values()];
}

/** Of what feeds analytics: what these see on each platform, that on which they see most first. */
function platformsOf({
  answers,
}: Candidate): readonly { readonly platform: string; readonly seen: number }[] {
  const seen = new Map<string, number>();
  for (const { target, parts, through } of answers)
    for (const { platforms } of through)
      for (const platform of platforms)
        seen.set(
          platform,
          // All analytics of a technique weigh the same.
          (seen.get(platform) ?? 0) + (target.gap.left * shareOfParts(target, parts)) / through.length,
        );
  return [...seen]
    .map(([platform, each]) => ({ platform, seen: each }))
    .toSorted((one, other) => other.seen - one.seen || compareText(one.platform, other.platform));
}

function byAnswered(one: AnsweredGap, other: AnsweredGap): number {
  return other.left * other.counts - one.left * one.counts;
}

function byLeft(one: Gap, other: Gap): number {
  return other.left - one.left;
}
