import { mention } from '../../../analysis/index.ts';
import type { GivenReport } from '../../../answers/index.ts';
import type { Knowledge } from '../../../desk/index.ts';
import { FoeprintError, hasType } from '../../../facts/index.ts';
import { typesOf } from '../../../threat/index.ts';
import { findOne } from '../../names/find-one.ts';
import { whoseOf, type Suggested, type Whose } from './suggested.ts';
import { techniquesCalled } from '../technique-ids.ts';

type Mentioned = GivenReport['mentions'][number];

/** STIX types of what a field can name; a report’s group may be any adversary. */
const TYPES: Readonly<Record<Mentioned['kind'], readonly string[]>> = {
  group: [...typesOf('group'), ...typesOf('actor')],
  software: typesOf('software'),
  technique: typesOf('technique'),
  campaign: typesOf('campaign'),
};

const SUBJECTS = [...TYPES.group, ...TYPES.campaign];

/** What the fields of a report come to. */
export interface FieldsRead {
  readonly suggestions: readonly Suggested[];
  /** What they name that is nothing in view, each once. */
  readonly unknown: readonly string[];
}

/** Uses that a report gives in fields of its format. What it gives of nobody in particular is of the one group or campaign that it names. */
export function fieldSuggestions(desk: Knowledge['view'], { mentions }: GivenReport): FieldsRead {
  const find = finder(desk);
  const found = mentions.map((mentioned) => {
    const { id, name, kind } = mentioned;
    return {
      mentioned,
      terms: find(id ?? name, kind === 'group' || kind === 'campaign' ? SUBJECTS : TYPES[kind]),
    };
  });
  const named = found.filter(({ mentioned }) => mentioned.kind === 'group');
  const actors = named.length > 0 ? named : found.filter(({ mentioned }) => mentioned.kind === 'campaign');
  const anybody = whoseOf(actors.flatMap(({ terms }) => terms));
  const used = found.filter(({ mentioned: { kind } }) => kind === 'technique' || kind === 'software');
  return {
    unknown: [
      ...new Set(
        found.flatMap(({ mentioned: { id, name }, terms }) =>
          terms.length > 0 ? [] : id === undefined || id === name ? name : `${id} ${name}`,
        ),
      ),
    ],
    suggestions: used.flatMap(({ mentioned: { group, sentence }, terms }) => {
      const given = group === undefined ? undefined : whoseOf(find(group, SUBJECTS));
      const whose: Whose = given?.subject === undefined ? anybody : given;
      return terms.map((term): Suggested => ({
        relation: 'uses',
        ...whose,
        object: mention(desk.view.catalogue, term),
        statedBy: ['field'],
        probability: 1,
        tier: given?.subject === undefined ? 'review' : 'accept',
        places: [],
        fields: sentence === '' ? [] : [sentence],
      }));
    }),
  };
}

/** Things in view by number, STIX id or name; none where nothing, or more than one thing, is called so. */
function finder({
  view,
  base,
}: Knowledge['view']): (called: string, types: readonly string[]) => readonly number[] {
  const { catalogue } = view;
  const techniques = techniquesCalled({ view, base });
  const known = new Map<string, readonly number[]>();
  const look = (called: string, types: readonly string[]): readonly number[] => {
    if (types === TYPES.technique) {
      const byNumber = techniques(called);
      if (byNumber.length > 0) return byNumber;
    }
    try {
      const { term } = findOne(view, called, types);
      const live = catalogue.isWithdrawn(term) ? catalogue.successor(term) : term;
      return live !== undefined && hasType(catalogue, live, types) ? [live] : [];
    } catch (error) {
      if (error instanceof FoeprintError) return [];
      throw error;
    }
  };
  return (called, types) => {
    const key = `${types.join(' ')} ${called}`;
    const found = known.get(key) ?? look(called, types);
    known.set(key, found);
    return found;
  };
}
