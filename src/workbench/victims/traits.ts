import type { TraitsAnswer, TraitsQuestion } from '../../answers/index.ts';
import { eachKind, traitCounts, unknownIn } from '../../analysis/index.ts';
import type { Desk } from '../../desk/index.ts';
import { claimedBy } from './claimed-by.ts';
import { victimologyIn } from '../groups/victimology.ts';
import { restingOn } from '../resting-on.ts';
import type { Answered } from '../use-case.ts';

/** What groups are documented with, and how many with each. */
export function traitsCounted(desk: Desk, { kind }: Partial<TraitsQuestion> = {}): Answered<TraitsAnswer> {
  const victimology = victimologyIn(desk);
  const unknown = unknownIn(victimology);
  const answer = {
    groups: victimology.groups.length,
    traits: traitCounts(victimology, kind === undefined ? undefined : [kind]),
    unknown: eachKind((each) => unknown[each]),
  };
  // It counts groups without naming them.
  return { answer, restsOn: restingOn(desk.view, () => claimedBy(desk, victimology)), notes: [] };
}
