import { cellFinder, light, type Layer } from '../../threat/index.ts';

/** How a cell is framed. */
export interface CellFrame {
  /** In pixels; drawn within the cell. */
  readonly width: number;
  readonly color: string;
}

/** A step of frames: from which score on, of 100. Steps are fixed, so that two drawings can be compared. */
export interface FrameStep extends CellFrame {
  readonly from: number;
  readonly label: string;
}

/** Warm, since they say what adversaries do: broader and darker is more. */
export const FRAME_STEPS: readonly FrameStep[] = [
  { from: 0, label: 'under 10', width: 1, color: light('a2') },
  { from: 10, label: '10–19', width: 1.75, color: light('a3') },
  { from: 20, label: '20–34', width: 2.5, color: light('a4') },
  { from: 35, label: '35–59', width: 3.25, color: light('a4') },
  { from: 60, label: '60 and more', width: 4, color: light('a5') },
];

/** What a layer says of a technique under a tactic, as a frame; undefined where it has no score above 0. */
export type Framing = (technique: string, tactic: string) => Framed | undefined;

/** A frame, and the score that it stands for. */
export interface Framed {
  readonly score: number;
  readonly frame: CellFrame;
}

/** Frames by the scores of a layer, of 100; none where there is no layer. */
export function framingOf(layer: Layer | undefined): Framing {
  if (layer === undefined) return () => undefined;
  const find = cellFinder(layer);
  return (technique, tactic) => {
    const { enabled = false, score = 0 } = find(technique, tactic) ?? {};
    const frame = frameAt(score);
    return enabled && frame !== undefined ? { score, frame } : undefined;
  };
}

/** The frame for a score of 100; none for 0 and less. */
export function frameAt(score: number): CellFrame | undefined {
  return score > 0 ? FRAME_STEPS.findLast(({ from }) => score >= from) : undefined;
}
