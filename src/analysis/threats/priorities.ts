import { compareText } from '../../text/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { typesOf } from '../../threat/index.ts';
import type { PriorityKind } from '../../threat/index.ts';
import { eachPair } from '../../desk/index.ts';
import type { Known } from '../../desk/index.ts';
import { sum } from './expected-techniques.ts';
import type { Gap, Gaps } from './gaps.ts';

/** A kind of thing that helps against techniques: what tells that it does, and of which types it is. */
interface PriorityDeclaration {
  readonly kind: PriorityKind;
  readonly relation: string;
  /** Types to look for; of several lists the first of which anything helps at all. */
  readonly types: readonly (readonly string[])[];
}

/** What can be put in order. Releases before 18 tell of data components what later ones tell of detection strategies. */
const PRIORITIES = [
  { kind: 'mitigations', relation: 'mitigates', types: [typesOf('mitigation')] },
  {
    kind: 'detections',
    relation: 'detects',
    types: [typesOf('detection-strategy'), typesOf('data-component')],
  },
] as const satisfies readonly PriorityDeclaration[];

/** Something to do, and how much of what is left it answers. */
export interface Priority {
  readonly defence: number;
  /** Sum of what is left of the techniques that it answers. */
  readonly addressed: number;
  /** The same as a share of all that is left, 0 … 1. */
  readonly effect: number;
  /**
   * Place where one always takes next what adds most to what was taken before, 1 for the first; absent where it
   * adds nothing any more.
   */
  readonly order?: number;
  /** What it adds there, as a share of all that is left; 0 where it adds nothing. */
  readonly marginal: number;
  /** The techniques that it answers, that with the most left first. */
  readonly gaps: readonly Gap[];
}

/** What to do, in order. */
export interface Priorities {
  readonly kind: PriorityKind;
  /** The greatest effect first, equal ones by ATT&CK id; only what answers anything that is left. */
  readonly priorities: readonly Priority[];
  /** Share of what is left that all of them together answer, 0 … 1. */
  readonly answered: number;
  /** Techniques of which something is left and that nothing of this kind answers, that with the most left first. */
  readonly unanswered: readonly Gap[];
}

/** Puts what helps against the gaps in the order of how much it helps. */
export function prioritise(known: Known, wanted: PriorityKind, { gaps, left, inPlace }: Gaps): Priorities {
  const open = gaps.filter((gap) => gap.left > 0).toSorted((one, other) => other.left - one.left);
  const answers = answersTo(known, wanted, open, new Set(inPlace));
  const steps = coverSteps(known.catalogue, answers);
  const share = (part: number): number => (left > 0 ? Math.min(1, part / left) : 0);
  const answered = new Set([...answers.values()].flat());
  return {
    kind: wanted,
    priorities: [...answers]
      .map(([defence, found]) => {
        const addressed = sum(found.map((gap) => gap.left));
        const step = steps.get(defence);
        return {
          defence,
          addressed,
          effect: share(addressed),
          ...(step === undefined ? {} : { order: step.order }),
          marginal: share(step?.adds ?? 0),
          gaps: found,
        };
      })
      .toSorted(
        (one, other) =>
          other.addressed - one.addressed ||
          compareText(known.catalogue.label(one.defence), known.catalogue.label(other.defence)),
      ),
    answered: share(sum([...answered].map((gap) => gap.left))),
    unanswered: open.filter((gap) => !answered.has(gap)),
  };
}

type Answers = ReadonlyMap<number, readonly Gap[]>;

/** defence → the gaps that it answers; what is in place already is left out. */
function answersTo(
  known: Known,
  wanted: PriorityKind,
  open: readonly Gap[],
  inPlace: ReadonlySet<number>,
): Answers {
  const declaration = PRIORITIES.find(({ kind }) => kind === wanted);
  const gaps = new Map(open.map((gap) => [gap.expected.technique, gap]));
  const told: (readonly [number, number])[] = [];
  eachPair(known, declaration?.relation ?? '', (defence, technique) => told.push([defence, technique]));
  const byType = (declaration?.types ?? []).map((types: readonly string[]) =>
    told.filter(([defence]) => isLive(known.catalogue, types, defence)),
  );
  const found = new Map<number, Set<Gap>>();
  for (const [defence, technique] of byType.find((pairs) => pairs.length > 0) ?? []) {
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

function isLive(catalogue: Catalogue, types: readonly string[], term: number): boolean {
  return types.includes(catalogue.types[catalogue.typeOf[term] ?? -1] ?? '') && !catalogue.isWithdrawn(term);
}

interface Step {
  readonly order: number;
  readonly adds: number;
}

/**
 * The greedy order of set cover: always next what adds most; of equal ones the first by ATT&CK id. Up to any place it
 * covers at least 1 − 1/e of what the best choice of so many could (Nemhauser, Wolsey and Fisher 1978).
 */
function coverSteps(catalogue: Catalogue, answers: Answers): ReadonlyMap<number, Step> {
  const byLabel = [...answers.keys()].toSorted((one, other) =>
    compareText(catalogue.label(one), catalogue.label(other)),
  );
  const steps = new Map<number, Step>();
  const covered = new Set<Gap>();
  const adding = (defence: number): number =>
    sum((answers.get(defence) ?? []).map((gap) => (covered.has(gap) ? 0 : gap.left)));
  const gains = new Map(byLabel.map((defence) => [defence, adding(defence)]));
  const helpers = helpersOf(answers);
  for (;;) {
    const next = greatest(gains);
    if (next === undefined) return steps;
    const [defence, adds] = next;
    steps.set(defence, { order: steps.size + 1, adds });
    const fresh = (answers.get(defence) ?? []).filter((gap) => !covered.has(gap));
    for (const gap of fresh) covered.add(gap);
    for (const affected of new Set(fresh.flatMap((gap) => helpers.get(gap) ?? [])))
      gains.set(affected, adding(affected));
  }
}

/** The first of the greatest above 0. */
function greatest(gains: ReadonlyMap<number, number>): readonly [number, number] | undefined {
  let best: readonly [number, number] | undefined;
  for (const gain of gains) if (gain[1] > (best?.[1] ?? 0)) best = gain;
  return best;
}

/** gap → what answers it. */
function helpersOf(answers: Answers): ReadonlyMap<Gap, readonly number[]> {
  const helpers = new Map<Gap, number[]>();
  for (const [defence, gaps] of answers)
    for (const gap of gaps) helpers.set(gap, [...(helpers.get(gap) ?? []), defence]);
  return helpers;
}
