import { oneOf, optional, shape, text, type Of } from './schema.ts';

/** A thing as an answer names it. */
export const Mention = shape('Mention', 'A thing as an answer names it.', {
  id: text('STIX id, or the text of a literal'),
  type: text('STIX type, or `string`'),
  name: text('its name'),
  label: text('ATT&CK id; empty where there is none'),
  withdrawn: optional(oneOf(['revoked', 'deprecated'], 'present where its source has withdrawn it')),
});
export type Mention = Of<typeof Mention>;
