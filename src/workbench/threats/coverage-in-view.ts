import type { Covered } from '../../answers/index.ts';
import { carryClaims, type CarriedClaims, type ReleaseTarget } from '../../analysis/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { claimsOf, typesOf, type Coverage } from '../../threat/index.ts';
import { viewAsTarget } from '../releases/target-in-view.ts';

/** Coverage in the release in view. */
export interface CoverageInView extends Pick<CarriedClaims, 'unchanged' | 'carried'> {
  /** By the term of the technique; of several ids that became one, the highest level. */
  readonly techniques: ReadonlyMap<number, Covered>;
}

/** Carries the ids of coverage files to the release in view; by default by the revocations in it. */
export function coverageInView(
  view: KnowledgeView,
  { techniques }: Coverage,
  target: ReleaseTarget = viewAsTarget(view),
): CoverageInView {
  const { catalogue } = view;
  const terms = new Map(catalogue.ofType(typesOf('technique')).map((term) => [catalogue.label(term), term]));
  const held = claimsOf({ techniques, visibility: new Map() }).map((claim) => ({ claim }));
  const { byTechnique, ...ids } = carryClaims(held, target);
  const found = new Map<number, Covered>();
  for (const [label, claims] of byTechnique) {
    const term = terms.get(label);
    if (term === undefined) continue;
    for (const { claim } of claims) {
      const { level, kind, file, technique: from } = claim;
      if (level > (found.get(term)?.level ?? 0)) found.set(term, { level, kind, file, from });
    }
  }
  return { techniques: found, ...ids };
}
