import type * as z from 'zod/mini';
import { FoeprintError, issueOf } from '../facts/index.ts';
import { WORKBENCH_ISSUES } from './issues.ts';

/** That something is no question, with every field that is wrong and what it may be. */
export function wrongQuestion(name: string, faults: readonly z.core.$ZodIssue[]): FoeprintError {
  return new FoeprintError(
    faults.map((fault) =>
      issueOf(
        WORKBENCH_ISSUES.notAQuestion,
        `The question \`${name}\` cannot be asked so: ${sayFault(fault)}.`,
      ),
    ),
  );
}

/** `` `measure` must be one of jaccard, overlap, rarity, not “cosine” ``. */
export function sayFault(fault: z.core.$ZodIssue): string {
  const path = fault.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const field = path === '' ? 'it' : `\`${path.slice(1)}\``;
  if (fault.code === 'unrecognized_keys')
    return `${field} has no field ${fault.keys.map((key) => `\`${key}\``).join(', ')}`;
  const { input } = fault;
  if (input === undefined) return `${field} is missing, and must be ${sayExpected(fault)}`;
  const isShort =
    ['number', 'boolean'].includes(typeof input) || (typeof input === 'string' && input.length <= 60);
  return `${field} must be ${sayExpected(fault)}${isShort ? `, not ${JSON.stringify(input)}` : ''}`;
}

function sayExpected(fault: z.core.$ZodIssue): string {
  if (fault.code === 'invalid_type') return TYPES[fault.expected] ?? fault.expected;
  if (fault.code === 'invalid_value') return `one of ${fault.values.join(', ')}`;
  if (fault.code === 'invalid_union')
    return fault.errors.flatMap(([first]) => (first === undefined ? [] : [sayExpected(first)])).join(' or ');
  if (fault.code === 'too_small')
    return fault.origin === 'array' ? `a list of at least ${fault.minimum}` : `${fault.minimum} or more`;
  if (fault.code === 'too_big') return `${fault.maximum} or less`;
  return fault.message;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};
