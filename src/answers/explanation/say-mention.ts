import type { Mention } from './mention.ts';

/** Name with label as a sentence says it: `Orangeworm (G0071)`. */
export function sayMention({ name, label }: Mention): string {
  return label === '' ? name : `${name} (${label})`;
}
