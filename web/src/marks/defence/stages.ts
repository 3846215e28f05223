import type { Level } from '../../kit/matrix-cell.ts';

/** Stages of coverage in the order of their levels. */
const STAGES = ['none', 'log-source', 'rule', 'deployed', 'tested'];

export interface StagePart {
  readonly level: Level;
  /** 0 … 1, of the weight of all techniques. */
  readonly share: number;
  /** Techniques. */
  readonly count: number;
}

/** Techniques by how far their detection has come, from nothing known to tested; shares are 0 where nothing weighs anything. */
export function stageParts(counts: {
  readonly weight: number;
  readonly byStage: Readonly<Record<string, number>>;
  readonly weightByStage: Readonly<Record<string, number>>;
}): readonly StagePart[] {
  return STAGES.map((stage, level) => ({
    level: level as Level,
    share: counts.weight === 0 ? 0 : (counts.weightByStage[stage] ?? 0) / counts.weight,
    count: counts.byStage[stage] ?? 0,
  }));
}
