import type {
  AlikeSectors,
  AttackedSector,
  CloserLook,
  OverlapSectorsAnswer,
  SetApartTechnique,
} from '../../answers/index.ts';
import type { Known } from '../../desk/index.ts';
import { compareText, defined } from '../../text/index.ts';
import { sectorsWithin, VOCABULARIES } from '../../threat/index.ts';
import { bitSetsOf, holderCounts, holds, sharedCount } from '../compare/bit-sets.ts';
import { clusterBy, clusterOrder, clustersAt } from '../compare/cluster.ts';
import { surpriseOf } from '../compare/hypergeometric.ts';
import { squareTable } from '../compare/overlap-matrix.ts';
import { techniqueSets } from '../compare/technique-sets.ts';
import { mention } from '../mention.ts';
import { countingValues } from './counting-values.ts';
import { seenOf, unknownIn, type Victimology } from './victimology.ts';

/** What sectors are compared by. */
export interface SectorComparison {
  /** Names of the vocabulary to look at more closely; none for the cluster that is most alike. */
  readonly sectors?: readonly string[];
  /** Least similarity within a cluster; default 0.35. */
  readonly min?: number;
  /** Groups that a sector needs to be compared; default 10. */
  readonly least?: number;
  /** Take in techniques that only rules derive; default false. */
  readonly derived?: boolean;
  /** Most techniques; default 10. */
  readonly limit?: number;
}

/** A sector with the groups that are documented against it, as places in the victimology. */
interface Attacked extends AttackedSector {
  readonly by: ReadonlySet<number>;
}

/** How alike sectors are by the groups documented against them, and what the groups of some of them do that others do not. */
export function overlapSectors(
  known: Known,
  victimology: Victimology,
  { sectors: asked = [], min = 0.35, least = 10, derived = false, limit = 10 }: SectorComparison = {},
): OverlapSectorsAnswer {
  const attacked = attackedSectors(victimology);
  const compared = attacked.filter(({ groups }) => groups >= least);
  const size = compared.length;
  const places = victimology.groups.length;
  const sets = bitSetsOf(
    compared.map(({ by }) => by),
    places,
  );
  const similarity = squareTable(size, (left, right) =>
    areNested(compared[left], compared[right]) ? NESTED : likeness(compared[left], compared[right]),
  );
  // A sector and its part have their groups in common by definition: that makes no cluster.
  const tree = clusterBy(
    similarity.map((each) => Math.max(0, each)),
    size,
  );
  const order = clusterOrder(tree, similarity);
  const placeOf = new Map(order.map((sector, place) => [sector, place]));
  const meanOf = (members: readonly number[]): number =>
    meanLikeness(members.map((member) => compared[member]).filter((each) => each !== undefined));
  const clusters: readonly AlikeSectors[] = clustersAt(tree, min)
    .map((members) => ({
      members: members.map((member) => placeOf.get(member) ?? 0).toSorted((one, other) => one - other),
      mean: meanOf(members),
    }))
    .toSorted((one, other) => other.mean - one.mean);
  const inOrder = order.flatMap((sector) => compared[sector] ?? []);
  const chosen =
    asked.length > 0
      ? asked.map((value) => attacked.find((each) => each.value === value) ?? nobody(value))
      : (clusters[0]?.members ?? []).flatMap((member) => inOrder[member] ?? []);
  const users = techniqueSets(known, { derived });
  return {
    sectors: inOrder.map(plain),
    leftOut: attacked.filter(({ groups }) => groups > 0 && groups < least).map(plain),
    least,
    shared: order.map((left) => order.map((right) => sharedCount(sets, left, right))),
    similarity: order.map((left) => order.map((right) => similarity[left * size + right] ?? 0)),
    clusteredAt: min,
    clusters,
    ...defined({
      closer: chosen.length === 0 ? undefined : closerLook(known, victimology, chosen, users, limit),
    }),
    derived,
    groups: places,
    users: users.sets.sizes.filter((each) => each > 0).length,
    unknown: unknownIn(victimology).sector,
  };
}

/** Stands in the table where one sector lies within the other. */
const NESTED = -1;

/** Every sector of the vocabulary with its groups; those of most groups first. */
function attackedSectors({ groups }: Victimology): readonly Attacked[] {
  const attackers = new Map<string, Set<number>>();
  groups.forEach((victims, place) => {
    for (const { kind, value } of countingValues(victims))
      if (kind === 'sector') attackers.set(value, (attackers.get(value) ?? new Set<number>()).add(place));
  });
  return VOCABULARIES.sectors.names
    .map((value) => {
      const by = attackers.get(value) ?? new Set<number>();
      return { value, label: VOCABULARIES.sectors.say(value), groups: by.size, by };
    })
    .toSorted((one, other) => other.groups - one.groups || compareText(one.label, other.label));
}

function nobody(value: string): Attacked {
  return { value, label: VOCABULARIES.sectors.say(value), groups: 0, by: new Set() };
}

function plain({ value, label, groups }: Attacked): AttackedSector {
  return { value, label, groups };
}

function areNested(one: AttackedSector | undefined, other: AttackedSector | undefined): boolean {
  if (one === undefined || other === undefined || one.value === other.value) return false;
  return sectorsWithin(one.value).includes(other.value) || sectorsWithin(other.value).includes(one.value);
}

/** Jaccard: groups in common over the groups of either. */
function likeness(one: Attacked | undefined, other: Attacked | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const shared = [...one.by].filter((place) => other.by.has(place)).length;
  const either = one.by.size + other.by.size - shared;
  return either === 0 ? 0 : shared / either;
}

/** Of all pairs of which neither lies within the other; 0 where there is none. */
function meanLikeness(sectors: readonly Attacked[]): number {
  const pairs = sectors.flatMap((one, index) =>
    sectors.slice(index + 1).flatMap((other) => (areNested(one, other) ? [] : [likeness(one, other)])),
  );
  return pairs.length === 0 ? 0 : pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
}

function closerLook(
  known: Known,
  victimology: Victimology,
  sectors: readonly Attacked[],
  users: ReturnType<typeof techniqueSets>,
  limit: number,
): CloserLook {
  const least = Math.floor(sectors.length / 2) + 1;
  const groups = victimology.groups
    .flatMap((victims, place) => {
      const against = sectors.map(({ by }) => by.has(place));
      const count = against.filter(Boolean).length;
      if (count < least) return [];
      const group = mention(known.catalogue, victims.group);
      return [
        {
          term: victims.group,
          count,
          shown: { group, against, ...defined({ lastSeen: seenOf(victims).lastSeen }) },
        },
      ];
    })
    .toSorted(
      (one, other) =>
        other.count - one.count ||
        compareText(other.shown.lastSeen ?? '', one.shown.lastSeen ?? '') ||
        compareText(one.shown.group.name, other.shown.group.name),
    );
  const theirs = new Set(groups.map(({ term }) => term));
  const at = users.groups.flatMap((group, place) =>
    theirs.has(group) && (users.sets.sizes[place] ?? 0) > 0 ? [place] : [],
  );
  return {
    sectors: sectors.map(plain),
    ...(sectors.length < 2 ? {} : { mean: meanLikeness(sectors) }),
    least,
    groups: groups.map(({ shown }) => shown),
    users: at.length,
    techniques: setApart(known, users, at).slice(0, limit),
  };
}

/** Techniques that some users have more often than all have; the least likely by chance first. */
function setApart(
  known: Known,
  { techniques, sets }: ReturnType<typeof techniqueSets>,
  at: readonly number[],
): readonly SetApartTechnique[] {
  const population = sets.sizes.filter((size) => size > 0).length;
  const all = holderCounts(sets);
  return techniques
    .flatMap((technique, item) => {
      const groups = at.filter((place) => holds(sets, place, item)).length;
      const ofAll = all[item] ?? 0;
      const share = at.length === 0 ? 0 : groups / at.length;
      const shareOfAll = population === 0 ? 0 : ofAll / population;
      if (groups < 2 || share <= shareOfAll) return [];
      const { p, log10p } = surpriseOf(groups, at.length, ofAll, population);
      return [
        { technique: mention(known.catalogue, technique), groups, share, all: ofAll, shareOfAll, p, log10p },
      ];
    })
    .toSorted(
      (one, other) => one.log10p - other.log10p || compareText(one.technique.label, other.technique.label),
    );
}
