import {
  claimedValues,
  eachKind,
  mention,
  sayTrait,
  seenOf,
  TRAIT_KINDS,
  unknownIn,
} from '../analysis/index.ts';
import type {
  GroupVictims,
  Mention,
  SeenDate,
  Testimony,
  TraitClaim,
  TraitKind,
  UnknownCounts,
} from '../analysis/index.ts';
import { compareText } from '../text/index.ts';
import { noticesOf, type Desk } from '../desk/index.ts';
import { findAdversary } from './profile.ts';
import { testimonyOf } from './testimony.ts';
import { claimGround, dateGround, type Ground } from './threats.ts';
import { victimologyIn } from './victimology.ts';
import { victimsKnown } from './victims-known.ts';

/** Whom an adversary attacks, why, from where and when, with everyone who says so. */
export interface VictimsAnswer {
  readonly group: Mention;
  readonly traits: readonly TraitAnswer[];
  /** When it is said to have been first and last seen, by everyone who says so: oldest first, where they differ each apart. */
  readonly activity: readonly ActivityAnswer[];
  /** First and last time that it was seen, of all that is told or reported; empty where nothing is. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly reports: number;
  readonly notes: readonly string[];
  readonly notices: readonly string[];
}

/** One value of a kind of trait, e.g. the sector telecommunications, and who claims it. */
export interface TraitAnswer {
  readonly kind: TraitKind;
  /** Name in the vocabulary, or ISO code. */
  readonly value: string;
  readonly says: string;
  /** Whether nobody holds it for certain: every telling hedges, `suspected`. */
  readonly isSuspected: boolean;
  readonly claims: readonly Ground[];
}

/** A date on which a group is said to have been seen, and who says so. */
export interface ActivityAnswer {
  readonly end: SeenDate['end'];
  /** `2020`, `2020-06` or `2020-06-17`. */
  readonly date: string;
  readonly claims: readonly Ground[];
}

/** @throws FoeprintError W601–W603, W628 when the name does not lead to an adversary */
export function victimsOf(desk: Desk, name: string): VictimsAnswer {
  const { term, notes } = findAdversary(desk, name);
  const testimony = testimonyOf(desk);
  const victims = victimsKnown(desk, term);
  const { firstSeen = '', lastSeen = '' } = seenOf(victims);
  return {
    group: mention(desk.view.catalogue, term),
    traits: TRAIT_KINDS.flatMap((kind) =>
      claimedValues(victims, kind).map(({ value, claims }) => traitAnswer(testimony, kind, value, claims)),
    ),
    activity: activityOf(testimony, victims),
    firstSeen,
    lastSeen,
    reports: victims.reports.length,
    notes,
    notices: noticesOf(desk),
  };
}

/** A value of a trait with all that is said for it. */
export function traitAnswer(
  testimony: Testimony,
  kind: TraitKind,
  value: string,
  claims: readonly TraitClaim[],
): TraitAnswer {
  return {
    kind,
    value,
    says: sayTrait(kind, value),
    isSuspected: claims.every(({ confidence }) => confidence === 'suspected'),
    claims: claims.map((claim) => claimGround(testimony, claim)),
  };
}

function activityOf(testimony: Testimony, { dates }: GroupVictims): readonly ActivityAnswer[] {
  const told = new Map<string, { end: SeenDate['end']; date: string; claims: Ground[] }>();
  for (const seen of dates) {
    const { end, date } = seen;
    const key = `${end} ${date}`;
    const known = told.get(key) ?? { end, date, claims: [] };
    known.claims.push(dateGround(testimony, seen));
    told.set(key, known);
  }
  return [...told.values()].toSorted(
    (one, other) => compareText(one.end, other.end) || compareText(one.date, other.date),
  );
}

/** Of how many groups something is known, and by whom. */
export interface VictimologyCoverage {
  /** Live groups. */
  readonly groups: number;
  readonly unknown: UnknownCounts;
  /** Source by source, for how many groups it says something of each kind. */
  readonly sources: readonly {
    readonly source: string;
    readonly known: Readonly<Record<TraitKind, number>>;
  }[];
}

/** For how many live groups something of each kind is known, by any source and by each. */
export function victimologyCoverage(desk: Desk): VictimologyCoverage {
  const victimology = victimologyIn(desk);
  const knownBy = (source: string): Readonly<Record<TraitKind, number>> =>
    eachKind(
      (kind) =>
        victimology.groups.filter(({ claims }) =>
          claims.some((claim) => claim.kind === kind && claim.source === source),
        ).length,
    );
  return {
    groups: victimology.groups.length,
    unknown: unknownIn(victimology),
    sources: desk.view.sources
      .map(({ id, name }) => ({ source: name, known: knownBy(id) }))
      .filter(({ known }) => Object.values(known).some((count) => count > 0)),
  };
}
