import { IDENTIFIED_BY, type EntityDescription, type Statement } from '../../facts/index.ts';
import { attackKey, attackKind, attackNumber, placeKey, tacticKey } from '../../threat/index.ts';
import type { SoundObject } from './sound-object.ts';
import type { Tactics } from './tactics.ts';
import { wholePlaceOf } from '../../stix/index.ts';

const NOTHING: readonly Statement[] = [];

/**
 * Which thing an object says that it is: by its ATT&CK number, and for a tactic by the kill chains and short name that
 * techniques call it by; a location by the country or region that it is. Objects with the same keys are about the same thing.
 */
export function readIdentity(
  { id, type, raw }: SoundObject,
  entity: EntityDescription | undefined,
  tactics: Tactics,
): readonly Statement[] {
  const place = wholePlaceOf(raw, type);
  if (place !== undefined)
    return [{ relation: IDENTIFIED_BY, subject: id, object: placeKey(place.kind, place.label) }];
  const kind = attackKind(type);
  if (kind === undefined || entity === undefined) return NOTHING;
  const number = attackNumber(type, entity.label);
  const keys = number === '' ? [] : [attackKey(kind, number)];
  for (const { killChain, shortName } of tactics.phasesOf(id)) keys.push(tacticKey(killChain, shortName));
  return keys.map((key) => ({ relation: IDENTIFIED_BY, subject: id, object: key }));
}
