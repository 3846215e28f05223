import { joined } from './scope.ts';

/** Names, as many as a sentence can bear: `a, b and 3 more`. */
export function someOf(names: readonly string[], most = 3): string {
  return names.length <= most
    ? joined(names)
    : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** `three`; figures beyond eight. */
export function spelledOut(count: number): string {
  return NUMBERS[count] ?? String(count);
}
