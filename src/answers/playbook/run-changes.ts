import { Mention } from '../explanation/mention.ts';
import { PRIORITY_KINDS } from '../../threat/index.ts';
import { as, count, list, number, oneOf, optional, shape, text, type Of } from '../schema.ts';

export const KnowledgeChange = shape(
  'KnowledgeChange',
  'A source that came, went or is in another release.',
  {
    name: text('its name'),
    change: oneOf(['added', 'removed', 'changed'], 'what happened to it'),
    before: optional(
      text('release, or the first digits of the SHA-256 where there is none or it is the same'),
    ),
    after: optional(text('the same, now')),
  },
);
export type KnowledgeChange = Of<typeof KnowledgeChange>;

export const SettingChange = shape('SettingChange', 'Something that was asked differently, in words.', {
  what: text('`weight of sector`, `countries of the organisation`'),
  before: text('what it was'),
  after: text('what it is'),
});
export type SettingChange = Of<typeof SettingChange>;

export const FactorChange = shape(
  'FactorChange',
  'What a factor adds otherwise than before, and what made it so.',
  {
    factor: text('its name'),
    before: number('what it added'),
    after: number('what it adds'),
    difference: number('after − before'),
    foundBefore: text('what was found'),
    foundAfter: text('what is found'),
    cause: oneOf(
      ['reported', 'weight', 'mean', 'counted'],
      '`reported`: something is newly reported or no longer; `weight`: it weighs otherwise; `mean`: nothing is known, and the mean of the others that stands in is different; `counted`: what it counts is different, such as ages, techniques or peers',
    ),
    newly: list(text('what is claimed, and by whom'), 'what is reported only now'),
    gone: list(text('what is claimed, and by whom'), 'what was reported only before'),
  },
);
export type FactorChange = Of<typeof FactorChange>;

export const GroupChange = shape('GroupChange', 'A group that stands elsewhere.', {
  group: as(Mention, 'the group'),
  change: oneOf(
    ['entered', 'left', 'moved'],
    'whether it came among the first, left them, or changed places',
  ),
  from: optional(count('its rank before; absent where it was not in view')),
  to: optional(count('its rank now; absent where it is not in view')),
  scoreBefore: number('its score before'),
  scoreAfter: number('its score now'),
  difference: number('after − before'),
  becomes: optional(
    oneOf(['dormant', 'active'], 'what it is now and was not: dormant groups stand behind all active ones'),
  ),
  why: list(
    FactorChange,
    'what of its own score is different, the greatest difference first; empty where nothing is',
  ),
  passedBy: list(Mention, 'groups that went past it'),
  passed: list(Mention, 'groups that it went past'),
});
export type GroupChange = Of<typeof GroupChange>;

export const ListChange = shape('ListChange', 'What entered or left a list.', {
  list: oneOf(['techniques', ...PRIORITY_KINDS], 'which list'),
  entered: list(Mention, 'what is on it only now'),
  left: list(Mention, 'what was on it only before'),
});
export type ListChange = Of<typeof ListChange>;

export const RunChanges = shape('RunChanges', 'What is different between two runs of a playbook, and why.', {
  before: text('day from which ages counted in the earlier run'),
  after: text('day from which ages count in this one'),
  top: count('first places compared: as many as the later run shows'),
  foeprint: optional(
    shape('VersionChange', 'Versions of Foeprint, where they are not the same.', {
      before: text('the earlier one'),
      after: text('the later one'),
    }),
  ),
  knowledge: list(KnowledgeChange, 'sources that are different'),
  settings: list(SettingChange, 'what else was asked differently: the organisation, weights, what is hidden'),
  groups: list(
    GroupChange,
    'groups that came among the first or left them, or changed places there; in their present order, those that left last',
  ),
  unmoved: count('groups of the first places that stand where they stood'),
  lists: list(ListChange, 'what entered or left what both runs show; only what both asked for'),
});
export type RunChanges = Of<typeof RunChanges>;
