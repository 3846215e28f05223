import type { Issue } from '../../facts/index.ts';
import type { Asked } from '../questions/asked.ts';
import type { GivenAnswer } from './answerer.ts';

/* What the thread that serves and the one that answers say to each other. */

/** A question, by a number that its answer comes back under. */
export interface AskedOfWorker {
  readonly number: number;
  readonly asked: Asked;
}

/** What came of it: an answer, a refusal, or a fault with its stack. */
export interface SaidByWorker {
  readonly number: number;
  readonly answer?: GivenAnswer;
  readonly refused?: { readonly issues: readonly Issue[]; readonly level: string | undefined };
  readonly fault?: string;
}
