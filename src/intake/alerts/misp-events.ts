import { isRaw, type Raw } from '../../stix/index.ts';
import { valuesAt } from './values-at.ts';

/** Events of MISP: one, a list of them, or what a search for events answers; also one without the `Event` around it. */
export function mispEvents(value: unknown): readonly Raw[] {
  const around = [...valuesAt(value, 'Event'), ...valuesAt(value, 'response.Event')].filter(isRaw);
  const bare = (Array.isArray(value) ? value : [value]).filter(isRaw).filter(isBareEvent);
  return [...around, ...bare];
}

function isBareEvent(raw: Raw): boolean {
  return ['info', 'uuid', 'Attribute'].every((field) => field in raw);
}
