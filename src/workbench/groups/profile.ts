import type { NameClaim, ProfileAnswer, ProfileQuestion } from '../../answers/index.ts';
import { aliasesOf, distinctClaimants, profileOf } from '../../analysis/index.ts';
import type { ProfileOptions } from '../../analysis/index.ts';
import { readEvidence } from '../../stix/index.ts';
import { DEFENCE_KINDS } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import { dayOrLastChange } from '../names/asked-day.ts';
import { findAdversary } from '../names/find-adversary.ts';
import { relevanceUnsaid } from '../techniques/defences.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import type { Answered } from '../use-case.ts';
import { victimsKnown } from './victims-known.ts';

/** How to make a profile; {@link ProfileOptions} says what each is. */
export type ProfileSearch = Pick<ProfileOptions, 'policy' | 'derived'> & Pick<ProfileQuestion, 'asOf'>;

/**
 * How a group works, scored and with its evidence.
 *
 * @throws FoeprintError W601–W603 when the name does not lead to a group, W608 for a day that is none
 */
export function groupProfile(
  desk: Desk,
  name: string,
  { asOf, ...search }: ProfileSearch = {},
): Answered<ProfileAnswer> {
  const { term, notes } = findAdversary(desk, name);
  const victims = victimsKnown(desk, term);
  const profile = profileOf(sourcedFactsOf(desk), term, {
    ...search,
    asOf: dayOrLastChange(desk, asOf),
    aliases: otherNames(desk, term),
    victims,
  });
  return { answer: profile, notes: [...notes, ...notesOn(desk, term, profile)] };
}

/** What is not known and why, so that nobody takes it for there being nothing; and what is known where techniques are not. */
function notesOn(desk: Desk, term: number, { techniques }: ProfileAnswer): readonly string[] {
  if (techniques.length > 0) return DEFENCE_KINDS.flatMap((kind) => relevanceUnsaid(desk, kind, term));
  return ['No source reports techniques of it.'];
}

/** The names of the group, and of entries in other sources that are claimed to be the same, and by nobody to be another. */
export function otherNames({ view }: Desk, group: number): readonly NameClaim[] {
  const id = view.catalogue.id(group);
  const { bearers, related, links } = aliasesOf(view, id, readEvidence);
  const same = new Set(
    links.filter(({ verdict }) => verdict === 'same').flatMap(({ one, other }) => [one, other]),
  );
  const claims = new Map<string, NameClaim>();
  for (const { thing, names } of [...bearers, ...related]) {
    if (thing.id !== id && !same.has(thing.id)) continue;
    for (const { name, claimants } of names) {
      const before = claims.get(name)?.claimants ?? [];
      claims.set(name, { name, claimants: distinctClaimants([...before, ...claimants]) });
    }
  }
  claims.delete(view.catalogue.name(group));
  return [...claims.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
