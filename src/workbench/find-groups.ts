import type { Mention } from '../answers/index.ts';
import type { KeywordMatch, KeywordSearch } from '../analysis/index.ts';
import { matchKeywords, mention } from '../analysis/index.ts';
import { FoeprintError, issueOf } from '../facts/index.ts';
import { descriptionOf } from '../stix/index.ts';
import { typesOf } from '../threat/index.ts';
import type { Reading } from '../desk/index.ts';
import { WORKBENCH_ISSUES } from './issues.ts';

/** Groups that keywords lead to. */
export interface GroupsFound {
  readonly keywords: readonly string[];
  readonly any: boolean;
  readonly groups: readonly GroupFound[];
}

/** A group, and what of it the keywords matched. */
export interface GroupFound {
  readonly group: Mention;
  readonly aliases: readonly string[];
  /** Where each keyword was found. */
  readonly matches: readonly KeywordMatch[];
}

/**
 * Groups by keywords in their name, aliases and description: all of the keywords, or any; whatever their case;
 * as whole words or (the default) as beginnings of words. In order of their ATT&CK ids.
 *
 * @throws FoeprintError W606 without a keyword
 */
export function findGroups(desk: Reading, search: KeywordSearch): GroupsFound {
  const keywords = search.keywords.map((keyword) => keyword.trim()).filter((keyword) => keyword !== '');
  if (keywords.length === 0)
    throw new FoeprintError([issueOf(WORKBENCH_ISSUES.noKeyword, 'No keyword was given.')]);
  const { catalogue, selection } = desk.view;
  const groups = catalogue.ofType(typesOf('group'), selection.withdrawn).map((term) => {
    const { name, aliases, stored } = catalogue.entry(term);
    const fields = [
      { name: 'name', text: name },
      ...aliases.map((alias) => ({ name: 'alias', text: alias })),
      { name: 'description', text: stored === undefined ? '' : descriptionOf(desk.view.object(stored).raw) },
    ];
    return {
      group: mention(catalogue, term),
      aliases,
      matches: matchKeywords(fields, { ...search, keywords }),
    };
  });
  return { keywords, any: search.any ?? false, groups: groups.filter(({ matches }) => matches.length > 0) };
}
