import type { NamesAnswer } from '../../answers/index.ts';
import { paragraph, table, type Document } from '../../render/index.ts';
import { count } from '../../text/index.ts';

/** Things by all their names. */
export function namesDocument({ things }: NamesAnswer): Document {
  return {
    title: `${count(things.length, 'thing')} by name`,
    blocks:
      things.length === 0
        ? [paragraph('None is in view.')]
        : [
            table(
              ['Id', 'Kind', 'Name', 'Other names'],
              things.map(({ key, kind, name, aliases }) => [key, kind, name, aliases.join(', ')]),
            ),
          ],
  };
}
