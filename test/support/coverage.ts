import type { Desk } from '../../src/desk/index.ts';
import { MemoryKnowledgeBase } from '../../src/knowledge/index.ts';
import type { CoverageClaim } from '../../src/threat/index.ts';
import { coverageInView, type CoverageInView } from '../../src/workbench/coverage/counted-coverage.ts';

/** What a file covers, in the release in view. */
export function covered(desk: Desk, ...claims: readonly Partial<CoverageClaim>[]): CoverageInView {
  const held = claims.map((claim) => ({
    claim: { technique: '', level: 1, kind: 'list', file: 'ours.txt', ...claim } as const,
  }));
  return coverageInView({ ...desk, base: new MemoryKnowledgeBase() }, held);
}
