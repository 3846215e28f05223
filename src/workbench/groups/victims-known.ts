import { nothingKnown, victimsOfEntry, type GroupVictims } from '../../analysis/index.ts';
import { typesOf } from '../../threat/index.ts';
import type { Desk } from '../../desk/index.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import { victimologyIn } from './victimology.ts';

/** What is reported of an adversary's victims; of a withdrawn group nothing is gathered. */
export function victimsKnown(desk: Desk, term: number): GroupVictims {
  if (!typesOf('group').includes(desk.view.catalogue.entry(term).type))
    return victimsOfEntry(sourcedFactsOf(desk), term);
  return victimologyIn(desk).groups.find(({ group }) => group === term) ?? nothingKnown(term);
}
