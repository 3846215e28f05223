/**
 * How far the detection of a technique has come, the least first; the place is the stage’s number, 0 … 4. A later stage takes in the
 * earlier ones only where something says so: a deployed rule does not show that its log source still arrives.
 */
export const COVERAGE_STAGES = ['none', 'log-source', 'rule', 'deployed', 'tested'] as const;
/** One of {@link COVERAGE_STAGES}. */
export type CoverageStage = (typeof COVERAGE_STAGES)[number];

/** What stages are called in sentences. */
export const STAGE_LABELS: Readonly<Record<CoverageStage, string>> = {
  none: 'nothing known',
  'log-source': 'log source available',
  rule: 'rule to hand',
  deployed: 'deployed',
  tested: 'tested',
};

/** 0 … 4. */
export function stageNumber(stage: CoverageStage): number {
  return COVERAGE_STAGES.indexOf(stage);
}

/** The stage of a number, rounded down. */
export function stageAt(number: number): CoverageStage {
  return COVERAGE_STAGES[Math.max(0, Math.min(COVERAGE_STAGES.length - 1, Math.floor(number)))] ?? 'none';
}

/** `2 rule to hand`: number and words, as tables and layers have it. */
export function sayStage(stage: CoverageStage): string {
  return `${stageNumber(stage)} ${STAGE_LABELS[stage]}`;
}
