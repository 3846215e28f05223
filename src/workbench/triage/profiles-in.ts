import { triageProfilesOf, useIndexOf, type TriageProfiles } from '../../analysis/index.ts';
import { keptFor } from '../../text/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { evidenceAt } from '../read-evidence.ts';

/** The profiles of all groups in a view. Making them takes most of a second, so they are kept with it. */
export const profilesIn = keptFor((view: KnowledgeView): TriageProfiles =>
  triageProfilesOf(
    useIndexOf({
      catalogue: view.catalogue,
      reported: view.facts,
      evidence: (stored) => evidenceAt(view, stored),
    }),
  ),
);
