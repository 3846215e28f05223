import type { Analytic, Caveat, Gap, Mention, NotPreventable } from '../../answers/index.ts';
import { hasType } from '../../facts/index.ts';
import { addTo, compareText, defined, sum } from '../../text/index.ts';
import { feedsAnalytics, PLAN_KINDS, typesOf, type PlanKind } from '../../threat/index.ts';
import { objectsOf, type Known } from '../../desk/index.ts';
import type { CaveatOf } from '../defences.ts';
import { mention } from '../mention.ts';
import type { CoverProblem } from './cover.ts';
import { helpingOf, type Helping, type HelpingRelation, type HelpingValue } from './helping.ts';
import { mitigationsOf, notPreventable, type Qualified } from './qualified.ts';

/** Something that a plan can choose. */
export interface Candidate {
  readonly kind: PlanKind;
  readonly thing: Mention;
  readonly answers: readonly CandidateAnswer[];
}

/** How it answers a technique. */
export interface CandidateAnswer {
  readonly target: Target;
  readonly relation: HelpingRelation;
  /** Of the parts of the target, those that it answers. */
  readonly parts: readonly number[];
  /** How well the mapping says that it does, where it says so. */
  readonly value?: HelpingValue;
  /** Why it answers less than all, where its source says so. */
  readonly caveat?: Caveat;
  /** The analytics that it feeds; none where it answers the technique itself. */
  readonly through: readonly Analytic[];
}

/**
 * A technique to be answered. Where log sources can be chosen it is in parts, one for each of its analytics; where what helps answers
 * some of it only, each part is cut where they end, so that what answers half answers what a quarter does, too.
 */
export interface Target {
  readonly term: number;
  readonly gap: Gap;
  /** Numbers of its parts, which no other target has; those of an analytic lie together, those up to a share first. */
  readonly parts: readonly number[];
  /** 0 … 1, where each part is cut, in order; the last is 1. */
  readonly cuts: readonly number[];
}

/** What to choose from. */
export interface CandidateSearch {
  readonly kinds: readonly PlanKind[];
  /** Whether a control may be chosen. Default: all. */
  readonly admits?: (control: number) => boolean;
  /** How well a mapping says that a control answers a technique. Default: in full. */
  readonly scoreFor?: (
    control: number,
    technique: number,
    relation: HelpingRelation,
  ) => HelpingValue | undefined;
  /** Terms that are not to be chosen. */
  readonly inPlace: readonly number[];
  /** How a detection strategy is carried out on the platforms that count; asked for where log sources can be chosen. */
  readonly analytics: (strategy: Mention) => readonly Analytic[];
  /** How far mitigations answer techniques; default: wholly. */
  readonly caveatOf?: CaveatOf;
}

/** What there is to choose from, in the order in which equal ones are taken: by kind, then by id or name. */
export interface Candidates {
  readonly targets: readonly Target[];
  readonly candidates: readonly Candidate[];
  /** Where mitigations can be chosen: techniques that cannot be prevented by the words of their source, and that no other mitigation answers. */
  readonly watch: readonly NotPreventable[];
}

/** What answers any of the techniques, and in which parts. */
export function candidatesFor(
  known: Known,
  open: ReadonlyMap<number, Gap>,
  {
    kinds,
    admits = () => true,
    scoreFor = () => undefined,
    inPlace,
    analytics,
    caveatOf = () => undefined,
  }: CandidateSearch,
): Candidates {
  const isFed = kinds.some(feedsAnalytics);
  const analyticsOf = isFed
    ? analyticsByTechnique(known, open, analytics)
    : new Map<number, readonly Analytic[]>();
  const controls = (kinds.includes('controls') ? helpingOf(known, 'controls') : [])
    .filter(({ defence, technique }) => open.has(technique) && admits(defence))
    .map((each): ValuedHelping => ({
      ...each,
      value: scoreFor(each.defence, each.technique, each.relation),
    }));
  const mitigating = kinds.includes('mitigations') ? mitigationsOf(known, open, caveatOf) : [];
  const targets = inParts(open, analyticsOf, [...controls, ...mitigating]);
  const byTerm = new Map(targets.map((target) => [target.term, target]));
  const answering = (kind: PlanKind, helping: readonly ValuedHelping[]): readonly Candidate[] => {
    const answers = new Map<number, CandidateAnswer[]>();
    for (const each of helping) {
      const { defence, technique, relation, value, caveat } = each;
      const target = byTerm.get(technique);
      if (target === undefined || inPlace.includes(defence)) continue;
      if (answers.get(defence)?.some((other) => other.target === target) === true) continue;
      const parts = partsUpTo(target, shareOf(each));
      if (parts.length > 0)
        addTo(answers, defence, {
          target,
          relation,
          parts,
          through: [],
          ...defined({ value, caveat }),
        });
    }
    return [...answers].map(([term, each]) => ({
      kind,
      thing: mention(known.catalogue, term),
      answers: each,
    }));
  };
  const isComponent = ({ defence }: Helping): boolean =>
    hasType(known.catalogue, defence, typesOf('data-component'));
  const of: Readonly<Record<PlanKind, () => readonly Candidate[]>> = {
    mitigations: () => answering('mitigations', mitigating),
    detections: () => answering('detections', helpingOf(known, 'detections')),
    'log-sources': () => fed('log-sources', targets, analyticsOf, logsOf),
    // In releases before 18 they detect techniques themselves.
    'data-components': () => [
      ...fed('data-components', targets, analyticsOf, (analytic) => componentsOf(known, analytic)),
      ...answering('data-components', helpingOf(known, 'detections').filter(isComponent)),
    ],
    // The best value first: of a control that mitigates and detects, one is enough.
    controls: () =>
      answering(
        'controls',
        controls.toSorted((one, other) => shareOf(other) - shareOf(one)),
      ),
  };
  const found = kinds.flatMap((kind) => of[kind]());
  const watch = notPreventable(known, open, mitigating);
  return { targets, candidates: found.toSorted(compareCandidates), watch };
}

/**
 * What to choose from as a problem of covering: parts of techniques weigh what is left of these, shared out.
 *
 * @param costOf default: all cost 1
 */
export function problemOf(
  { targets, candidates }: Pick<Candidates, 'targets' | 'candidates'>,
  costOf: (thing: Mention) => number = () => 1,
): CoverProblem {
  return {
    weights: targets.flatMap((target) => {
      const { gap, parts, cuts } = target;
      return parts.map((_, index) => (gap.left * widthAt(cuts, index)) / (parts.length / cuts.length));
    }),
    options: candidates.map(({ thing, answers }) => ({
      cost: costOf(thing),
      // In the order of their numbers: sums of the same parts are the same to the last digit.
      covers: answers.flatMap(({ parts }) => parts).toSorted((one, other) => one - other),
    })),
  };
}

/** What helps, and how well. */
interface ValuedHelping extends Qualified {
  readonly value?: HelpingValue | undefined;
}

function shareOf({ value, caveat }: ValuedHelping): number {
  return value?.share ?? caveat?.counts ?? 1;
}

/** The parts of a target that something answers which answers a share of all of it. */
function partsUpTo({ parts, cuts }: Target, share: number): readonly number[] {
  return parts.filter((_, index) => (cuts[index % cuts.length] ?? 1) <= share);
}

/** How much of what is cut lies between a cut and the one before it. */
function widthAt(cuts: readonly number[], index: number): number {
  const at = index % cuts.length;
  return (cuts[at] ?? 1) - (cuts[at - 1] ?? 0);
}

/** 0 … 1, how much of a target these parts of it are. */
export function shareOfParts({ parts: all, cuts }: Target, parts: readonly number[]): number {
  const [first = 0] = all;
  const widths = sum(parts.map((part) => widthAt(cuts, part - first)));
  // Cuts are decimal fractions: all of them together are 1.
  return Number((widths / (all.length / cuts.length)).toFixed(DIGITS));
}

const DIGITS = 12;

function compareCandidates(one: Candidate, other: Candidate): number {
  return (
    PLAN_KINDS.indexOf(one.kind) - PLAN_KINDS.indexOf(other.kind) ||
    compareText(one.thing.label || one.thing.name, other.thing.label || other.thing.name) ||
    compareText(one.thing.id, other.thing.id)
  );
}

/** Each technique with numbers of its own for its parts; in order of their ids, so that numbers do not depend on the order of facts. */
function inParts(
  open: ReadonlyMap<number, Gap>,
  analyticsOf: ReadonlyMap<number, readonly Analytic[]>,
  helping: readonly ValuedHelping[],
): readonly Target[] {
  const cutsOf = new Map<number, number[]>();
  for (const each of helping) addTo(cutsOf, each.technique, shareOf(each));
  let next = 0;
  return [...open]
    .toSorted(([, one], [, other]) => compareText(one.technique.id, other.technique.id))
    .map(([term, gap]) => {
      const cuts = [...new Set([...(cutsOf.get(term) ?? []), 1])].filter((cut) => cut > 0);
      const length = cuts.length * Math.max(1, analyticsOf.get(term)?.length ?? 0);
      const parts = Array.from({ length }, () => next++);
      return { term, gap, parts, cuts: cuts.toSorted((one, other) => one - other) };
    });
}

/** technique → the analytics of all strategies that detect it, each once. */
function analyticsByTechnique(
  known: Known,
  open: ReadonlyMap<number, Gap>,
  analytics: CandidateSearch['analytics'],
): ReadonlyMap<number, readonly Analytic[]> {
  const found = new Map<number, Map<string, Analytic>>();
  for (const { defence, technique } of helpingOf(known, 'detections')) {
    if (!open.has(technique) || !hasType(known.catalogue, defence, typesOf('detection-strategy'))) continue;
    const here = found.get(technique) ?? new Map<string, Analytic>();
    for (const each of analytics(mention(known.catalogue, defence))) here.set(each.analytic.id, each);
    found.set(technique, here);
  }
  return new Map([...found].map(([technique, here]) => [technique, [...here.values()].toSorted(byId)]));
}

function byId(one: Analytic, other: Analytic): number {
  return compareText(one.analytic.id, other.analytic.id);
}

/** What feeds analytics: each answers of a technique the parts that stand for the analytics that it feeds. */
function fed(
  kind: PlanKind,
  targets: readonly Target[],
  analyticsOf: ReadonlyMap<number, readonly Analytic[]>,
  feedersOf: (analytic: Analytic) => readonly Mention[],
): readonly Candidate[] {
  const things = new Map<string, Mention>();
  const answers = new Map<string, CandidateAnswer[]>();
  for (const target of targets) {
    const parts = new Map<string, number[]>();
    const through = new Map<string, Analytic[]>();
    for (const [index, analytic] of (analyticsOf.get(target.term) ?? []).entries())
      for (const thing of feedersOf(analytic)) {
        things.set(thing.id, thing);
        const { length } = target.cuts;
        for (const part of target.parts.slice(index * length, (index + 1) * length))
          addTo(parts, thing.id, part);
        addTo(through, thing.id, analytic);
      }
    for (const [id, own] of parts)
      addTo(answers, id, { target, relation: 'detects', parts: own, through: through.get(id) ?? [] });
  }
  return [...answers].flatMap(([id, each]) => {
    const thing = things.get(id);
    return thing === undefined ? [] : [{ kind, thing, answers: each }];
  });
}

/** The logs in which an analytic looks, each once: a name and a channel, as a text. */
function logsOf({ logSources }: Analytic): readonly Mention[] {
  const texts = new Set(
    // ATT&CK writes “None” where it names no channel.
    logSources.map(({ name, channel }) => (/^(?:none)?$/i.test(channel) ? name : `${name} (${channel})`)),
  );
  return [...texts].map((text) => ({ id: text, type: 'string', name: text, label: '' }));
}

/** The data components at which an analytic looks. */
function componentsOf(known: Known, { analytic }: Analytic): readonly Mention[] {
  const term = known.catalogue.termOf(analytic.id);
  if (term === undefined) return [];
  return [...new Set(objectsOf(known, 'looks-at', term))].map((each) => mention(known.catalogue, each));
}
