import { defined, tally } from '../../text/index.ts';
import { hasType } from '../../facts/index.ts';
import { typesOf } from '../../threat/index.ts';
import { eachPair } from '../../desk/index.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';
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

const GROUP = typesOf('group');
const TECHNIQUE = typesOf('technique');

export function landscapeOf(sourced: SourcedFacts): Landscape {
  const { catalogue } = sourced;
  const used: number[] = [];
  const groups = new Set<number>();
  eachPair(sourced, 'uses', (user, technique) => {
    if (!hasType(catalogue, user, GROUP) || !hasType(catalogue, technique, TECHNIQUE)) return;
    groups.add(user);
    used.push(technique);
  });
  return {
    groups: groups.size,
    users: tally(used),
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
    ...defined({ coverage }),
  };
}
