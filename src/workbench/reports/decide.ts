import { sayMention, type ReportSuggestion } from '../../answers/index.ts';
import type { Reading } from '../../desk/index.ts';
import { errorOf } from '../../facts/index.ts';
import { ADVERSARY_TYPES } from '../../analysis/index.ts';
import { defined } from '../../text/index.ts';
import {
  typesOf,
  type AssertionStatus,
  type ReportDecision,
  type ReportVerdict,
} from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { findOne } from '../names/find-one.ts';

/** What a reviewer says of a suggestion. */
export interface Decided {
  readonly verdict: ReportVerdict;
  /** Whose it is, in words that mean one thing in view. */
  readonly subject?: string | undefined;
  /** What holds instead, the same; of a place, sector, date or motive as it is to be. */
  readonly object?: string | undefined;
  readonly status?: AssertionStatus | undefined;
}

/** Who uses things: adversaries, and malware. */
const SUBJECTS = [...ADVERSARY_TYPES, ...typesOf('software')];

/**
 * A decision on a suggestion, as it is kept.
 *
 * @param decidedAt a timestamp
 * @throws FoeprintError W735 where it is accepted and open whose it is, W736 where it is changed and nothing is said; W60x where a name means nothing, or several things
 */
export function decisionOn(
  { view }: Reading,
  suggestion: ReportSuggestion,
  { verdict, subject, object, status }: Decided,
  decidedAt: string,
): ReportDecision {
  const labelled = (named: string, types: readonly string[]): string => {
    const { label, name } = view.catalogue.entry(findOne(view, named, types).term);
    return label || name;
  };
  const whose = subject === undefined ? undefined : labelled(subject, SUBJECTS);
  if (verdict !== 'reject' && whose === undefined && suggestion.subject === undefined)
    throw errorOf(
      WORKBENCH_ISSUES.openSubject,
      `Whose “${sayMention(suggestion.object)}” is, the report leaves open.`,
      { field: suggestion.key },
    );
  if (verdict === 'change' && [subject, object, status].every((each) => each === undefined))
    throw errorOf(WORKBENCH_ISSUES.noChange, 'It is not said what is to change.', { field: suggestion.key });
  return {
    suggestion: suggestion.key,
    // Whoever accepts for somebody else than suggested changes it.
    verdict: verdict === 'accept' && whose !== undefined ? 'change' : verdict,
    ...defined({ subject: whose, object: object === undefined ? undefined : objectNamed(object), status }),
    sentences: suggestion.sentences.map(({ text }) => text),
    decidedAt,
  };

  function objectNamed(named: string): string {
    return suggestion.relation === 'uses'
      ? labelled(named, [...typesOf('technique'), ...typesOf('software')])
      : named;
  }
}
