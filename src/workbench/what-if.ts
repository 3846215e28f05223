import type { Mention } from '../answers/index.ts';
import { compareOrders, mention, thinGrounds, withoutFactor } from '../analysis/index.ts';
import type { RankedGroups, ThinGround } from '../analysis/index.ts';
import { compareText } from '../text/index.ts';
import type { Organisation } from '../threat/index.ts';
import type { Desk } from '../desk/index.ts';
import { claimGround, rankFor, SHOWN, type Ranking, type ThreatSearch } from './threats.ts';

/** How far a ranking hangs on single sources, single factors and single reports. */
export interface WhatIfAnswer {
  readonly organisation: Organisation;
  readonly asOf: string;
  /** First places looked at. */
  readonly top: number;
  /** The order when one source, or one factor, is left out; those that change most first. */
  readonly variations: readonly Variation[];
  /** Matches of the first groups that one teller alone makes, old and undated ones first. */
  readonly thin: readonly ThinMatch[];
}

/** One thing left out, and what becomes of the first places. */
export interface Variation {
  readonly leavesOut: 'source' | 'factor';
  /** Id of the source, or name of the factor. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** Of the first places, how many keep their groups. */
  readonly stay: number;
  readonly moved: readonly MovedGroup[];
}

/** A group at two ranks. */
export interface MovedGroup {
  readonly group: Mention;
  readonly from: number;
  readonly to: number;
}

/** A match that one teller alone makes. */
export interface ThinMatch {
  readonly group: Mention;
  readonly factor: string;
  /** What is claimed: `Luxembourg`. */
  readonly says: string;
  readonly teller: string;
  readonly published: string;
  readonly age: ThinGround['age'];
}

/** How the order of the first groups changes when one source or one factor is left out, and what rests on a single telling. */
export function whatIf(desk: Desk, organisation: Organisation, search: ThreatSearch = {}): WhatIfAnswer {
  const top = search.top ?? SHOWN;
  const ranking = rankFor(desk, organisation, search);
  const { ranked, asOf } = ranking;
  const vary = (leavesOut: Variation['leavesOut'], name: string, after: RankedGroups): Variation => {
    const { moved, stay } = compareOrders(ranked, after, top);
    return {
      leavesOut,
      name,
      title: leavesOut === 'source' ? ranking.sourceName(name) : name,
      stay,
      moved: moved.map(({ group, from, to }) => ({ group: mention(desk.view.catalogue, group), from, to })),
    };
  };
  const bySource = heardSources(ranking).map((id) =>
    vary('source', id, rankFor(desk, organisation, { ...search, hide: [...(search.hide ?? []), id] }).ranked),
  );
  const byFactor = ranked.factors.map(({ name }) => vary('factor', name, withoutFactor(ranked, name)));
  return {
    organisation,
    asOf,
    top,
    variations: [...bySource, ...byFactor].toSorted(
      (one, other) =>
        one.stay - other.stay || other.moved.length - one.moved.length || compareText(one.name, other.name),
    ),
    thin: thinGrounds(ranked.groups.slice(0, top), asOf).map((ground) => thinMatch(ranking, ground)),
  };
}

/** Ids of the sources that say anything of whom groups attack. */
function heardSources({ victimology }: Ranking): readonly string[] {
  return [
    ...new Set(victimology.groups.flatMap(({ claims }) => claims.map(({ source }) => source))),
  ].toSorted(compareText);
}

function thinMatch({ testimony }: Ranking, { group, factor, claim, age }: ThinGround): ThinMatch {
  const { label, by } = claimGround(testimony, claim);
  return {
    group: mention(testimony.catalogue, group),
    factor,
    says: label,
    teller: by,
    published: claim.published,
    age,
  };
}
