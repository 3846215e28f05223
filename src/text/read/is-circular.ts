/**
 * Whether a parsed value holds itself, as YAML can write it: `&a [*a]`. Whoever walks such a value never comes to an end. Parts that
 * stand in several places are no circle.
 */
export function isCircular(value: unknown): boolean {
  return holdsItself(value, new Set(), new Set());
}

function holdsItself(value: unknown, around: Set<unknown>, known: Set<unknown>): boolean {
  if (typeof value !== 'object' || value === null || known.has(value)) return false;
  if (around.has(value)) return true;
  around.add(value);
  const isFound = Object.values(value).some((part) => holdsItself(part, around, known));
  around.delete(value);
  known.add(value);
  return isFound;
}
