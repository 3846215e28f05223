import { Mention } from '../explanation/mention.ts';
import { Statement } from '../explanation/statement.ts';
import { argument, question } from '../question.ts';
import { as, list, shape, text, type Of } from '../schema.ts';
import { ABOUT, ALL, Examples } from './about.ts';

/** One piece of software. */
export const SoftwareQuestion = question({
  software: argument('<software>', 'malware or a tool by id, name or alias'),
  all: ALL,
});

export const UsedTechnique = shape(
  'UsedTechnique',
  'A technique, its tactics, and in which words it is used.',
  {
    technique: as(Statement, 'the technique'),
    tactics: list(Mention, 'tactics that it serves, in the order of the matrix'),
  },
);
export type UsedTechnique = Of<typeof UsedTechnique>;

export const SoftwareAnswer = shape('SoftwareAnswer', 'What is known of one piece of software.', {
  ...ABOUT,
  platforms: list(text('a platform'), 'what it runs on, as its source has it'),
  techniques: list(UsedTechnique, 'what it is reported to do, by label'),
  groups: as(Examples, 'groups and threat actors that a source reports to use it'),
  derived: as(Examples, 'those of which only rules derive it: through a campaign, through other software'),
  campaigns: as(Examples, 'campaigns in which a source reports it'),
});
export type SoftwareAnswer = Of<typeof SoftwareAnswer>;
