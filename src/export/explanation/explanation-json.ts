import type { Explanation } from '../../analysis/index.ts';

/** Keys in the order that a reader wants them; any others follow in alphabetical order. */
const ORDER: ReadonlyMap<string, number> = new Map(
  `question key kind status proofCount countIsExact conclusion
   relation sentence terms id type label name says weight checks
   fact rule premises deeper evidence source told extractedBy citations description url published
   whyNot proofs graph facts derivations notices`
    .split(/\s+/u)
    .map((key, index) => [key, index]),
);

/**
 * An explanation as JSON: all of its data, keys in one order whatever made it, two spaces to a level. Strings are
 * as told, not neutralised: JSON is for programs. Ends with a line feed.
 */
export function explanationJson(explanation: Explanation): string {
  return `${JSON.stringify(explanation, inOrder, 2)}\n`;
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => rank(one, other)));
}

function rank(one: string, other: string): number {
  const difference = (ORDER.get(one) ?? ORDER.size) - (ORDER.get(other) ?? ORDER.size);
  if (difference !== 0) return difference;
  return one < other ? -1 : 1;
}
