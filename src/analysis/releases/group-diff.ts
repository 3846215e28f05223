import { defined } from '../../text/index.ts';
import { eachReported, originsOf } from '../../facts/index.ts';
import type { EndedUse, GroupDiff, Mention, ReportedUse } from '../../answers/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import type { EvidenceReader } from '../identity/name-claims.ts';
import { compareMentions, mention } from '../mention.ts';
import { supportOf } from '../profile/support.ts';

/**
 * What is reported of a group in one view and not in the other.
 *
 * @param group its term in the view after
 */
export function diffGroup(
  before: KnowledgeView,
  after: KnowledgeView,
  group: number,
  evidence: EvidenceReader,
): GroupDiff {
  const { catalogue } = after;
  const earlier = before.catalogue.termOf(catalogue.id(group));
  const then = reportedUses(before, earlier ?? -1);
  const now = reportedUses(after, group);
  const support = (use: UseReports): ReportedUse => ({
    used: mention(catalogue, use.term),
    ...supportOf(use.origins.map((origin) => evidence(after.object(origin)))),
  });
  const carried = [...then.keys()].flatMap((id) => carriedTo(after, id, now));
  const arrived = new Set(carried.filter(({ to }) => !then.has(to.id)).map(({ to }) => to.id));
  const left = new Set(carried.map(({ from }) => from.id));
  const added = [...now].filter(([id]) => !then.has(id) && !arrived.has(id)).map(([, use]) => support(use));
  const ended = [...then]
    .filter(([id]) => !now.has(id) && !left.has(id))
    .map(([, { term }]) => endOf(before, after, term));
  const reworded = [...now].flatMap(([id, use]) => {
    const was = then.get(id);
    return was === undefined || sameWords(before, was, after, use, evidence) ? [] : [support(use)];
  });
  return {
    group: mention(catalogue, group),
    added: added.toSorted(byUsed),
    removed: ended.toSorted(byUsed),
    carried: carried.toSorted((one, other) => compareMentions(one.from, other.from)),
    reworded: reworded.toSorted(byUsed),
  };
}

/** What is used, and the stored objects that state it. */
interface UseReports {
  readonly term: number;
  readonly origins: readonly number[];
}

/** What a group is reported to use, by STIX id. */
function reportedUses({ catalogue, facts }: KnowledgeView, group: number): Map<string, UseReports> {
  const found = new Map<string, UseReports>();
  eachReported(facts, 'uses', (user, term, row) => {
    if (user === group)
      found.set(catalogue.id(term), { term, origins: originsOf(facts, { relation: 'uses', row }) });
  });
  return found;
}

function carriedTo(
  { catalogue }: KnowledgeView,
  id: string,
  now: ReadonlyMap<string, UseReports>,
): GroupDiff['carried'] {
  const term = now.has(id) ? undefined : catalogue.termOf(id);
  const successor = term === undefined ? undefined : catalogue.successor(term);
  if (term === undefined || successor === undefined || !now.has(catalogue.id(successor))) return [];
  return [{ from: mention(catalogue, term), to: mention(catalogue, successor) }];
}

function endOf(before: KnowledgeView, after: KnowledgeView, term: number): EndedUse {
  const used = mention(before.catalogue, term);
  const later = after.catalogue.termOf(used.id);
  const withdrawn = later === undefined ? undefined : after.catalogue.entry(later).withdrawn;
  const successor = later === undefined ? undefined : after.catalogue.successor(later);
  return {
    used,
    ...defined({ withdrawn }),
    ...(successor === undefined ? {} : { successor: mention(after.catalogue, successor) }),
  };
}

function sameWords(
  before: KnowledgeView,
  was: UseReports,
  after: KnowledgeView,
  is: UseReports,
  evidence: EvidenceReader,
): boolean {
  if (was.origins.join() === is.origins.join()) return true;
  const wordsIn = (view: KnowledgeView, { origins }: UseReports): string =>
    JSON.stringify(
      origins
        .map((origin) => evidence(view.object(origin)))
        .map(({ sentence, citations }) => [sentence, citations.map(({ name }) => name).toSorted()]),
    );
  return wordsIn(before, was) === wordsIn(after, is);
}

function byUsed(one: { readonly used: Mention }, other: { readonly used: Mention }): number {
  return compareMentions(one.used, other.used);
}
