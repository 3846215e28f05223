import type {
  AskedTrait,
  FoundGroup,
  GroupsAnswer,
  GroupsQuestion,
  Mention,
  Trait,
  TraitKind,
} from '../../answers/index.ts';
import { claimedValues, mention, sayTrait, seenOf, unknownIn } from '../../analysis/index.ts';
import type { GroupVictims } from '../../analysis/index.ts';
import { errorOf, FoeprintError, type Issue } from '../../facts/index.ts';
import { groupedBy } from '../../text/index.ts';
import { VOCABULARIES, type Vocabulary } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import { findGroups } from './find-groups.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { notInVocabulary } from '../names/asked-sectors.ts';
import { traitAnswer } from './victims.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import { victimologyIn } from './victimology.ts';

/** Which groups to find. Of several values of one kind one is enough; of several kinds all are needed. */
export type GroupSearch = Partial<GroupsQuestion>;

/** Whether more is asked for than keywords: those need no rules and no victims, and are found sooner without. */
export function asksForTraits(search: GroupSearch): boolean {
  return search.activeSince !== undefined || READERS.some(({ field }) => (search[field] ?? []).length > 0);
}

/**
 * Groups by sector, country, motive, origin, activity and keywords. A group of which nothing is known of a kind is
 * not found by it; the answer says how many such groups there are.
 *
 * @throws FoeprintError W612 for a word that no vocabulary has, W608 for a date that is none, W606 where nothing is asked for
 */
export function groupsLike(desk: Desk, search: GroupSearch): GroupsAnswer {
  const asked = askedTraits(search);
  const keywords = search.keywords ?? [];
  const activeSince = search.activeSince === undefined ? '' : soundDate(search.activeSince);
  if (asked.length === 0 && activeSince === '' && keywords.length === 0)
    throw errorOf(WORKBENCH_ISSUES.noKeyword, 'Neither a keyword nor a trait was given.');
  const byKeyword = keywords.length === 0 ? undefined : findGroups(desk, { ...search, keywords });
  const found = new Map(byKeyword?.groups.map((group) => [group.group.id, group]));
  const victimology = victimologyIn(desk);
  const like = victimology.groups.flatMap((victims) => {
    const group = mention(desk.view.catalogue, victims.group);
    const keyworded = byKeyword === undefined ? unkeyworded(desk, victims, group) : found.get(group.id);
    const lastSeen = seenOf(victims).lastSeen ?? '';
    if (keyworded === undefined || !hasAll(victims, asked)) return [];
    if (activeSince !== '' && (lastSeen === '' || lastSeen < activeSince)) return [];
    return [{ ...keyworded, lastSeen, traits: traitAnswers(desk, victims, asked) }];
  });
  const kinds = [...new Set(asked.map(({ kind }) => kind))];
  const unknown = unknownIn(victimology);
  return {
    asked,
    keywords,
    any: search.any ?? false,
    activeSince,
    groups: like,
    unknown: kinds.map((kind) => ({ kind, groups: unknown[kind] })),
  };
}

function unkeyworded({ view }: Desk, { group }: GroupVictims, named: Mention): FoundGroup {
  return { group: named, aliases: view.catalogue.entry(group).aliases, matches: [], traits: [] };
}

function hasAll({ claims }: GroupVictims, asked: readonly AskedTrait[]): boolean {
  // A region is a place as a country is: one of the places asked for is enough.
  const slots = groupedBy(asked, ({ kind }) => (kind === 'region' ? 'country' : kind));
  return [...slots.values()].every((wanted) =>
    wanted.some(({ kind, value }) => claims.some((claim) => claim.kind === kind && claim.value === value)),
  );
}

function traitAnswers(desk: Desk, victims: GroupVictims, asked: readonly AskedTrait[]): readonly Trait[] {
  const sourced = sourcedFactsOf(desk);
  return asked.flatMap(({ kind, value }) => {
    const claimed = claimedValues(victims, kind).find((each) => each.value === value);
    return claimed === undefined ? [] : [traitAnswer(sourced, kind, value, claimed.claims)];
  });
}

/** How the words of a field are understood: by which vocabularies, and what they then are. */
const READERS = [
  { field: 'sectors', reads: [['sector', VOCABULARIES.sectors]] },
  {
    field: 'countries',
    reads: [
      ['country', VOCABULARIES.countries],
      ['region', VOCABULARIES.regions],
    ],
  },
  { field: 'motives', reads: [['motive', VOCABULARIES.motives]] },
  { field: 'origins', reads: [['origin', VOCABULARIES.countries]] },
] as const satisfies readonly {
  readonly field: 'sectors' | 'countries' | 'motives' | 'origins';
  readonly reads: readonly (readonly [TraitKind, Vocabulary])[];
}[];

/** @throws FoeprintError W612 for every word that no vocabulary has */
function askedTraits(search: GroupSearch): readonly AskedTrait[] {
  const issues: Issue[] = [];
  const asked = READERS.flatMap(({ field, reads }) =>
    (search[field] ?? []).flatMap((text) => {
      const found = reads
        .map(([kind, { understand }]) => understand(text).map((value) => ({ kind, value })))
        .find((traits) => traits.length > 0);
      if (found === undefined) issues.push(notInVocabulary(text, reads[0][1]));
      return (found ?? []).map(({ kind, value }) => ({ kind, value, label: sayTrait(kind, value) }));
    }),
  );
  if (issues.length > 0) throw new FoeprintError(issues);
  return asked;
}

/** @throws FoeprintError W608 for what is no year, month or day */
function soundDate(text: string): string {
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return text;
  throw errorOf(WORKBENCH_ISSUES.notADay, `“${text}” is no year, month or day.`);
}
