import { Mention } from '../explanation/mention.ts';
import { argument, decimal, flag, question, whole } from '../question.ts';
import { as, count, list, number, optional, shape, text, truth, type Of } from '../schema.ts';

/** How alike sectors are by the groups that are documented against them. */
export const OverlapSectorsQuestion = question({
  sectors: argument(
    '[sector...]',
    'look more closely at the groups of these sectors; the cluster that is most alike where none is named',
  ),
  min: decimal('--min <similarity>', 'least similarity within a cluster', { fallback: '0.35' }),
  least: whole('--least <groups>', 'groups that a sector needs to be compared', { fallback: '10' }),
  derived: flag('--derived', 'take in techniques that only rules derive'),
  limit: whole('-n, --limit <count>', 'most techniques to show', { fallback: '10' }),
});
export type OverlapSectorsQuestion = Of<typeof OverlapSectorsQuestion>;

const AttackedSector = shape('AttackedSector', 'A sector that groups are documented against.', {
  value: text('its name in the vocabulary'),
  label: text('the same in words'),
  groups: count('groups documented against it or a part of it'),
});
export type AttackedSector = Of<typeof AttackedSector>;

const AlikeSectors = shape('AlikeSectors', 'Sectors that have many groups in common.', {
  members: list(count('place in `sectors`'), 'its members'),
  mean: number('0 … 1: mean similarity of two members'),
});
export type AlikeSectors = Of<typeof AlikeSectors>;

const SharedAttacker = shape('SharedAttacker', 'A group that is documented against most of some sectors.', {
  group: as(Mention, 'the group'),
  against: list(truth('whether it is documented against it'), 'for each of the sectors, in their order'),
  lastSeen: optional(text('last time that it was seen or reported on; absent where that is not known')),
});
export type SharedAttacker = Of<typeof SharedAttacker>;

const SetApartTechnique = shape(
  'SetApartTechnique',
  'A technique that these groups use more often than all do.',
  {
    technique: as(Mention, 'the technique'),
    groups: count('of these groups, how many use it'),
    share: number('0 … 1, the same as a share of those of them of whom techniques are known'),
    all: count('of all groups of whom techniques are known, how many use it'),
    shareOfAll: number('0 … 1, likewise'),
    p: number('chance that as many groups drawn at random use it at least as often, 0 … 1'),
    log10p: number('the same as a power of ten; 0 is certain'),
  },
);
export type SetApartTechnique = Of<typeof SetApartTechnique>;

const CloserLook = shape('CloserLook', 'Some sectors, and the groups that most of them have in common.', {
  sectors: list(
    AttackedSector,
    'the sectors: those that were named, or those of the cluster that is most alike',
  ),
  mean: optional(number('0 … 1: mean similarity of two of them; absent for one sector alone')),
  least: count('of these sectors, against how many a group must be documented to count'),
  groups: list(
    SharedAttacker,
    'these groups: those documented against most of the sectors first, then the newest',
  ),
  users: count('of these groups, of how many techniques are known'),
  techniques: list(
    SetApartTechnique,
    'what they use more often than all groups do, the least likely by chance first; as many as were asked for',
  ),
});
export type CloserLook = Of<typeof CloserLook>;

export const OverlapSectorsAnswer = shape(
  'OverlapSectorsAnswer',
  'How alike sectors are by the groups that are documented against them. What is documented depends on who reports: it is no measure of who is attacked.',
  {
    sectors: list(AttackedSector, 'sectors compared; those that are alike stand together'),
    leftOut: list(
      AttackedSector,
      'those that too few groups are documented against to be compared, most first',
    ),
    least: count('groups that a sector needs to be compared'),
    shared: list(
      list(count('groups'), 'a row, in the order of `sectors`'),
      'groups documented against both: a square table in the order of `sectors`',
    ),
    similarity: list(
      list(number('0 … 1'), 'a row, in the order of `sectors`'),
      'groups in common over the groups of either, likewise; -1 where one sector is a part of the other, and nothing is to be compared',
    ),
    clusteredAt: number('least similarity within a cluster'),
    clusters: list(AlikeSectors, 'sectors that hang together, by average linkage; the most alike first'),
    closer: optional(
      as(CloserLook, 'a closer look at some sectors; absent where none is named and no cluster there'),
    ),
    derived: truth('whether techniques that only rules derive are taken in'),
    groups: count('live groups in view'),
    users: count('of them, of how many techniques are known'),
    unknown: count('live groups of which no sector is known: they count for no sector'),
  },
);
export type OverlapSectorsAnswer = Of<typeof OverlapSectorsAnswer>;
