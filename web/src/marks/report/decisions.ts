import type { GivenOf } from 'foeprint/answers';
import type { Suggestion } from './speaking.ts';

/** How sure somebody is of something. */
export type Status = NonNullable<GivenOf<'report-review'>['status']>;

/** How a suggestion was decided on; undefined where it was not. */
export type Shown = Suggestion['decision'];

/** Something that a reviewer decides of a suggestion of a report. */
export interface Decision {
  /** Grows with every decision. */
  readonly number: number;
  /** The report, by its label. */
  readonly report: string;
  /** The suggestion, by its key. */
  readonly key: string;
  /** `undo` takes back what was decided last of it. */
  readonly verdict: 'accept' | 'change' | 'reject' | 'undo';
  readonly subject?: string;
  readonly object?: string;
  readonly status?: Status;
  /** How it was decided before. */
  readonly before?: Shown;
  /** Of what takes back: when what it takes back was decided; absent where that was on this page. */
  readonly takes?: string;
  /** Whether it was sent, and nobody knows what came of it. */
  readonly isInDoubt?: boolean;
}

/** How a suggestion is decided on once a decision is kept. */
export function shownAs({ verdict, subject, object, status, before }: Decision): Shown {
  if (verdict === 'undo') return before;
  return {
    // Whoever accepts for somebody else than suggested changes it.
    verdict: verdict === 'accept' && subject !== undefined ? 'change' : verdict,
    ...(subject === undefined ? {} : { subject }),
    ...(object === undefined ? {} : { object }),
    ...(status === undefined ? {} : { status }),
    decidedAt: '',
  };
}

/** Whether a home has a decision, by what it has decided last of the suggestion: only where that is certain is it taken for kept. */
export function isKept(decision: Decision, now: Shown): boolean {
  const { verdict, before, takes } = decision;
  // Times are the home’s; what was decided on this page has none yet.
  const isBefore =
    before === undefined || before.decidedAt === ''
      ? now?.verdict === before?.verdict
      : now?.decidedAt === before.decidedAt;
  if (verdict === 'undo') return takes === undefined ? isBefore : now?.decidedAt !== takes;
  return !isBefore && now?.verdict === shownAs(decision)?.verdict;
}

/** Suggestions as they are decided on once all of some decisions, in their order, are kept. */
export function decidedBy(
  suggestions: readonly Suggestion[],
  decisions: readonly Decision[],
): readonly Suggestion[] {
  if (decisions.length === 0) return suggestions;
  const last = new Map(decisions.map((each) => [each.key, each]));
  return suggestions.map((suggestion) => {
    const decision = last.get(suggestion.key);
    if (decision === undefined) return suggestion;
    const { decision: _, ...rest } = suggestion;
    const shown = shownAs(decision);
    return shown === undefined ? rest : { ...rest, decision: shown };
  });
}

/** The first of some decisions that can be sent at once: of one report, each suggestion once, without anything said beside the verdict. */
export function firstTogether(waiting: readonly Decision[]): readonly Decision[] {
  const [first] = waiting;
  if (first === undefined || !isPlain(first)) return waiting.slice(0, 1);
  const keys = new Set<string>();
  const end = waiting.findIndex((each) => {
    const goes = each.report === first.report && isPlain(each) && !keys.has(each.key);
    keys.add(each.key);
    return !goes;
  });
  return end < 0 ? waiting : waiting.slice(0, end);
}

function isPlain({ verdict, subject, object, status }: Decision): boolean {
  return (
    (verdict === 'accept' || verdict === 'reject') &&
    [subject, object, status].every((each) => each === undefined)
  );
}

/** The same as the action takes it. @param together at least one, as {@link firstTogether} has them */
export function givenFor(together: readonly Decision[]): GivenOf<'report-review'> {
  const [first] = together;
  const keys = (verdict: Decision['verdict']): string[] =>
    together.filter((each) => each.verdict === verdict).map(({ key }) => key);
  const { report = '', subject, object, status } = first ?? {};
  return {
    report,
    accept: keys('accept'),
    change: keys('change'),
    reject: keys('reject'),
    undo: keys('undo'),
    ...(subject === undefined ? {} : { subject }),
    ...(object === undefined ? {} : { object }),
    ...(status === undefined ? {} : { status }),
  };
}

/** How many of some suggestions would be taken over: what was accepted or changed, and what is sure enough as it is, where it is known whose it is. */
export function takenOver(suggestions: readonly Suggestion[], onlyAccepted = false): number {
  return suggestions.filter(({ decision, tier, subject }) => {
    const isTaken =
      decision === undefined ? !onlyAccepted && tier === 'accept' : decision.verdict !== 'reject';
    return isTaken && (subject !== undefined || decision?.subject !== undefined);
  }).length;
}
