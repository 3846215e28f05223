import type {
  AskedMember,
  AskedTrait,
  FoundGroup,
  GroupsAnswer,
  Mention,
  Trait,
  TraitKind,
} from '../../answers/index.ts';
import { claimedValues, latestDay, mention, sayTrait, seenOf, unknownIn } from '../../analysis/index.ts';
import type { GroupVictims } from '../../analysis/index.ts';
import { errorOf, FoeprintError, type Issue } from '../../facts/index.ts';
import { groupedBy } from '../../text/index.ts';
import { countriesOf, regionsWithin, sectorsWithin } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import type { Answered } from '../use-case.ts';
import { dayOrLastChange } from '../names/asked-day.ts';
import { findGroups } from './find-groups.ts';
import { askedUses } from './asked-uses.ts';
import { READERS, wordsRead, type GroupSearch } from './group-words.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { notInVocabulary } from '../names/asked-sectors.ts';
import { traitAnswer } from './victims.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import { victimologyIn } from './victimology.ts';

/** Whether more is asked for than keywords: those need no rules and no victims, and are found sooner without. */
export function asksForTraits(question: GroupSearch): boolean {
  const { search } = wordsRead(question);
  return (
    search.activeSince !== undefined ||
    [search.techniques, search.software, search.not].some((names) => (names ?? []).length > 0) ||
    READERS.some(({ field }) => (search[field] ?? []).length > 0)
  );
}

/**
 * Groups by sector, country, motive, origin, activity and keywords. A group of which nothing is known of a kind is
 * not found by it; the answer says how many such groups there are.
 *
 * @throws FoeprintError W612 for a word that no vocabulary has, W608 for a date that is none, W606 where nothing is asked for
 */
export function groupsLike(desk: Desk, question: GroupSearch): Answered<GroupsAnswer> {
  const { search, notes } = wordsRead(question);
  const asked = askedTraits(search);
  const uses = askedUses(desk, search);
  const keywords = search.keywords ?? [];
  const activeSince = search.activeSince === undefined ? '' : soundDate(search.activeSince);
  if (keywords.length === 0 && !asksForTraits(search))
    throw errorOf(WORKBENCH_ISSUES.noKeyword, 'Neither a keyword nor a trait was given.');
  const byKeyword = keywords.length === 0 ? undefined : findGroups(desk, { ...search, keywords });
  const found = new Map(byKeyword?.groups.map((group) => [group.group.id, group]));
  const victimology = victimologyIn(desk);
  const like = victimology.groups.flatMap((victims) => {
    const group = mention(desk.view.catalogue, victims.group);
    const keyworded = byKeyword === undefined ? unkeyworded(desk, victims, group) : found.get(group.id);
    const lastSeen = seenOf(victims).lastSeen ?? '';
    if (keyworded === undefined || !hasAll(victims, asked)) return [];
    const used = uses.of(group.id);
    if (used === undefined) return [];
    if (activeSince !== '' && (lastSeen === '' || latestDay(lastSeen) < activeSince)) return [];
    const traits = traitAnswers(desk, victims, asked);
    return [{ ...keyworded, lastSeen, traits, ...(used.length === 0 ? {} : { uses: used }) }];
  });
  // Countries count for regions: a group of which only countries are known could be found.
  const kinds = [...new Set(asked.map(({ kind }) => (kind === 'region' ? 'country' : kind)))];
  const unknown = unknownIn(victimology);
  const answer = {
    asked,
    ...(uses.used.length === 0 ? {} : { used: uses.used }),
    ...(uses.not.length === 0 ? {} : { not: uses.not }),
    keywords,
    any: search.any ?? false,
    activeSince,
    asOf: dayOrLastChange(desk, undefined),
    groups: like,
    unknown: kinds.map((kind) => ({ kind, groups: unknown[kind] })),
  };
  return { answer, notes: [...notes, ...uses.notes] };
}

function unkeyworded({ view }: Desk, { group }: GroupVictims, named: Mention): FoundGroup {
  return { group: named, aliases: view.catalogue.entry(group).aliases, matches: [], traits: [] };
}

function hasAll({ claims }: GroupVictims, asked: readonly AskedTrait[]): boolean {
  // A region is a place as a country is: one of the places asked for is enough.
  const slots = groupedBy(asked, ({ kind }) => (kind === 'region' ? 'country' : kind));
  return [...slots.values()].every((wanted) =>
    wanted
      .flatMap(counting)
      .some(({ kind, value }) => claims.some((claim) => claim.kind === kind && claim.value === value)),
  );
}

/** What is asked for, and what counts for it. */
function counting({ members, ...asked }: AskedTrait): readonly AskedMember[] {
  return [asked, ...members];
}

function traitAnswers(desk: Desk, victims: GroupVictims, asked: readonly AskedTrait[]): readonly Trait[] {
  const sourced = sourcedFactsOf(desk);
  const wanted = new Map(asked.flatMap(counting).map((each) => [`${each.kind} ${each.value}`, each]));
  return [...wanted.values()].flatMap(({ kind, value }) => {
    const claimed = claimedValues(victims, kind).find((each) => each.value === value);
    return claimed === undefined ? [] : [traitAnswer(sourced, kind, value, claimed.claims)];
  });
}

/** @throws FoeprintError W612 for every word that no vocabulary has */
function askedTraits(search: GroupSearch): readonly AskedTrait[] {
  const issues: Issue[] = [];
  const asked = READERS.flatMap(({ field, reads }) =>
    (search[field] ?? []).flatMap((text) => {
      const found = reads
        .map(([kind, { understand }]) => understand(text).map((value) => ({ kind, value })))
        .find((traits) => traits.length > 0);
      if (found === undefined) issues.push(notInVocabulary(text, reads[0][1]));
      return (found ?? []).map(({ kind, value }) => ({
        ...labelled(kind, value),
        members: membersOf(kind, value).map((member) => labelled(member.kind, member.value)),
      }));
    }),
  );
  if (issues.length > 0) throw new FoeprintError(issues);
  return asked;
}

function labelled(kind: TraitKind, value: string): AskedMember {
  return { kind, value, label: sayTrait(kind, value) };
}

function membersOf(
  kind: TraitKind,
  value: string,
): readonly { readonly kind: TraitKind; readonly value: string }[] {
  if (kind === 'sector') return sectorsWithin(value).map((name) => ({ kind, value: name }));
  if (kind !== 'region') return [];
  return [
    ...regionsWithin(value).map((name) => ({ kind, value: name })),
    ...countriesOf(value).map((code) => ({ kind: 'country' as const, value: code })),
  ];
}

/** @throws FoeprintError W608 for what is no year, month or day */
function soundDate(text: string): string {
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return text;
  throw errorOf(WORKBENCH_ISSUES.notADay, `“${text}” is no year, month or day.`);
}
