import type {
  CompareAnswer,
  ComparedTactic,
  ComparedTechnique,
  ComparedUse,
  Mention,
  PairOverlap,
} from '../../answers/index.ts';
import { bullets, details, heading, paragraph, table } from '../../render/index.ts';
import type { Block, Document, Content } from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { stressed, thingNamed } from '../words.ts';
import { CHANCE_NOTE, pairTable } from './pair-table.ts';

/** How tables mark a use; a full sign and an empty one, so that no colour is needed. */
const MARKS: Readonly<Record<ComparedUse, string>> = { direct: '●', derived: '○', none: '' };

/** A comparison as a report. */
export function compareDocument(comparison: CompareAnswer): Document {
  const { groups, derived, tactics } = comparison;
  return {
    title: `Comparison of ${groups.map(({ group }) => group.name).join(', ')}`,
    lead: [
      groups
        .map(({ group, techniques }) => `${group.name} uses ${count(techniques, 'technique')}`)
        .join(', '),
      derived
        ? ', those that only rules know among them.'
        : ', by what sources report of the groups themselves.',
      ` ${sayCommon(comparison)}`,
    ],
    blocks: [
      heading(2, 'Common and unique'),
      ...shared(comparison),
      ...comparison.unique.map(({ group, techniques }) => listOf(`Only ${group.name}`, techniques)),
      heading(2, 'How alike they are'),
      ...pairs('With sub-techniques apart', comparison.pairs),
      ...pairs('Rolled up to parent techniques', comparison.rolledUpPairs),
      ...(comparison.pairs.length === 0 ? [] : [paragraph(CHANCE_NOTE)]),
      heading(2, 'Technique by technique'),
      paragraph(
        `${MARKS.direct} reported of the group, ${MARKS.derived} derived. ` +
          'A parent stands above its sub-techniques. A cell in brackets says through which of them a group comes to the parent; ' +
          'groups that meet only there use different sub-techniques of it.',
      ),
      ...tactics.flatMap((tactic) => tacticBlocks(comparison, tactic)),
    ],
  };
}

/** `34 are common to all, 57 only of APT28, 26 only of FIN7.` */
function sayCommon(comparison: CompareAnswer): string {
  const common = commonTo(comparison);
  return `${[
    `${common.length} ${common.length === 1 ? 'is' : 'are'} common to all`,
    ...comparison.unique.map(({ group, techniques }) => `${techniques.length} only of ${group.name}`),
  ].join(', ')}.`;
}

function commonTo({ groups, sharedBy }: CompareAnswer): readonly Mention[] {
  return sharedBy.find(({ groups: sharing }) => sharing === groups.length)?.techniques ?? [];
}

/** What all have in common first, also where that is nothing. */
function shared(comparison: CompareAnswer): readonly Block[] {
  const { groups, sharedBy } = comparison;
  const all = groups.length;
  const some = sharedBy.filter(({ groups: sharing }) => sharing > 1 && sharing < all);
  return [
    listOf(all === 2 ? 'Used by both' : `Used by all ${all}`, commonTo(comparison)),
    ...some.map(({ groups: sharing, techniques }) => listOf(`Used by ${sharing} of ${all}`, techniques)),
  ];
}

function pairs(title: string, found: readonly PairOverlap[]): readonly Block[] {
  return found.length === 0 ? [] : [heading(3, title), pairTable(found)];
}

function tacticBlocks({ groups }: CompareAnswer, { tactic, techniques }: ComparedTactic): readonly Block[] {
  return [
    heading(3, thingNamed(tactic)),
    table(
      ['Technique', ...groups.map(({ group }) => group.name), 'Overlap'],
      techniques.flatMap((block) => blockRows(block, groups.length)),
    ),
  ];
}

function blockRows(block: ComparedTechnique, groups: number): readonly (readonly Content[])[] {
  const own = block.uses.map((use, index) => (use === 'none' ? sayRolledUp(block, index) : MARKS[use]));
  return [
    [stressed(thingNamed(block.technique)), ...own, sayOverlap(block, groups)],
    ...block.subtechniques.map(({ technique, uses, groups: using }) => [
      ['↳ ', ...thingNamed(technique)],
      ...uses.map((use) => MARKS[use]),
      `${using} of ${groups}`,
    ]),
  ];
}

/** The sub-techniques by which a group comes to a parent: `(.001, .003)`. */
function sayRolledUp({ subtechniques }: ComparedTechnique, group: number): string {
  const used = subtechniques.filter(({ uses }) => uses[group] !== 'none');
  return used.length === 0
    ? ''
    : `(${used.map(({ technique }) => technique.label.replace(/^[^.]*/, '')).join(', ')})`;
}

function sayOverlap({ groups: meeting, exactGroups }: ComparedTechnique, groups: number): string {
  const met = `${meeting} of ${groups}`;
  return meeting > exactGroups && meeting > 1 ? `${met} at the parent, ${exactGroups} exactly` : met;
}

function listOf(title: string, techniques: readonly Mention[]): Block {
  return details(
    `${title}: ${count(techniques.length, 'technique')}`,
    techniques.length === 0 ? paragraph('None.') : bullets(techniques.map(thingNamed)),
  );
}
