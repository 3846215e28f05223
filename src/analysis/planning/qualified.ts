import type { Caveat, Gap, NotPreventable } from '../../answers/index.ts';
import type { Known } from '../../desk/index.ts';
import { defined } from '../../text/index.ts';
import type { CaveatOf } from '../defences.ts';
import { mention } from '../mention.ts';
import { helpingOf, type Helping } from './helping.ts';

/** Something that helps, and how far by the words of its source. */
export interface Qualified extends Helping {
  readonly caveat?: Caveat;
}

/** What mitigates any of these techniques, and how far. */
export function mitigationsOf(
  known: Known,
  open: ReadonlyMap<number, Gap>,
  caveatOf: CaveatOf,
): readonly Qualified[] {
  return helpingOf(known, 'mitigations')
    .filter(({ technique }) => open.has(technique))
    .map((each) => ({ ...each, ...defined({ caveat: caveatOf(each.defence, each.technique) }) }));
}

/** Techniques that cannot be prevented by the words of all that is named against them, that with the most left first. */
export function notPreventable(
  known: Known,
  open: ReadonlyMap<number, Gap>,
  mitigating: readonly Qualified[],
): readonly NotPreventable[] {
  const answered = new Set(
    mitigating.filter(({ caveat }) => caveat?.counts !== 0).map(({ technique }) => technique),
  );
  const found = new Map<number, NotPreventable>();
  for (const { defence, technique, caveat } of mitigating) {
    const gap = open.get(technique);
    if (caveat === undefined || gap === undefined || answered.has(technique) || found.has(technique))
      continue;
    found.set(technique, {
      technique: gap.technique,
      mitigation: mention(known.catalogue, defence),
      sentence: caveat.sentence,
      left: gap.left,
    });
  }
  return [...found.values()].toSorted((one, other) => other.left - one.left);
}
