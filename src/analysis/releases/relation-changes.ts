import { eachReported } from '../../facts/index.ts';
import type { RelationChange } from '../../answers/index.ts';
import { compareText } from '../../text/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';

/** Counts reported facts that only one of two views has, by relation. */
export function relationChanges(before: KnowledgeView, after: KnowledgeView): readonly RelationChange[] {
  const names = new Set([...before.facts.relations.keys(), ...after.facts.relations.keys()]);
  const termAfter = translation(before, after);
  return [...names]
    .toSorted(compareText)
    .map((relation) => changesOf(relation, before, after, termAfter))
    .filter(({ added, removed }) => added + removed > 0);
}

function changesOf(
  relation: string,
  before: KnowledgeView,
  after: KnowledgeView,
  termAfter: Int32Array,
): RelationChange {
  const later = new Set<number>();
  const size = after.catalogue.size;
  eachReported(after.facts, relation, (subject, object) => later.add(subject * size + object));
  const total = later.size;
  let common = 0;
  let earlier = 0;
  eachReported(before.facts, relation, (subject, object) => {
    earlier += 1;
    const [first = -1, second = -1] = [termAfter[subject], termAfter[object]];
    if (first >= 0 && second >= 0 && later.has(first * size + second)) common += 1;
  });
  return { relation, added: total - common, removed: earlier - common };
}

/** For each term before, the term of the same thing after; -1 where there is none. Things by id, literals by text. */
function translation(before: KnowledgeView, after: KnowledgeView): Int32Array {
  const { catalogue } = after;
  const byId = new Map(Array.from({ length: catalogue.size }, (_, term) => [catalogue.id(term), term]));
  return Int32Array.from(
    { length: before.catalogue.size },
    (_, term) => byId.get(before.catalogue.id(term)) ?? -1,
  );
}
