import type { MappingInView } from '../../answers/index.ts';
import { heading, table, type Block } from '../../render/index.ts';
import { numberColumn } from '../blocks.ts';

/** Ids named before the rest is only counted. */
const NAMED = 5;

/** How techniques of mappings came into the release in view; nothing where there are none. */
export function mappingBlocks(mappings: readonly MappingInView[]): readonly Block[] {
  if (mappings.length === 0) return [];
  const columns = ['Techniques', 'The same in view', 'Carried', 'Not in view'].map(numberColumn);
  return [
    heading(2, 'Mappings'),
    table(
      ['Framework', 'Mapped to ATT&CK', ...columns, 'Which'],
      mappings.map(({ framework, release, techniques, unchanged, moved, lost }) => [
        framework.name,
        release || '–',
        ...[techniques, unchanged, moved.length, lost.length].map(String),
        [
          ...firstFew(moved.map(({ from, to }) => `${from} counts as ${to}`)),
          ...firstFew(lost.map((id) => `${id} is not in view`)),
        ].join(', ') || '–',
      ]),
    ),
  ];
}

function firstFew(texts: readonly string[]): readonly string[] {
  const more = texts.length - NAMED;
  return more > 0 ? [...texts.slice(0, NAMED), `and ${more} more`] : texts;
}
