import type {
  Defence,
  Explanation,
  GroupsAnswer,
  Mention,
  ShowAnswer,
  TechniquesAnswer,
} from '../answers/index.ts';
import { append } from '../text/index.ts';
import { defencesAgainst } from '../analysis/index.ts';
import type { KeywordSearch } from '../analysis/index.ts';
import { knownTo, noticesOf } from '../desk/index.ts';
import type { Desk } from '../desk/index.ts';
import { mitigationsOf, relevanceUnsaid } from './defences.ts';
import { explain } from './explain.ts';
import { findGroups } from './find-groups.ts';
import { show } from './show.ts';
import { techniquesOf } from './techniques.ts';

/** The profiling investigation: who, how, why we think so, and what to do, each step resting on the one before. */
export interface Walkthrough {
  readonly found: GroupsAnswer;
  readonly groups: readonly ShowAnswer[];
  /** Techniques that any of the groups uses as told, and with derived uses. */
  readonly direct: TechniquesAnswer;
  readonly withDerived: TechniquesAnswer;
  /** Techniques that all of the groups use, derived uses included. */
  readonly shared: TechniquesAnswer;
  /** Those of the shared techniques looked at more closely: the ones that fewest other groups use first. */
  readonly closer: readonly SharedTechnique[];
  /** Mitigations against any of the shared techniques, those that answer most of them first. */
  readonly mitigations: readonly Defence[];
  /** Mitigations relevant to the groups that none of the shared techniques leads to. */
  readonly otherMitigations: readonly OtherMitigation[];
  /** Why one of those is relevant; absent where there is none. */
  readonly relevance?: Explanation;
  /** What the rules in force cannot say. */
  readonly notes: readonly string[];
  readonly notices: readonly string[];
}

/** A technique that all of the groups use. */
export interface SharedTechnique {
  readonly details: ShowAnswer;
  /** For each group, why it is held to use the technique. */
  readonly explanations: readonly Explanation[];
}

/** A mitigation that is not for the shared techniques, but relevant to groups of interest. */
export interface OtherMitigation {
  readonly mitigation: Mention;
  /** Groups of interest to which it is relevant. */
  readonly groups: readonly Mention[];
}

/** The keywords of the investigation when none are given. */
export const DEFAULT_KEYWORDS = ['manufacturing', 'telecom'] as const;

/** Shared techniques looked at more closely. */
const MOST_CLOSER = 5;

/**
 * Runs the investigation for the groups that keywords lead to.
 *
 * @throws FoeprintError W606 without a keyword
 */
export function walkthrough(desk: Desk, search: KeywordSearch): Walkthrough {
  const found = findGroups(desk, search);
  const ids = found.groups.map(({ group }) => group.id);
  const shared = techniquesOf(desk, ids, { derived: true, shared: true }).answer;
  const sharedIds = ids.length === 0 ? [] : shared.techniques.map(({ technique }) => technique.id);
  const mitigations = mitigationsAgainst(desk, sharedIds);
  const otherMitigations = otherRelevant(desk, ids, mitigations);
  return {
    found,
    groups: ids.map((id) => show(desk, id).answer),
    direct: techniquesOf(desk, ids).answer,
    withDerived: techniquesOf(desk, ids, { derived: true }).answer,
    shared: ids.length === 0 ? { ...shared, techniques: [] } : shared,
    closer: sharedIds.slice(0, MOST_CLOSER).map((id) => ({
      details: show(desk, id).answer,
      explanations: ids.flatMap((group) => useOf(desk, group, id)),
    })),
    mitigations,
    otherMitigations,
    ...relevanceOf(desk, otherMitigations),
    notes: ids
      .slice(0, 1)
      .flatMap((id) => relevanceUnsaid(desk, 'mitigation', desk.view.catalogue.termOf(id) ?? -1)),
    notices: noticesOf(desk),
  };
}

/** Why a group is held to use a technique: the told fact where there is one, otherwise the derived one. */
function useOf(desk: Desk, group: string, technique: string): readonly Explanation[] {
  const { explanations } = explain(desk, group, technique).answer;
  return explanations.filter(({ fact }) => USE_RELATIONS.has(fact.relation)).slice(0, 1);
}

const USE_RELATIONS: ReadonlySet<string> = new Set(['uses', 'indirectly-uses']);

function mitigationsAgainst(desk: Desk, techniques: readonly string[]): readonly Defence[] {
  const known = knownTo(desk);
  const merged = new Map<string, { defence: Mention; techniques: Mention[] }>();
  for (const id of techniques) {
    const term = known.catalogue.termOf(id);
    for (const { defence, techniques: answered } of term === undefined
      ? []
      : defencesAgainst(known, 'mitigation', term)) {
      const entry = merged.get(defence.id) ?? { defence, techniques: [] };
      append(entry.techniques, answered);
      merged.set(defence.id, entry);
    }
  }
  return [...merged.values()].toSorted(
    (left, right) =>
      right.techniques.length - left.techniques.length || (left.defence.label < right.defence.label ? -1 : 1),
  );
}

function otherRelevant(
  desk: Desk,
  groups: readonly string[],
  known: readonly Defence[],
): readonly OtherMitigation[] {
  const excluded = new Set(known.map(({ defence }) => defence.id));
  const relevant = new Map<string, { mitigation: Mention; groups: Mention[] }>();
  for (const group of groups) {
    const { subject, mitigations } = mitigationsOf(desk, group).answer;
    for (const { defence } of mitigations.filter((each) => !excluded.has(each.defence.id))) {
      const entry = relevant.get(defence.id) ?? { mitigation: defence, groups: [] };
      entry.groups.push(subject);
      relevant.set(defence.id, entry);
    }
  }
  return [...relevant.values()].toSorted(
    (left, right) =>
      right.groups.length - left.groups.length || (left.mitigation.label < right.mitigation.label ? -1 : 1),
  );
}

function relevanceOf(desk: Desk, others: readonly OtherMitigation[]): Pick<Walkthrough, 'relevance'> {
  const [first] = others;
  const [group] = first?.groups ?? [];
  if (first === undefined || group === undefined) return {};
  const [relevance] = explain(desk, group.id, first.mitigation.id, { limit: 3 }).answer.explanations;
  return relevance === undefined ? {} : { relevance };
}
