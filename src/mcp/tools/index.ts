import type { Tool } from '../tool.ts';
import { diffReleases } from './changes/diff-releases.ts';
import { compareGroups } from './groups/compare-groups.ts';
import { profileGroup } from './groups/profile-group.ts';
import { explain } from './knowledge/explain.ts';
import { find } from './knowledge/find.ts';
import { knowledgeStatus } from './knowledge/status.ts';
import { coverageGaps } from './organisation/coverage-gaps.ts';
import { planDefences } from './organisation/plan-defences.ts';
import { rankThreats } from './organisation/rank-threats.ts';
import { sectorOverlap } from './organisation/sector-overlap.ts';
import { extractTechniques } from './techniques/extract-techniques.ts';
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
];
