import { attackIds, type Raw } from '../../stix/index.ts';
import { textsAt } from './values-at.ts';

/** The ATT&CK id of a STIX object, or its name; none where it has neither. */
export function numberOrName(object: Raw): readonly string[] {
  return [...attackIds(object), ...textsAt(object, 'name')].slice(0, 1);
}
