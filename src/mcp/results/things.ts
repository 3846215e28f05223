import { shape, text, type Mention, type Of } from '../../answers/index.ts';
import { sayType } from '../../threat/index.ts';

/** A thing, short enough to stand in long lists. */
export const NamedThing = shape('NamedThing', 'A thing.', {
  id: text('ATT&CK id; STIX id where it has none'),
  name: text('its name, as a source gives it, without what is not seen; at most 100 characters'),
  kind: text('what it is, e.g. `technique`'),
});
export type NamedThing = Of<typeof NamedThing>;

/** A thing as tools name it. */
export function named({ id, type, name, label }: Mention): NamedThing {
  return { id: idOf({ id, label }), name, kind: sayType(type) };
}

/** By what a thing is asked for again. */
export function idOf({ id, label }: Pick<Mention, 'id' | 'label'>): string {
  return label === '' ? id : label;
}
