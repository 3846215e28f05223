import { highest, lowest } from '../../text/index.ts';
/** The scale of a chart: from a round number to a round number, with marks at round numbers between. */
export interface Axis {
  readonly minimum: number;
  readonly maximum: number;
  readonly marks: readonly number[];
}

/** About how many steps an axis has. */
const STEPS = 5;

/** The axis for these values; zero is on it, since bars begin there. */
export function axisFor(values: readonly number[]): Axis {
  const least = lowest(values, 0);
  const most = highest(values, 0);
  const step = roundStep((most - least) / STEPS);
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  // Multiples of the step, since adding it up would leave 0.30000000000000004.
  const marks = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step));
  return { minimum: tidy(first * step), maximum: tidy(last * step), marks };
}

/** The smallest of 1, 2, 2.5 and 5 times a power of ten that is no smaller; 0.2 for next to nothing. */
function roundStep(least: number): number {
  if (least < LEAST_STEP) return 1 / STEPS;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= least) ?? 10;
  return factor * power;
}

/** Below this, steps come to nothing in the arithmetic. */
const LEAST_STEP = 1e-12;

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
