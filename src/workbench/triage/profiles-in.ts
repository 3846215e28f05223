import { triageProfilesOf, useIndexOf, type TriageProfiles, type UseIndex } from '../../analysis/index.ts';
import { fromUtf8, keptFor, toUtf8 } from '../../text/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { evidenceAt } from '../read-evidence.ts';

/** Name under which the index is kept beside the knowledge; a change of what is read makes a new one. */
const KEPT = 'uses 1';

/** The profiles of all groups in a view, made once for it. All evidence for uses is read once, and kept: that takes most of a second. */
export const profilesIn = keptFor((view: KnowledgeView): TriageProfiles =>
  triageProfilesOf(recalled(view) ?? indexed(view)),
);

function recalled(view: KnowledgeView): UseIndex | undefined {
  const bytes = view.recall(KEPT);
  if (bytes === undefined) return undefined;
  const kept: unknown = JSON.parse(fromUtf8(bytes));
  return isUseIndex(kept) ? kept : undefined;
}

/** What is kept was written here, under a name that changes with its form: its outline is enough to know it by. */
function isUseIndex(kept: unknown): kept is UseIndex {
  return typeof kept === 'object' && kept !== null && 'statements' in kept && 'uses' in kept;
}

function indexed(view: KnowledgeView): UseIndex {
  const index = useIndexOf({
    catalogue: view.catalogue,
    reported: view.facts,
    evidence: (stored) => evidenceAt(view, stored),
  });
  view.remember(KEPT, () => toUtf8(JSON.stringify(index)));
  return index;
}
