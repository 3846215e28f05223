import { tally } from '../../text/index.ts';
import type { ChangedThing, KindDiff } from '../../answers/index.ts';

/** From how many things on a change that most have is named once. */
const MANY = 20;

/** A field that changed in more than half of many things says little of each: it is named once. */
export function commonChanges(changed: readonly ChangedThing[]): Pick<KindDiff, 'common'> {
  const times = tally(changed.flatMap(({ fields }) => fields.map(({ label }) => label)));
  const fields = [...times]
    .map(([label, things]) => ({ label, things }))
    .filter(({ things }) => things >= MANY && things > changed.length / 2);
  if (fields.length === 0) return {};
  const common = new Set(fields.map(({ label }) => label));
  const others = changed.filter((each) => each.fields.some(({ label }) => !common.has(label))).length;
  return { common: { fields, others, nothingElse: changed.length - others } };
}
