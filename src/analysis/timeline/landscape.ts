import { typesOf } from '../../threat/index.ts';
import { eachPair } from '../../desk/index.ts';
import type { Testimony } from '../profile/testimony.ts';
import { typeOf } from '../uses/told-uses.ts';
import type { Surroundings } from './implications.ts';

/** Counts over everything in view that a timeline compares a group with. */
export interface Landscape {
  /** Groups that use any technique. */
  readonly groups: number;
  /** technique → groups that use it, by what sources tell. */
  readonly users: ReadonlyMap<number, number>;
  readonly mitigated: ReadonlySet<number>;
  readonly detected: ReadonlySet<number>;
}

export function landscapeOf(testimony: Testimony): Landscape {
  const groupTypes: readonly string[] = typesOf('group');
  const techniqueTypes: readonly string[] = typesOf('technique');
  const users = new Map<number, number>();
  const groups = new Set<number>();
  eachPair(testimony, 'uses', (user, technique) => {
    if (!groupTypes.includes(typeOf(testimony, user))) return;
    if (!techniqueTypes.includes(typeOf(testimony, technique))) return;
    groups.add(user);
    users.set(technique, (users.get(technique) ?? 0) + 1);
  });
  return {
    groups: groups.size,
    users,
    mitigated: objectsIn(testimony, 'mitigates'),
    detected: objectsIn(testimony, 'detects'),
  };
}

function objectsIn(testimony: Testimony, relation: string): ReadonlySet<number> {
  const objects = new Set<number>();
  eachPair(testimony, relation, (_, object) => objects.add(object));
  return objects;
}

/** The same as the implication rules read it. */
export function surroundingsOf(
  { groups, mitigated, detected }: Landscape,
  coverage: ReadonlySet<string> | undefined,
): Surroundings {
  return {
    groups,
    tellsMitigations: mitigated.size > 0,
    tellsDetections: detected.size > 0,
    ...(coverage === undefined ? {} : { coverage }),
  };
}
