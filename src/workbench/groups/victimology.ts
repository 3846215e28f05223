import { victimologyOf, type Victimology } from '../../analysis/index.ts';
import { fromUtf8, keptFor, toUtf8 } from '../../text/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import type { Desk } from '../../desk/index.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';

/** Name under which it is kept beside the knowledge; a change of what is read makes a new one. */
const KEPT = 'victimology 4';

/**
 * What all sources in view report of groups' victims, motives, origins and activity. It is read once for a view
 * and kept beside it: reading thousands of reports takes most of a second.
 */
export const victimologyIn = keptFor((desk: Desk): Victimology => recalled(desk.view) ?? derivedFacts(desk));

function recalled(view: KnowledgeView): Victimology | undefined {
  const bytes = view.recall(KEPT);
  if (bytes === undefined) return undefined;
  const kept: unknown = JSON.parse(fromUtf8(bytes));
  return isVictimology(kept) ? kept : undefined;
}

/** What is kept was written here, under a name that changes with its form: its outline is enough to know it by. */
function isVictimology(kept: unknown): kept is Victimology {
  return typeof kept === 'object' && kept !== null && 'groups' in kept && Array.isArray(kept.groups);
}

function derivedFacts(desk: Desk): Victimology {
  const victimology = victimologyOf(sourcedFactsOf(desk));
  desk.view.remember(KEPT, () => toUtf8(JSON.stringify(victimology)));
  return victimology;
}
