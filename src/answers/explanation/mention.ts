import { oneOf, optional, shape, text, type Of } from '../schema.ts';

/** What names a thing: fields of everything that is one. */
export const MENTION = {
  id: text('STIX id, or the text of a literal'),
  type: text('STIX type, or `string`'),
  name: text('its name'),
  label: text('ATT&CK id; empty where there is none'),
  withdrawn: optional(oneOf(['revoked', 'deprecated'], 'present where its source has withdrawn it')),
};

/** A thing as an answer names it. */
export const Mention = shape('Mention', 'A thing as an answer names it.', MENTION);
export type Mention = Of<typeof Mention>;

/** Name with label as a sentence says it: `Orangeworm (G0071)`. */
export function sayMention({ name, label }: Mention): string {
  return label === '' ? name : `${name} (${label})`;
}
