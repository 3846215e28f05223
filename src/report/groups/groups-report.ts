import { heading, paragraph, table } from '../../render/index.ts';
import type { Block, Document } from '../../render/index.ts';
import type { GroupsFound, GroupsLike } from '../../workbench/index.ts';
import type { KeywordMatch } from '../../analysis/index.ts';
import { count, labelCell, nameCell } from '../words.ts';

/** Groups found by keywords, with where each keyword stands. */
export function groupsReport(answer: GroupsFound, notices: readonly string[]): Document {
  return { title: groupsTitle(answer), blocks: groupsBlocks(answer), notices };
}

/** Title of the answer: how many groups, for which keywords. */
export function groupsTitle({ keywords, any, groups }: GroupsFound): string {
  const asked = keywords.map((keyword) => `“${keyword}”`).join(any ? ' or ' : ' and ');
  return `${count(groups.length, 'group')} for ${asked}`;
}

/** The groups found, as a table. */
export function groupsBlocks({ groups }: GroupsFound): readonly Block[] {
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
        labelCell(group),
        nameCell(group),
        aliases.join(', '),
        excerptsOf(matches),
      ]),
    ),
  ];
}

/** The groups as a section of a larger report. */
export function groupsSection(answer: GroupsFound): readonly Block[] {
  return [heading(2, groupsTitle(answer)), ...groupsBlocks(answer)];
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

/** Groups found by what is told of their victims, with who tells it, and how many could not be found so. */
export function groupsLikeReport(answer: GroupsLike, notices: readonly string[]): Document {
  const { asked, keywords, any, activeSince, groups, unknown } = answer;
  const wanted = [
    ...asked.map(({ kind, says }) => `${kind} ${says}`),
    ...(activeSince === '' ? [] : [`active since ${activeSince}`]),
    ...(keywords.length === 0 ? [] : [keywords.map((word) => `“${word}”`).join(any ? ' or ' : ' and ')]),
  ];
  return {
    title: `${count(groups.length, 'group')} for ${wanted.join(', ')}`,
    blocks: [
      ...(groups.length === 0
        ? [paragraph('No group in view is told to be so.')]
        : [
            table(
              ['Group', 'Name', 'Last seen', 'Told by'],
              groups.map(({ group, lastSeen, traits, matches }) => [
                labelCell(group),
                nameCell(group),
                lastSeen === '' ? '–' : lastSeen,
                [...traits.map(sayTellers), ...(matches.length === 0 ? [] : [excerptsOf(matches)])].join(
                  '; ',
                ),
              ]),
            ),
          ]),
      ...unknown.map(({ kind, groups: unknownOf }) =>
        paragraph(
          `Of ${count(unknownOf, 'group')} no ${kind} is known: they may belong here and cannot be found.`,
        ),
      ),
    ],
    notices,
  };
}

/** Tellers named for one trait. */
const TELLERS = 2;

function sayTellers({ label, isSuspected, claims }: GroupsLike['groups'][number]['traits'][number]): string {
  const tellers = [...new Set(claims.map(({ by }) => by))];
  const rest = tellers.length - TELLERS;
  return `${label}${isSuspected ? ' (suspected)' : ''}: ${tellers.slice(0, TELLERS).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
