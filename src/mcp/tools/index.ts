import type { Tool } from '../tool.ts';
import { diffReleases } from './changes/diff-releases.ts';
import { exportArtifact } from './changes/export-artifact.ts';
import { compareGroups } from './groups/compare-groups.ts';
import { profileGroup } from './groups/profile-group.ts';
import { explain } from './knowledge/explain.ts';
import { find } from './knowledge/find.ts';
import { knowledgeStatus } from './knowledge/status.ts';
import { coverageGaps } from './organisation/coverage-gaps.ts';
import { planDefences } from './organisation/plan-defences.ts';
import { rankThreats } from './organisation/rank-threats.ts';
import { sectorOverlap } from './organisation/sector-overlap.ts';
import { extractTechniques } from './reports/extract-techniques.ts';
import { readReport } from './reports/read-report.ts';
import { recordAssertion } from './reports/record-assertion.ts';
import { reviewSuggestion } from './reports/review-suggestion.ts';
import { getTechnique } from './techniques/get-technique.ts';
import { triageTechniques } from './techniques/triage-techniques.ts';

/** Every tool, in the order in which they are listed. */
export const TOOLS: readonly Tool[] = [
  knowledgeStatus,
  find,
  profileGroup,
  explain,
  getTechnique,
  compareGroups,
  rankThreats,
  triageTechniques,
  extractTechniques,
  coverageGaps,
  planDefences,
  diffReleases,
  sectorOverlap,
  readReport,
  exportArtifact,
];

/** Tools that change the home, which are there only where that is allowed. */
export const WRITING_TOOLS: readonly Tool[] = [recordAssertion, reviewSuggestion];
