import type { CarriedId, Covered } from '../../answers/index.ts';
import type { ReleaseTarget } from '../../analysis/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { levelFor, typesOf, type Coverage } from '../../threat/index.ts';
import { viewAsTarget } from '../releases/target-in-view.ts';

/** Coverage in the release in view. */
export interface CoverageInView {
  /** By the term of the technique; of several ids that became one, the highest level. */
  readonly techniques: ReadonlyMap<number, Covered>;
  /** Ids that are the same in the release. */
  readonly unchanged: number;
  /** All others: where they were carried to, or why they were not. */
  readonly carried: readonly CarriedId[];
}

/** Carries the ids of coverage files to the release in view; by default by the revocations in it. */
export function coverageInView(
  view: KnowledgeView,
  { techniques }: Coverage,
  target: ReleaseTarget = viewAsTarget(view),
): CoverageInView {
  const { catalogue } = view;
  const terms = new Map(catalogue.ofType(typesOf('technique')).map((term) => [catalogue.label(term), term]));
  const found = new Map<number, Covered>();
  const carried: CarriedId[] = [];
  let unchanged = 0;
  for (const [from, level] of techniques) {
    const resolution = target.resolve(from);
    if (resolution.standing === 'unchanged') unchanged++;
    else carried.push({ ...resolution, file: level.file });
    // What was carried nowhere covers nothing, least of all techniques without an id.
    if (resolution.to === undefined) continue;
    const term = terms.get(resolution.to);
    const held = levelFor(level, target.tacticsOf(resolution.to));
    if (term === undefined || held === undefined || held.level <= (found.get(term)?.level ?? 0)) continue;
    found.set(term, { level: held.level, kind: held.kind, file: held.file, from });
  }
  return { techniques: found, unchanged, carried };
}
