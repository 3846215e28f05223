import { isRaw, type Raw } from '../../stix/index.ts';

/** Levels of nesting that an object may have. ATT&CK's deepest has 4; the deepest of the STIX 2.1 examples 6. */
export const DEEPEST = 64;

/** Characters that one text of an object may have. */
export const LONGEST = 4 * 1024 * 1024;

type Problem = 'too-deep' | 'too-long' | undefined;

/**
 * Why an object should not be taken in for its sheer shape, or undefined. Walks at most {@link DEEPEST} levels
 * down, so that a document nested a million deep cannot exhaust the stack, here or in whoever walks it later.
 */
export function shapeProblem(object: Raw, depth = 0): Problem {
  if (depth >= DEEPEST) return 'too-deep';
  // Goes through the fields without listing them first: this walk visits every value of every delivery.
  for (const field in object) {
    const problem = valueProblem(object[field], depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function valueProblem(value: unknown, depth: number): Problem {
  if (typeof value === 'string') return value.length > LONGEST ? 'too-long' : undefined;
  if (Array.isArray(value)) return listProblem(value, depth);
  return isRaw(value) ? shapeProblem(value, depth) : undefined;
}

function listProblem(list: readonly unknown[], depth: number): Problem {
  if (depth >= DEEPEST) return 'too-deep';
  for (const value of list) {
    const problem = valueProblem(value, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Whether a parsed value is nested deeper than {@link DEEPEST} levels, however long its texts are. */
export function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth >= DEEPEST || Object.values(value).some((part) => isTooDeep(part, depth + 1));
}
