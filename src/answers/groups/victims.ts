import { Ground } from '../explanation/evidence.ts';
import { Mention } from '../explanation/mention.ts';
import { argument, question } from '../question.ts';
import { reasons } from '../reasons.ts';
import { as, count, list, oneOf, shape, text, type Of } from '../schema.ts';
import { Trait } from './traits.ts';

/** Whom a group attacks, why, from where and when. */
export const VictimsQuestion = question({
  group: argument('<group>', 'a group, threat actor or campaign by id, name or alias'),
});

const ActivityDate = shape(
  'ActivityDate',
  'A date on which a group is reported to have been seen, and who reports it.',
  {
    end: oneOf(['first', 'last'], 'whether it was first or last seen then'),
    date: text('`2020`, `2020-06` or `2020-06-17`'),
    claims: reasons(list(Ground, 'who reports it')),
  },
);
export type ActivityDate = Of<typeof ActivityDate>;

export const VictimsAnswer = shape(
  'VictimsAnswer',
  'Whom an adversary attacks, why, from where and when, with everyone who says so. Nothing is merged: contradictions stand side by side.',
  {
    group: as(Mention, 'the group'),
    traits: list(Trait, 'by kind, then the most claimed first'),
    activity: list(
      ActivityDate,
      'when it is reported to have been first and last seen: oldest first, where sources differ each date apart',
    ),
    firstSeen: text('first time that it was seen, of all that is reported; empty where nothing is'),
    lastSeen: text('last time that it was seen, likewise'),
    asOf: text('day from which ages count'),
    reports: count('dated reports on it'),
  },
);
export type VictimsAnswer = Of<typeof VictimsAnswer>;
