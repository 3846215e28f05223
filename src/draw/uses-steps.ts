import { light, type PaletteName } from '../threat/index.ts';

/** A step of how many techniques are used, and its colour. */
interface UsesStep {
  readonly most: number;
  readonly label: string;
  readonly color: string;
}

const step = (most: number, label: string, name: PaletteName): UsesStep => ({
  most,
  label,
  color: light(name),
});

/** How many techniques are used, in steps; fixed, so that two drawings can be compared. */
export const USES_STEPS: readonly UsesStep[] = [
  step(2, '1–2', 'a1'),
  step(5, '3–5', 'a2'),
  step(10, '6–10', 'a3'),
  step(20, '11–20', 'a4'),
  step(Infinity, 'more', 'a5'),
];

/** The colour of a number of techniques from 1. */
export function usesColor(used: number): string {
  return USES_STEPS.find(({ most }) => used <= most)?.color ?? light('a5');
}
