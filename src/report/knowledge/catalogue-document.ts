import { paragraph, table, type Document } from '../../render/index.ts';
import type { ListAnswer } from '../../answers/index.ts';
import { labelCell, nameCell } from '../words.ts';

/** A catalogue as a table. */
export function catalogueDocument({ catalogue, things }: ListAnswer): Document {
  const hasLabels = things.some(({ label }) => label !== '');
  const hasAliases = things.some(({ aliases }) => aliases.length > 0);
  return {
    title: `${things.length} ${catalogue}`,
    blocks:
      things.length === 0
        ? [paragraph('None is in view.')]
        : [
            table(
              [...(hasLabels ? ['Id'] : ['STIX id']), 'Name', ...(hasAliases ? ['Aliases'] : [])],
              things.map((thing) => [
                hasLabels ? labelCell(thing) : thing.id,
                nameCell(thing),
                ...(hasAliases ? [thing.aliases.join(', ')] : []),
              ]),
            ),
          ],
  };
}
