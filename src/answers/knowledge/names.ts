import { options, question } from '../question.ts';
import { list, shape, text, type Of } from '../schema.ts';

/** Everything that has a page of its own, by all its names: what a search field looks in while somebody types. */
export const NamesQuestion = question({
  types: options('--type <type>', 'only this kind (repeatable)', {
    fallback: 'group, actor, campaign, software, technique, tactic, mitigation',
  }),
});

const NamedThing = shape('NamedThing', 'A thing by its names.', {
  key: text('what it is asked for by: its ATT&CK id, or its STIX id where it has none'),
  kind: text('what kind of thing it is, e.g. `group`'),
  name: text('its name'),
  aliases: list(text('a name'), 'other names that its sources give it'),
});
export type NamedThing = Of<typeof NamedThing>;

export const NamesAnswer = shape(
  'NamesAnswer',
  'Things by all their names. Several may have one name: `aliases` says who claims what of it.',
  {
    things: list(NamedThing, 'by kind, in the order asked for, then by ATT&CK id, then by name'),
  },
);
export type NamesAnswer = Of<typeof NamesAnswer>;
