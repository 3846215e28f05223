import { spelled } from './count.ts';

/** From which share of all groups a technique hardly distinguishes them. */
const COMMON = 0.25;

/** How rare a technique is among those in use, in a sentence. */
export function sayRarity({
  direct,
  groups,
  place,
  techniques,
}: {
  readonly direct: number;
  readonly groups: number;
  readonly place: number;
  readonly techniques: number;
}): string {
  if (place === 0 || direct === 0) return '';
  if (place === 1) return `No technique is reported of more groups.`;
  const common = `${spelled(place - 1)} of ${spelled(techniques)} techniques in use are more common`;
  return direct >= COMMON * groups
    ? `It hardly distinguishes groups: only ${common}.`
    : `It distinguishes groups: ${common}.`;
}
