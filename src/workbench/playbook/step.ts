import type { Parameters } from './parameter.ts';
import type { RunContext } from './run-context.ts';

/** A kind of step: what it answers, by which parameters. */
export interface Step<Given, Answer> {
  /** Heading in the report where the playbook gives none. */
  readonly title: string;
  /** What it answers, one sentence. */
  readonly answers: string;
  readonly parameters: Parameters<Given>;
  readonly run: (context: RunContext, given: Given) => Answer;
}
