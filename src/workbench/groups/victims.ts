import { TRAIT_KINDS } from '../../answers/index.ts';
import type {
  ActivityDate,
  Ground,
  Trait,
  TraitKind,
  VictimologyAnswer,
  VictimsAnswer,
} from '../../answers/index.ts';
import {
  claimedValues,
  claimGround,
  dateGround,
  eachKind,
  mention,
  sayTrait,
  seenOf,
  unknownIn,
} from '../../analysis/index.ts';
import type { GroupVictims, SeenDate, SourcedFacts, TraitClaim } from '../../analysis/index.ts';
import { compareText } from '../../text/index.ts';
import type { Desk } from '../../desk/index.ts';
import { dayOrLastChange } from '../names/asked-day.ts';
import { findAdversary } from '../names/find-adversary.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import type { Answered } from '../use-case.ts';
import { victimologyIn } from './victimology.ts';
import { victimsKnown } from './victims-known.ts';

/** @throws FoeprintError W601–W603, W628 when the name does not lead to an adversary */
export function victimsOf(desk: Desk, name: string): Answered<VictimsAnswer> {
  const { term, notes } = findAdversary(desk, name);
  const sourced = sourcedFactsOf(desk);
  const victims = victimsKnown(desk, term);
  const { firstSeen = '', lastSeen = '' } = seenOf(victims);
  const answer = {
    group: mention(desk.view.catalogue, term),
    traits: TRAIT_KINDS.flatMap((kind) =>
      claimedValues(victims, kind).map(({ value, claims }) => traitAnswer(sourced, kind, value, claims)),
    ),
    activity: activityOf(sourced, victims),
    firstSeen,
    lastSeen,
    asOf: dayOrLastChange(desk, undefined),
    reports: victims.reports.length,
  };
  return { answer, notes };
}

/** A value of a trait, with all claims of it. */
export function traitAnswer(
  sourced: SourcedFacts,
  kind: TraitKind,
  value: string,
  claims: readonly TraitClaim[],
): Trait {
  return {
    kind,
    value,
    label: sayTrait(kind, value),
    isSuspected: claims.every(({ confidence }) => confidence === 'suspected'),
    claims: claims.map((claim) => claimGround(sourced, claim)),
  };
}

function activityOf(sourced: SourcedFacts, { dates }: GroupVictims): readonly ActivityDate[] {
  const dated = new Map<string, { end: SeenDate['end']; date: string; claims: Ground[] }>();
  for (const seen of dates) {
    const { end, date } = seen;
    const key = `${end} ${date}`;
    const known = dated.get(key) ?? { end, date, claims: [] };
    known.claims.push(dateGround(sourced, seen));
    dated.set(key, known);
  }
  return [...dated.values()].toSorted(
    (one, other) => compareText(one.end, other.end) || compareText(one.date, other.date),
  );
}

/** For how many live groups something of each kind is known, by any source and by each. */
export function victimologyCoverage(desk: Desk): VictimologyAnswer {
  const victimology = victimologyIn(desk);
  const knownBy = (source: string): Readonly<Record<TraitKind, number>> =>
    eachKind(
      (kind) =>
        victimology.groups.filter(({ claims }) =>
          claims.some((claim) => claim.kind === kind && claim.source === source),
        ).length,
    );
  const groups = victimology.groups.length;
  const unknown = unknownIn(victimology);
  return {
    groups,
    known: eachKind((kind) => groups - unknown[kind]),
    unknown: eachKind((kind) => unknown[kind]),
    sources: desk.view.sources
      .map(({ id, name }) => ({ source: name, known: knownBy(id) }))
      .filter(({ known }) => Object.values(known).some((count) => count > 0)),
  };
}
