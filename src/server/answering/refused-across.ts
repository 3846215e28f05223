import { FoeprintError } from '../../facts/index.ts';
import { faultSaid } from './answer-assistant.ts';
import type { Refused } from './worker-messages.ts';

/* Errors lose what they are on their way between threads. */

/** An error as it is said to another thread. */
export function refusedAcross(error: unknown): Partial<Refused> {
  if (error instanceof FoeprintError) return { refused: { issues: error.issues, level: error.level } };
  return { fault: faultSaid(error) };
}

/** The error that another thread said. */
export function errorAcross({ refused, fault }: Partial<Refused>): Error {
  return refused === undefined ? new Error(fault) : new FoeprintError(refused.issues, refused.level);
}
