import type { TraitKind } from '../../answers/index.ts';
import { addTo } from '../../text/index.ts';
import { countriesOf, regionsWithin, sectorsWithin, VOCABULARIES } from '../../threat/index.ts';
import type { GroupVictims } from './victimology.ts';

/** A value that groups can be asked for by. */
interface CountingValue {
  readonly kind: TraitKind;
  readonly value: string;
}

/**
 * All values that a group is documented with, and what those lie within: whoever is documented against banks of Luxembourg is
 * also found by financial services and by Western Europe.
 */
export function countingValues({ claims }: Pick<GroupVictims, 'claims'>): readonly CountingValue[] {
  const values = new Map<string, CountingValue>();
  for (const { kind, value } of claims)
    for (const each of [{ kind, value }, ...(AROUND.get(keyOf({ kind, value })) ?? [])])
      values.set(keyOf(each), each);
  return [...values.values()];
}

function keyOf({ kind, value }: CountingValue): string {
  return `${kind} ${value}`;
}

/** What each value lies within, by {@link keyOf}; a table made once from the vocabularies. */
const AROUND: ReadonlyMap<string, readonly CountingValue[]> = valuesAround();

function valuesAround(): ReadonlyMap<string, readonly CountingValue[]> {
  const around = new Map<string, CountingValue[]>();
  for (const value of VOCABULARIES.sectors.names)
    for (const part of sectorsWithin(value))
      addTo(around, keyOf({ kind: 'sector', value: part }), { kind: 'sector', value });
  for (const value of VOCABULARIES.regions.names) {
    for (const part of regionsWithin(value))
      addTo(around, keyOf({ kind: 'region', value: part }), { kind: 'region', value });
    for (const part of countriesOf(value))
      addTo(around, keyOf({ kind: 'country', value: part }), { kind: 'region', value });
  }
  return around;
}
