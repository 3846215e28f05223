import { Mention } from '../explanation/mention.ts';
import { Statement } from '../explanation/statement.ts';
import { argument, question } from '../question.ts';
import { STANDINGS } from '../releases/migrate.ts';
import { as, count, list, oneOf, optional, shape, text, type Of } from '../schema.ts';
import { Watched } from '../techniques/caveat.ts';
import { Defence, Detection } from '../techniques/defence.ts';
import { ABOUT, ALL, Examples } from './about.ts';

/** One technique. */
export const TechniqueQuestion = question({
  technique: argument('<technique>', 'a technique by id, name or an id that it had'),
  all: ALL,
});

const Rarity = shape('Rarity', 'How many groups use a technique, among all groups and techniques in view.', {
  direct: count('groups that a source reports to use it'),
  derived: count('groups of which only rules derive it'),
  groups: count('groups in view'),
  place: count('its place among techniques by how many groups are reported to use each; 0 where none does'),
  techniques: count('techniques that any group is reported to use'),
});

const InRelease = shape('InRelease', 'What a technique is in another release.', {
  release: text('the release, `19.1`'),
  to: text('its id there; empty where it has none'),
  standing: oneOf(STANDINGS, 'how sure that is'),
  reason: text('why, in words'),
  candidates: list(text('an id'), 'what it could be, where that is more than one'),
});

const MappedControl = shape(
  'MappedControl',
  'What a framework has against a technique, as its mapping says.',
  {
    framework: as(Mention, 'the framework'),
    control: as(Statement, 'the control, in the words of the mapping'),
  },
);

export const TechniqueAnswer = shape('TechniqueAnswer', 'What is known of one technique.', {
  ...ABOUT,
  tactics: list(Mention, 'tactics that it serves, in the order of the matrix'),
  platforms: list(text('a platform'), 'what it works on, as its source has it'),
  parent: optional(Mention),
  related: list(
    Mention,
    'its sub-techniques; of a sub-technique, the others under the same technique; by label',
  ),
  former: list(Mention, 'what has been revoked in favour of it, by label'),
  rarity: as(Rarity, 'how rare it is'),
  groups: as(Examples, 'groups and threat actors that a source reports to use it'),
  derived: as(Examples, 'those of which only rules derive it: through software, through a campaign'),
  campaigns: as(Examples, 'campaigns in which a source reports it'),
  software: as(Examples, 'software that a source reports to do it'),
  mitigations: list(Defence, 'mitigations of it, by label, each with the words how'),
  watch: list(Watched, 'what is named against it and does not prevent it, by the words of its own source'),
  detections: list(Detection, 'detection strategies for it, by label, with analytics and log sources'),
  controls: list(MappedControl, 'controls of mapped frameworks against it, by framework and label'),
  unaddressed: list(Mention, 'frameworks that say that nothing of them is against it'),
  exploited: as(Examples, 'vulnerabilities that are exploited through it, as mappings say'),
  enabled: as(Examples, 'vulnerabilities that lead to it, as mappings say'),
  releases: list(
    InRelease,
    'what it is in the other releases that are loaded, and in 19.1, which is known without; oldest first',
  ),
});
export type TechniqueAnswer = Of<typeof TechniqueAnswer>;
