import type { FoundGroup, GroupsAnswer } from '../../answers/index.ts';
import { matchKeywords, mention, type KeywordSearch } from '../../analysis/index.ts';
import { errorOf } from '../../facts/index.ts';
import { descriptionOf } from '../../stix/index.ts';
import { typesOf } from '../../threat/index.ts';
import type { Reading } from '../../desk/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { rawOf } from '../raw-of.ts';

/**
 * Groups by keywords in their name, aliases and description: all of the keywords, or any; whatever their case;
 * as whole words or (the default) as beginnings of words. In order of their ATT&CK ids.
 *
 * @throws FoeprintError W606 without a keyword
 */
export function findGroups(desk: Reading, search: KeywordSearch): GroupsAnswer {
  const keywords = search.keywords.map((keyword) => keyword.trim()).filter((keyword) => keyword !== '');
  if (keywords.length === 0) throw errorOf(WORKBENCH_ISSUES.noKeyword, 'No keyword was given.');
  const { catalogue, selection } = desk.view;
  const groups = catalogue.ofType(typesOf('group'), selection.withdrawn).map((term): FoundGroup => {
    const { name, aliases } = catalogue.entry(term);
    const fields = [
      { name: 'name', text: name } as const,
      ...aliases.map((alias) => ({ name: 'alias', text: alias }) as const),
      { name: 'description', text: descriptionOf(rawOf(desk.view, term)) } as const,
    ];
    const matches = matchKeywords(fields, { ...search, keywords });
    return { group: mention(catalogue, term), aliases, matches, traits: [] };
  });
  return {
    asked: [],
    keywords,
    any: search.any ?? false,
    activeSince: '',
    groups: groups.filter(({ matches }) => matches.length > 0),
    unknown: [],
  };
}
