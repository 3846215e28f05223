import { Mention } from '../explanation/mention.ts';
import { argument, flag, question, whole } from '../question.ts';
import { USE_KINDS } from './use.ts';
import { explained } from '../reasons.ts';
import { as, list, oneOf, shape, truth, type Of } from '../schema.ts';

/** Techniques that some groups use. */
export const TechniquesQuestion = question({
  groups: argument('[group...]', 'groups, campaigns or software by id, name or alias; at least one'),
  derived: flag(
    '--derived',
    'take in uses that rules derive: through software, through an attributed campaign',
  ),
  shared: flag('--shared', 'only techniques that all of them use'),
  limit: whole('-n, --limit <count>', 'most techniques to show', { fallback: 'all' }),
});

const TechniqueUser = explained(
  shape('TechniqueUser', 'One who uses a technique.', {
    user: as(Mention, 'the group, campaign or software'),
    use: oneOf(USE_KINDS, 'whether a source reports it, or only rules derive it'),
  }),
  'user',
  'technique',
);

export const TechniqueUse = shape('TechniqueUse', 'A technique and who uses it.', {
  technique: as(Mention, 'the technique'),
  users: list(TechniqueUser, 'of the users asked about, those that use it, by label'),
});
export type TechniqueUse = Of<typeof TechniqueUse>;

export const TechniquesAnswer = shape(
  'TechniquesAnswer',
  'Techniques that groups, campaigns or software use. A use that is both reported and derived counts as direct.',
  {
    users: list(Mention, 'who is asked about, each once'),
    derived: truth('whether derived uses are taken in'),
    shared: truth('whether only techniques that all of them use are given'),
    techniques: list(TechniqueUse, 'most widely used first, then by label; sub-techniques count apart'),
  },
);
export type TechniquesAnswer = Of<typeof TechniquesAnswer>;
