import { heading, paragraph, table } from '../export/index.ts';
import type { Block, Document } from '../export/index.ts';
import type { GroupsFound } from '../workbench/index.ts';
import type { KeywordMatch } from '../analysis/index.ts';
import { count, labelCell, nameCell } from './words.ts';

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
