import { MENTION } from '../explanation/mention.ts';
import { question } from '../question.ts';
import { count, list, optional, shape, text, type Of } from '../schema.ts';
import { GROUP_FILTERS, UnknownTrait } from './groups.ts';

/** How many techniques of each tactic groups use: what their prints are drawn from. */
export const PrintsQuestion = question(GROUP_FILTERS);
export type PrintsQuestion = Of<typeof PrintsQuestion>;

const PrintTactic = shape('PrintTactic', 'A tactic, a bar of each print.', {
  label: text('ATT&CK id, e.g. `TA0001`'),
  shortName: text('its name in layers, e.g. `initial-access`'),
  name: text('its name'),
  techniques: count('techniques and sub-techniques that serve it'),
});
export type PrintTactic = Of<typeof PrintTactic>;

const GroupPrint = shape(
  'GroupPrint',
  'A group, and how many techniques of each tactic it uses. Sub-techniques count apart from their techniques; a technique counts in each tactic that it serves.',
  {
    ...MENTION,
    aliases: list(text('a name'), 'other names'),
    lastSeen: optional(text('last time that it was seen or reported on; absent where that is not known')),
    direct: count('techniques that a source reports of it, each once'),
    derived: count('techniques that only rules derive, each once'),
    directByTactic: list(count('techniques'), 'the direct ones for each of the tactics, in their order'),
    derivedByTactic: list(count('techniques'), 'likewise those that only rules derive'),
  },
);
export type GroupPrint = Of<typeof GroupPrint>;

export const PrintsAnswer = shape(
  'PrintsAnswer',
  'How many techniques of each tactic groups use, reported and derived.',
  {
    tactics: list(PrintTactic, 'all tactics in view, in the order of their matrices'),
    groups: list(GroupPrint, 'by ATT&CK id'),
    idle: count('of these groups, of how many no use of a technique is known'),
    unknown: list(
      UnknownTrait,
      'for each kind of trait asked for, how many groups could not be found by it; empty where none was',
    ),
  },
);
export type PrintsAnswer = Of<typeof PrintsAnswer>;
