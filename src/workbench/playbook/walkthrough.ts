import type {
  Defence,
  Explanation,
  Mention,
  OtherMitigation,
  WalkthroughAnswer,
} from '../../answers/index.ts';
import { append } from '../../text/index.ts';
import { defencesAgainst, type KeywordSearch } from '../../analysis/index.ts';
import { knownTo, type Desk } from '../../desk/index.ts';
import { mitigationsOf } from '../techniques/mitigations.ts';
import { relevanceUnsaid } from '../techniques/defences.ts';
import { explain } from '../explanation/explain.ts';
import { findGroups } from '../groups/find-groups.ts';
import { show } from '../knowledge/show.ts';
import { techniquesOf } from '../techniques/techniques.ts';
import type { Answered } from '../use-case.ts';

/** The keywords of the investigation when none are given. */
export const DEFAULT_KEYWORDS = ['manufacturing', 'telecom'] as const;

/** Shared techniques looked at more closely. */
const MOST_CLOSER = 5;

/**
 * Runs the investigation for the groups that keywords lead to.
 *
 * @throws FoeprintError W606 without a keyword
 */
export function walkthrough(desk: Desk, search: KeywordSearch): Answered<WalkthroughAnswer> {
  const found = findGroups(desk, search);
  const ids = found.groups.map(({ group }) => group.id);
  const direct = techniquesOf(desk, ids);
  const withDerived = techniquesOf(desk, ids, { derived: true }).answer;
  const shared = techniquesOf(desk, ids, { derived: true, shared: true }).answer;
  const sharedIds = ids.length === 0 ? [] : shared.techniques.map(({ technique }) => technique.id);
  const mitigations = mitigationsAgainst(desk, sharedIds);
  const otherMitigations = otherRelevant(desk, ids, mitigations);
  return {
    answer: {
      found,
      groups: ids.map((id) => show(desk, id).answer),
      direct: direct.answer,
      withDerived,
      derivedOnly: withDerived.techniques.filter(({ users }) => users.every(({ use }) => use === 'derived'))
        .length,
      shared: ids.length === 0 ? { ...shared, techniques: [] } : shared,
      closer: sharedIds.slice(0, MOST_CLOSER).map((id) => ({
        details: show(desk, id).answer,
        explanations: ids.flatMap((group) => useOf(desk, group, id)),
      })),
      mitigations,
      otherMitigations,
      ...relevanceOf(desk, otherMitigations),
    },
    notes: [
      ...(direct.notes ?? []),
      ...(otherMitigations.length > 0
        ? []
        : ids
            .slice(0, 1)
            .flatMap((id) => relevanceUnsaid(desk, 'mitigation', desk.view.catalogue.termOf(id) ?? -1))),
    ],
  };
}

/** Why a group is held to use a technique: the reported fact where there is one, otherwise the derived one. */
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

function relevanceOf(desk: Desk, others: readonly OtherMitigation[]): Pick<WalkthroughAnswer, 'relevance'> {
  const [first] = others;
  const [group] = first?.groups ?? [];
  if (first === undefined || group === undefined) return {};
  const [relevance] = explain(desk, group.id, first.mitigation.id, { limit: 3 }).answer.explanations;
  return relevance === undefined ? {} : { relevance };
}
