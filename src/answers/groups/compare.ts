import { Mention } from '../explanation/mention.ts';
import { ComparedGroup, PairOverlap } from './overlap.ts';
import { argument, flag, question } from '../question.ts';
import { as, count, list, oneOf, shape, truth, type Of } from '../schema.ts';
import { USE_KINDS } from '../techniques/use.ts';

/** What some groups have in common and what not. */
export const CompareQuestion = question({
  groups: argument('<group...>', 'two or more groups, threat actors or campaigns by id, name or alias'),
  derived: flag('--derived', 'take in uses that rules derive, marked'),
});

const COMPARED_USE = oneOf([...USE_KINDS, 'none'], 'how a group uses it');
/** How a group of a comparison uses a technique. */
export type ComparedUse = Of<typeof COMPARED_USE>;

const ComparedSubtechnique = shape('ComparedSubtechnique', 'A sub-technique that any of the groups uses.', {
  technique: as(Mention, 'the sub-technique'),
  uses: list(COMPARED_USE, 'for each group: how it uses it'),
  groups: count('groups that use it'),
});

export const ComparedTechnique = shape('ComparedTechnique', 'A technique with its sub-techniques.', {
  technique: as(Mention, 'the technique'),
  uses: list(COMPARED_USE, 'for each group: how it uses the technique itself, apart from sub-techniques'),
  using: count('groups that use the technique itself'),
  groups: count('groups that use it or one of its sub-techniques: the overlap rolled up'),
  exactGroups: count(
    'groups that share exactly one technique of the block, at most: the overlap with sub-techniques apart',
  ),
  subtechniques: list(ComparedSubtechnique, 'sub-techniques that any of the groups uses'),
});
export type ComparedTechnique = Of<typeof ComparedTechnique>;

export const ComparedTactic = shape('ComparedTactic', 'A tactic, and what the groups use in it.', {
  tactic: as(Mention, 'the tactic; last “no tactic”, for techniques whose tactic no source reports'),
  techniques: list(
    ComparedTechnique,
    'by label; sub-techniques stand under their parents in every tactic that they serve themselves',
  ),
});
export type ComparedTactic = Of<typeof ComparedTactic>;

const SharedBy = shape('SharedBy', 'Techniques that so many of the groups use.', {
  groups: count('how many of the groups use each of them'),
  techniques: list(Mention, 'by label; sub-techniques apart from their parents'),
});
export type SharedBy = Of<typeof SharedBy>;

const UniqueTo = shape('UniqueTo', 'What none of the others uses.', {
  group: as(Mention, 'the group'),
  techniques: list(Mention, 'techniques that it alone uses, by label'),
});

export const CompareAnswer = shape(
  'CompareAnswer',
  'What some groups have in common and what not, tactic by tactic.',
  {
    groups: list(ComparedGroup, 'in the order asked'),
    derived: truth('whether uses that only rules derive are taken in'),
    tactics: list(ComparedTactic, 'in the order of the matrix'),
    sharedBy: list(SharedBy, 'techniques by how many of the groups use them, most first'),
    unique: list(UniqueTo, 'for each group, in their order, what none of the others uses'),
    pairs: list(PairOverlap, 'every pair, with sub-techniques apart'),
    rolledUpPairs: list(PairOverlap, 'every pair, sub-techniques rolled up to their parents'),
  },
);
export type CompareAnswer = Of<typeof CompareAnswer>;
