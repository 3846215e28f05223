import { TRAIT_KINDS, type CountedTrait, type TraitKind } from '../../answers/index.ts';
import { compareText, tally } from '../../text/index.ts';
import { sayTrait } from '../threats/say-trait.ts';
import { countingValues } from './counting-values.ts';
import type { Victimology } from './victimology.ts';

/** How many groups each value finds: by kind, the most first, then by name. */
export function traitCounts(
  { groups }: Victimology,
  kinds: readonly TraitKind[] = TRAIT_KINDS,
): readonly CountedTrait[] {
  const values = groups.flatMap(countingValues);
  return kinds.flatMap((kind) =>
    [...tally(values.filter((each) => each.kind === kind).map(({ value }) => value))]
      .map(([value, count]) => ({ kind, value, label: sayTrait(kind, value), groups: count }))
      .toSorted((one, other) => other.groups - one.groups || compareText(one.label, other.label)),
  );
}
