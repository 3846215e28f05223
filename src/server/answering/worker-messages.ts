import type { Issue } from '../../facts/index.ts';
import type { Asked } from '../questions/asked.ts';
import type { GivenAnswer } from './answerer.ts';
import type { Act, AssistantCall, AssistantReply } from './assistant-call.ts';

/* What the thread that serves and those that answer say to each other. */

/** What is asked of a thread: a question, or what an assistant asks. */
export type Task = { readonly question: Asked } | { readonly assistant: AssistantCall };

/** A task, by a number that its answer comes back under. */
export interface AskedOfWorker {
  readonly number: number;
  readonly task: Task;
}

/** What came of an action that a task had done: by the number of the task, and by which of its actions it was. */
export interface ActedForWorker extends Partial<Refused> {
  readonly number: number;
  readonly action: number;
  readonly acted?: Awaited<ReturnType<Act>>;
}

/** What came of a task: an answer, a refusal, or a fault with its stack; or an action that it is to have done before. */
export interface SaidByWorker extends Partial<Refused> {
  readonly number: number;
  readonly answer?: GivenAnswer;
  readonly reply?: AssistantReply;
  readonly act?: {
    readonly action: number;
    readonly name: Parameters<Act>[0];
    readonly given: Parameters<Act>[1];
  };
}

/** Why there is no answer. */
export interface Refused {
  readonly refused: { readonly issues: readonly Issue[]; readonly level: string | undefined };
  readonly fault: string;
}
