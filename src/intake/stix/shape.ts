/** Levels of nesting that an object may have. ATT&CK's deepest has 4; the deepest of the STIX 2.1 examples 6. */
export const DEEPEST = 64;

/** Characters that one text of an object may have. */
export const LONGEST = 4 * 1024 * 1024;

/**
 * Why an object should not be taken in for its sheer shape, or undefined. Walks at most {@link DEEPEST} levels
 * down, so that a document nested a million deep cannot exhaust the stack, here or in whoever walks it later.
 */
export function shapeProblem(value: unknown, depth = 0): 'too-deep' | 'too-long' | undefined {
  if (typeof value === 'string') return value.length > LONGEST ? 'too-long' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= DEEPEST) return 'too-deep';
  return Array.isArray(value) ? listProblem(value, depth) : fieldsProblem(value, depth);
}

function listProblem(list: readonly unknown[], depth: number): ReturnType<typeof shapeProblem> {
  for (const part of list) {
    const problem = shapeProblem(part, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Goes through the fields without listing them first: this walk visits every value of every delivery. */
function fieldsProblem(fields: object, depth: number): ReturnType<typeof shapeProblem> {
  for (const field in fields) {
    const problem = shapeProblem(Reflect.get(fields, field), depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
