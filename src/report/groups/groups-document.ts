import {
  sayMention,
  sayUse,
  type FoundUse,
  type GroupsAnswer,
  type KeywordMatch,
  type Trait,
} from '../../answers/index.ts';
import { heading, paragraph, table, type Block, type Document } from '../../render/index.ts';
import { count, groupedBy } from '../../text/index.ts';
import { sayNewest } from '../say-newest.ts';
import { listed, thingCells } from '../words.ts';

/** Groups found, with what of them was asked for and who says it, and how many could not be found so. */
export function groupsDocument(answer: GroupsAnswer): Document {
  return { title: groupsTitle(answer), blocks: groupsBlocks(answer) };
}

/** The groups as a section of a larger report. */
export function groupsSection(answer: GroupsAnswer): readonly Block[] {
  return [heading(2, groupsTitle(answer)), ...groupsBlocks(answer)];
}

function groupsTitle({
  asked,
  used = [],
  not = [],
  keywords,
  any,
  activeSince,
  groups,
}: GroupsAnswer): string {
  const wanted = [
    ...[...groupedBy(asked, ({ kind }) => kind)].map(
      ([kind, here]) =>
        `${kind} ${listed(
          here.map(({ label }) => label),
          'or',
        )}`,
    ),
    ...used.map((each) => `use of ${sayMention(each)}`),
    ...not.map((each) => `not ${sayMention(each)}`),
    ...(activeSince === '' ? [] : [`active since ${activeSince}`]),
    ...(keywords.length === 0 ? [] : [keywords.map((word) => `“${word}”`).join(any ? ' or ' : ' and ')]),
  ];
  return `${count(groups.length, 'group')} for ${wanted.join(', ')}`;
}

function groupsBlocks(answer: GroupsAnswer): readonly Block[] {
  const isByTrait =
    answer.asked.length > 0 ||
    answer.activeSince !== '' ||
    answer.used !== undefined ||
    answer.not !== undefined;
  return [
    ...(isByTrait ? traitBlocks(answer) : keywordBlocks(answer)),
    ...answer.asked.flatMap(({ label, members }) =>
      members.length === 0
        ? []
        : [
            paragraph(
              `What lies within ${label} counts, too: ${members.map((member) => member.label).join(', ')}.`,
            ),
          ],
    ),
    ...answer.unknown.map(({ kind, groups }) =>
      paragraph(
        `Of ${count(groups, 'group')} no ${kind} is known: they may belong here and cannot be found.`,
      ),
    ),
  ];
}

function keywordBlocks({ groups }: GroupsAnswer): readonly Block[] {
  if (groups.length === 0)
    return [
      paragraph(
        'No group in view has them. One keyword may be enough: --any; or try the beginning of a word.',
      ),
    ];
  return [
    table(
      ['Group', 'Name', 'Aliases', 'Found'],
      groups.map(({ group, aliases, matches }) => [
        ...thingCells(group),
        aliases.join(', '),
        excerptsOf(matches),
      ]),
    ),
  ];
}

function traitBlocks({ groups, asOf = '' }: GroupsAnswer): readonly Block[] {
  if (groups.length === 0) return [paragraph('No group in view is reported to be so.')];
  return [
    table(
      ['Group', 'Name', 'Last report', 'Reported by'],
      groups.map(({ group, lastSeen = '', traits, uses = [], matches }) => [
        ...thingCells(group),
        sayNewest(lastSeen, asOf),
        [
          ...uses.map(sayFound),
          ...sayTraits(traits),
          ...(matches.length === 0 ? [] : [excerptsOf(matches)]),
        ].join('; '),
      ]),
    ),
  ];
}

/** Where keywords were found; an excerpt that shows another keyword too is not repeated for it. */
function excerptsOf(matches: readonly KeywordMatch[]): string {
  const shown: KeywordMatch[] = [];
  for (const match of matches) {
    const isShown = shown.some(
      ({ field, excerpt }) =>
        field === match.field && excerpt.toLowerCase().includes(match.keyword.toLowerCase()),
    );
    if (!isShown) shown.push(match);
  }
  return shown.map(({ field, excerpt }) => `${field}: ${excerpt}`).join(' · ');
}

/** `Digging (T9001) derived through Ferry`. */
function sayFound({ used, use, by }: FoundUse): string {
  return `${sayMention(used)} ${sayUse(use, by.through)}`;
}

/** Claimants named for one trait. */
const MOST_NAMED = 2;

/** Traits of one group that are shown: of a large region it may have dozens. */
const MOST_TRAITS = 5;

function sayTraits(traits: readonly Trait[]): readonly string[] {
  const rest = traits.slice(MOST_TRAITS).map(({ label }) => label);
  return [
    ...traits.slice(0, MOST_TRAITS).map(sayClaimants),
    ...(rest.length === 0 ? [] : [`also ${rest.join(', ')}`]),
  ];
}

function sayClaimants({ label, isSuspected, claims }: Trait): string {
  const claimants = [...new Set(claims.map(({ by }) => by))];
  const rest = claimants.length - MOST_NAMED;
  return `${label}${isSuspected ? ' (suspected)' : ''}: ${claimants.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
