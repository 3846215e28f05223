import type { Profile } from '../../analysis/index.ts';
import { csv } from '../csv.ts';
import type { CsvValue } from '../csv.ts';
import { sayNames } from '../../draw/index.ts';

/** Heads of {@link profileRows}. */
export const PROFILE_HEADS = [
  'technique',
  'name',
  'tactics',
  'score',
  'status',
  'reason',
  'use',
  'through',
  'told as',
  'first evidence',
  'last evidence',
  'sources',
  'publishers',
  'citation',
  'address',
  'sentence',
] as const;

/** A row for each technique of a profile, in its order; several values of a cell are separated by `; `. */
export function profileRows({ techniques, tactics }: Profile): readonly (readonly CsvValue[])[] {
  return techniques.map((each) => [
    each.technique.label || each.technique.id,
    each.technique.name,
    sayNames(
      tactics.filter(({ techniques: ids }) => ids.includes(each.technique.id)).map(({ tactic }) => tactic),
      '; ',
    ),
    each.score,
    each.status,
    each.reason,
    each.use,
    sayNames(each.through, '; '),
    each.toldAs?.join('; '),
    each.first?.date,
    each.last?.date,
    each.publishers.length,
    each.publishers.join('; '),
    each.citation?.name,
    each.citation?.url,
    each.sentence,
  ]);
}

/** A profile's techniques as CSV. */
export function profileCsv(profile: Profile): string {
  return csv(PROFILE_HEADS, profileRows(profile));
}
