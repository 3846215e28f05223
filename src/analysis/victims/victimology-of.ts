import { typesOf } from '../../threat/index.ts';
import { termsOf, toldRowsOf, type Testimony, type ToldFact } from '../profile/testimony.ts';
import { datesOf, reportsOf } from './activity.ts';
import { namedTerm, TRAIT_RELATIONS, traitsOf, type Trait } from './readings.ts';
import { tellingsOf } from './telling.ts';
import { TRUST_IN_PROSE, type TraitClaim, type Voice } from './trait.ts';
import type { GroupVictims, Victimology } from './victimology.ts';
import { voicesAround, voicesOf } from './voices.ts';

/**
 * What all sources in view say of every live group's victims, motives, origin and activity. Nothing is merged: two
 * sources that say the same are two claims, two that contradict each other stand side by side.
 */
export function victimologyOf(testimony: Testimony): Victimology {
  const read = traitReader(testimony);
  return {
    groups: [...voicesOf(testimony)].map(([group, voices]) => heardFor(testimony, group, voices, read)),
  };
}

/** The same of one adversary that is no group of ATT&CK's: another source's entry, or a campaign. */
export function victimsOfEntry(testimony: Testimony, term: number): GroupVictims {
  return heardFor(testimony, term, voicesAround(testimony, term), traitReader(testimony));
}

function heardFor(
  testimony: Testimony,
  group: number,
  voices: readonly Voice[],
  read: TraitReader,
): GroupVictims {
  return {
    group,
    voices,
    claims: voices
      .flatMap((voice) => claimsOf(testimony, voice, read))
      .toSorted((one, other) => other.strength - one.strength),
    reports: reportsOf(testimony, voices),
    dates: datesOf(testimony, voices),
  };
}

type TraitReader = (relation: string, term: number) => readonly Trait[];

/** Reads every thing once, however many facts lead to it. */
function traitReader(testimony: Testimony): TraitReader {
  const known = new Map<string, readonly Trait[]>();
  return (relation, term) => {
    const key = `${relation} ${term}`;
    const traits = known.get(key) ?? traitsOf(relation, namedTerm(testimony, term));
    known.set(key, traits);
    return traits;
  };
}

function claimsOf(testimony: Testimony, voice: Voice, read: TraitReader): readonly TraitClaim[] {
  const isCampaign = typesOf('campaign').includes(testimony.catalogue.entry(voice.term).type);
  return (
    [...TRAIT_RELATIONS.keys()]
      // Where a campaign was run from is no claim about where the group is at home.
      .filter((relation) => !(isCampaign && relation === 'originates-from'))
      .flatMap((relation) =>
        toldRowsOf(testimony, relation, voice.term).flatMap((row) => {
          const traits = read(relation, termsOf(testimony, { relation, row })[1] ?? -1);
          return traits.length === 0 ? [] : claimsTold(testimony, voice, { relation, row }, traits);
        }),
      )
  );
}

function claimsTold(
  testimony: Testimony,
  voice: Voice,
  fact: ToldFact,
  traits: readonly Trait[],
): readonly TraitClaim[] {
  return tellingsOf(testimony, fact).flatMap((telling) => {
    const strength = voice.trust * (telling.extractedBy === '' ? 1 : TRUST_IN_PROSE);
    return traits.map(({ kind, value }) => ({ ...telling, ...fact, kind, value, voice, strength }));
  });
}
