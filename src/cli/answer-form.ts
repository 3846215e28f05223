import { extname } from 'node:path';
import type { TextForm } from '../export/index.ts';
import type { CallOptions } from './call.ts';
import type { Outcome } from './command.ts';

/** Forms that a command offers beside those that all have: what to make, by name, e.g. `csv`. */
export type AnswerForms = Readonly<Record<string, () => Pick<Outcome, 'text' | 'bytes'>>>;

/** The outcome in the form that `--as` names, or that the ending of `--out` does; as it is where neither names one. */
export function inForm(outcome: Outcome, options: CallOptions, forms: AnswerForms): Outcome {
  const form = answerForm(options);
  const made = forms[form]?.();
  return made === undefined ? outcome : { ...outcome, textForm: TEXT_FORM_OF[form] ?? 'csv', ...made };
}

/** Formats of the texts that go by these names. */
const TEXT_FORM_OF: Readonly<Record<string, TextForm>> = { csv: 'csv', matrix: 'csv', svg: 'svg' };

/** The form that `--as` names, or the ending of `--out` does, in lower case; empty where neither does. */
export function answerForm(options: CallOptions): string {
  return (options.text('as') ?? extname(options.text('out') ?? '').slice(1)).toLowerCase();
}
