/** What a print is drawn from: for each tactic of the matrix, in its order, how many techniques are used and how many there are. */
export interface PrintColumn {
  /** Techniques with sub-techniques that a source reports. */
  readonly reported: number;
  /** Those that only rules derive, in addition. */
  readonly derived: number;
  /** Those that stand in the tactic. */
  readonly all: number;
}

/** Paths of a print, each for one fill. */
export interface PrintPaths {
  /** A thin foot for every tactic, also where nothing is known. */
  readonly feet: string;
  /** Pale, as high as reported and derived together. */
  readonly derived: string;
  /** Dark, in front. */
  readonly reported: string;
}

/**
 * The signature of a group: a bar for each tactic, as high as √(techniques ÷ techniques of the tactic); reported in front, derived
 * on top. The root lets a few techniques be seen beside many.
 */
export function printPaths(columns: readonly PrintColumn[], width: number, height: number): PrintPaths {
  const gap = width / columns.length > 6 ? 2 : 1;
  const bar = Math.max(1, (width + gap) / Math.max(1, columns.length) - gap);
  const paths = columns.map(({ reported, derived, all }, index) => {
    const x = round(index * (bar + gap));
    const rise = (count: number): string => {
      const high = all === 0 || count === 0 ? 0 : Math.max(1, Math.sqrt(Math.min(1, count / all)) * height);
      return high === 0 ? '' : `M${x} ${round(height - high)}h${round(bar)}V${height}h-${round(bar)}z`;
    };
    return {
      feet: `M${x} ${height - 1}h${round(bar)}v1h-${round(bar)}z`,
      derived: derived === 0 ? '' : rise(reported + derived),
      reported: rise(reported),
    };
  });
  return {
    feet: paths.map(({ feet }) => feet).join(''),
    derived: paths.map(({ derived }) => derived).join(''),
    reported: paths.map(({ reported }) => reported).join(''),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
