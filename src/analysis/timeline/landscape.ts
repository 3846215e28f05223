import { typesOf } from '../../threat/index.ts';
import { eachPair } from '../../desk/index.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';
import { typeOf } from '../uses/reported-uses.ts';
import type { Surroundings } from './implications.ts';

/** Counts over everything in view that a timeline compares a group with. */
export interface Landscape {
  /** Groups that use any technique. */
  readonly groups: number;
  /** technique → groups that use it, by what sources report. */
  readonly users: ReadonlyMap<number, number>;
  readonly mitigated: ReadonlySet<number>;
  readonly detected: ReadonlySet<number>;
}

export function landscapeOf(sourced: SourcedFacts): Landscape {
  const groupTypes: readonly string[] = typesOf('group');
  const techniqueTypes: readonly string[] = typesOf('technique');
  const users = new Map<number, number>();
  const groups = new Set<number>();
  eachPair(sourced, 'uses', (user, technique) => {
    if (!groupTypes.includes(typeOf(sourced, user))) return;
    if (!techniqueTypes.includes(typeOf(sourced, technique))) return;
    groups.add(user);
    users.set(technique, (users.get(technique) ?? 0) + 1);
  });
  return {
    groups: groups.size,
    users,
    mitigated: objectsIn(sourced, 'mitigates'),
    detected: objectsIn(sourced, 'detects'),
  };
}

function objectsIn(sourced: SourcedFacts, relation: string): ReadonlySet<number> {
  const objects = new Set<number>();
  eachPair(sourced, relation, (_, object) => objects.add(object));
  return objects;
}

/** The same as the implication rules read it. */
export function surroundingsOf(
  { groups, mitigated, detected }: Landscape,
  coverage: ReadonlySet<string> | undefined,
): Surroundings {
  return {
    groups,
    hasMitigations: mitigated.size > 0,
    hasDetections: detected.size > 0,
    ...(coverage === undefined ? {} : { coverage }),
  };
}
