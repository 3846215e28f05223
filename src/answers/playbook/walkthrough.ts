import { Defence } from '../techniques/defence.ts';
import { Explanation } from '../explanation/explanation.ts';
import { GroupsAnswer } from '../groups/groups.ts';
import { Mention } from '../explanation/mention.ts';
import { flag, options, question } from '../question.ts';
import { as, count, list, optional, shape, type Of } from '../schema.ts';
import { ShowAnswer } from '../knowledge/show.ts';
import { TechniquesAnswer } from '../techniques/techniques.ts';

/** The profiling investigation from keywords to mitigations. */
export const WalkthroughQuestion = question({
  keywords: options('-k, --keyword <word>', 'what the organisation does (repeatable)', {
    fallback: 'manufacturing, telecom',
  }),
  any: flag('--any', 'one of the keywords is enough', { fallback: 'all are needed' }),
});

const SharedTechnique = shape('SharedTechnique', 'A technique that all of the groups use.', {
  details: as(ShowAnswer, 'the technique'),
  explanations: list(Explanation, 'for each group, why it is held to use it'),
});
export type SharedTechnique = Of<typeof SharedTechnique>;

const OtherMitigation = shape(
  'OtherMitigation',
  'A mitigation that is not for the shared techniques, but relevant to groups of interest.',
  {
    mitigation: as(Mention, 'the mitigation'),
    groups: list(Mention, 'groups of interest to which it is relevant'),
  },
);
export type OtherMitigation = Of<typeof OtherMitigation>;

export const WalkthroughAnswer = shape(
  'WalkthroughAnswer',
  'The profiling investigation: who, how, why we think so, and what to do, each step resting on the one before.',
  {
    found: as(GroupsAnswer, 'the groups that the keywords lead to'),
    groups: list(ShowAnswer, 'what is known of each of them'),
    direct: as(TechniquesAnswer, 'techniques that sources report of any of the groups'),
    withDerived: as(TechniquesAnswer, 'the same with those that only rules derive'),
    derivedOnly: count('techniques that only rules derive'),
    shared: as(TechniquesAnswer, 'techniques that all of the groups use, derived uses included'),
    closer: list(SharedTechnique, 'the first of the shared techniques, looked at more closely'),
    mitigations: list(
      Defence,
      'mitigations against any of the shared techniques, those that answer most of them first',
    ),
    otherMitigations: list(
      OtherMitigation,
      'mitigations relevant to the groups that none of the shared techniques leads to',
    ),
    relevance: optional(as(Explanation, 'why the first of those is relevant')),
  },
);
export type WalkthroughAnswer = Of<typeof WalkthroughAnswer>;
