import type { Mention, ReportSuggestion } from '../../../answers/index.ts';

/** Something that a report is read to state, before it is said in an answer. */
export interface Suggested extends Pick<ReportSuggestion, 'relation' | 'object' | 'statedBy' | 'tier'> {
  /** Term of whose it is; undefined where that is open. */
  readonly subject: number | undefined;
  /** Terms of whose it may be, where that is open. */
  readonly candidates: readonly number[];
  readonly probability?: number;
  /** Places of sentences, those that speak most for it first. */
  readonly places: readonly number[];
  /** Sentences that stand in fields of the report’s format. */
  readonly fields: readonly string[];
}

/** Of whom something is said. */
export type Whose = Pick<Suggested, 'subject' | 'candidates'>;

/** Who it is where several mentions leave no doubt, else all that it may be. */
export function whoseOf(terms: readonly number[]): Whose {
  const [first, ...others] = new Set(terms);
  return others.length === 0
    ? { subject: first, candidates: [] }
    : { subject: undefined, candidates: [...new Set(terms)] };
}

/** By which decisions name a suggestion. */
export function suggestionKey(
  relation: string,
  subject: Mention | undefined,
  object: Pick<Mention, 'label' | 'name'>,
): string {
  return [relation, subject === undefined ? '-' : numberOrName(subject), numberOrName(object)].join('/');
}

function numberOrName({ label, name }: Pick<Mention, 'label' | 'name'>): string {
  return label || name;
}
