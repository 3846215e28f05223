/** A bar of a curve that only rises. */
export interface CurveBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether it is within what is chosen. */
  readonly isChosen: boolean;
}

/** What all steps together answer, step by step, as bars in a box that leaves room for a line of text below. */
export function curveBars(
  together: readonly number[],
  chosen: number,
  { width, height, foot = 24 }: { readonly width: number; readonly height: number; readonly foot?: number },
): readonly CurveBar[] {
  const most = Math.max(0.01, ...together) * 1.12;
  const each = width / Math.max(1, together.length);
  return together.map((value, index) => {
    const tall = (value / most) * (height - foot);
    return {
      x: index * each + each * 0.2,
      y: height - foot - tall,
      width: each * 0.6,
      height: tall,
      isChosen: index < chosen,
    };
  });
}
