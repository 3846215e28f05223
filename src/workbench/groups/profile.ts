import { TRAIT_KINDS, type NameClaim, type ProfileAnswer } from '../../answers/index.ts';
import {
  ADVERSARY_TYPES,
  aliasesOf,
  claimedValues,
  distinctClaimants,
  lastChangeIn,
  profileOf,
  sayTrait,
} from '../../analysis/index.ts';
import type { ProfileOptions } from '../../analysis/index.ts';
import { errorOf } from '../../facts/index.ts';
import { readEvidence } from '../../stix/index.ts';
import { isDay } from '../../text/index.ts';
import { DEFENCE_KINDS, typesOf } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import { findOne } from '../names/find-one.ts';
import { relevanceUnsaid } from '../techniques/defences.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import type { Answered } from '../use-case.ts';
import { victimsKnown } from './victims-known.ts';

/** How to make a profile; {@link ProfileOptions} says what each is. */
export interface ProfileSearch extends Pick<ProfileOptions, 'policy' | 'derived'> {
  /** Day from which ages count, `2025-10-28`. Default: when what is in view was last changed. */
  readonly asOf?: string | undefined;
}

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
  const profile = profileOf(sourcedFactsOf(desk), term, {
    ...search,
    asOf: dayOrLastChange(desk, asOf),
    aliases: otherNames(desk, term),
  });
  return { answer: profile, notes: [...notes, ...notesOn(desk, term, profile)] };
}

/** What is not known and why, so that nobody takes it for there being nothing; and what is known where techniques are not. */
function notesOn(desk: Desk, term: number, { techniques }: ProfileAnswer): readonly string[] {
  if (techniques.length > 0) return DEFENCE_KINDS.flatMap((kind) => relevanceUnsaid(desk, kind, term));
  const traits = TRAIT_KINDS.flatMap((kind) => {
    const values = claimedValues(victimsKnown(desk, term), kind).map(({ value }) => sayTrait(kind, value));
    return values.length === 0 ? [] : [`${kind}: ${values.join(', ')}`];
  });
  return [
    'No source reports techniques of it.',
    ...(traits.length === 0
      ? []
      : [`Reported of it (\`foeprint victims\` says by whom): ${traits.join('; ')}.`]),
  ];
}

/** The names of the group, and of entries in other sources that are claimed to be the same, and by nobody to be another. */
function otherNames({ view }: Desk, group: number): readonly NameClaim[] {
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

/**
 * A group, a threat actor that another source describes, or a campaign.
 *
 * @throws FoeprintError W601–W603, W628 when the name does not lead to one
 */
export function findAdversary(desk: Desk, name: string): ReturnType<typeof findOne> {
  return findOne(desk.view, name, ADVERSARY_TYPES);
}

/**
 * A group of those that are ranked.
 *
 * @throws FoeprintError W601–W603, W628 when the name does not lead to one
 */
export function findGroup(desk: Desk, name: string): ReturnType<typeof findOne> {
  return findOne(desk.view, name, typesOf('group'));
}

/** The day given, or when the knowledge in view was last changed; of knowledge without any date, the day its newest source was loaded. */
export function dayOrLastChange(desk: Desk, day: string | undefined): string {
  if (day !== undefined) return soundDay(day);
  const loaded = desk.view.sources.map(({ loadedAt }) => loadedAt.slice(0, 10)).toSorted();
  return lastChangeIn(desk.view) ?? loaded.at(-1) ?? '';
}

/** @throws FoeprintError W608 for a text that names no day */
export function soundDay(text: string): string {
  if (isDay(text)) return text;
  throw errorOf(WORKBENCH_ISSUES.notADay, `“${text}” is not a day of the calendar.`);
}
