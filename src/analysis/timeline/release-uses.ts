import { eachReported, hasType } from '../../facts/index.ts';
import { typesOf } from '../../threat/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';

/** The techniques that a group uses by one release. */
export interface ReleaseUses {
  /** Name of the release, e.g. `17.1`. */
  readonly release: string;
  /** STIX ids of the techniques that the group or its campaigns are reported to use. */
  readonly techniques: ReadonlySet<string>;
}

/**
 * What a group and its campaigns use by a release. Techniques that have been revoked since count as their successors, so that a
 * technique that was only given another id is not taken for new.
 *
 * @param then view of that release alone
 * @param now catalogue of the knowledge that the timeline is of
 * @param group STIX id
 */
export function usesInRelease(
  release: string,
  then: KnowledgeView,
  now: KnowledgeView['catalogue'],
  group: string,
): ReleaseUses {
  const users = actorsIn(then, group);
  const techniques = new Set<string>();
  eachReported(then.facts, 'uses', (user, used) => {
    if (users.has(user) && hasType(then.catalogue, used, typesOf('technique')))
      techniques.add(forwarded(now, then.catalogue.id(used)));
  });
  return { release, techniques };
}

/** The group and the campaigns that the release attributes to it. */
function actorsIn(then: KnowledgeView, group: string): ReadonlySet<number> {
  const actor = then.catalogue.termOf(group);
  const actors = new Set(actor === undefined ? [] : [actor]);
  eachReported(then.facts, 'attributed-to', (campaign, attributed) => {
    if (attributed === actor) actors.add(campaign);
  });
  return actors;
}

function forwarded(now: KnowledgeView['catalogue'], id: string): string {
  const term = now.termOf(id);
  const successor = term === undefined ? undefined : now.successor(term);
  return successor === undefined ? id : now.id(successor);
}
