import type { ReportSuggestion } from '../../answers/index.ts';
import { FoeprintError } from '../../facts/index.ts';
import { ASSERTION_STATUSES, type AssertionStatus, type ReportDecision } from '../../threat/index.ts';
import type { Decided } from '../../workbench/index.ts';
import type { Screen } from '../terminal/screen.ts';
import { REVIEW_HELP, reviewScreen, type ReviewStyle } from './review-screen.ts';

/** What is reviewed, and how decisions are kept. */
export interface Review {
  readonly title: string;
  readonly suggestions: readonly ReportSuggestion[];
  /** Keeps a decision. @throws FoeprintError where it cannot be made */
  readonly decide: (suggestion: ReportSuggestion, decided: Decided) => Promise<ReportDecision>;
  /** Takes back what was decided last of a suggestion. */
  readonly withdraw: (suggestion: ReportSuggestion) => Promise<void>;
}

/** Where a review stands. */
interface Standing {
  at: number;
  message: string;
  readonly decided: ReportDecision[];
}

/**
 * Goes through suggestions with somebody at a terminal, until all were seen or they leave.
 *
 * @returns the decisions that stand
 */
export async function reviewOn(
  screen: Screen,
  review: Review,
  style: ReviewStyle,
): Promise<readonly ReportDecision[]> {
  const standing: Standing = { at: 0, message: '', decided: [] };
  for (;;) {
    const suggestion = review.suggestions[standing.at];
    if (suggestion === undefined) break;
    screen.draw(
      reviewScreen(
        {
          title: review.title,
          suggestion: shown(suggestion, standing),
          number: standing.at + 1,
          of: review.suggestions.length,
          decided: standing.decided.length,
          message: standing.message,
        },
        { columns: screen.columns(), style },
      ),
    );
    standing.message = '';
    const key = await screen.key();
    if (key === undefined || key === 'q') break;
    await (ACTIONS[key] ?? otherKey)({ screen, review, standing, suggestion });
  }
  return standing.decided;
}

/** A suggestion with what was decided of it in this review. */
function shown(suggestion: ReportSuggestion, { decided }: Standing): ReportSuggestion {
  const decision = decided.findLast((each) => each.suggestion === suggestion.key);
  if (decision === undefined) return suggestion;
  const { verdict, status, decidedAt } = decision;
  return { ...suggestion, decision: { verdict, decidedAt, ...(status === undefined ? {} : { status }) } };
}

interface Turn {
  readonly screen: Screen;
  readonly review: Review;
  readonly standing: Standing;
  readonly suggestion: ReportSuggestion;
}

/** What each key does. */
const ACTIONS: Readonly<Record<string, (turn: Turn) => Promise<void> | void>> = {
  a: accept,
  c: change,
  r: async (turn) => await decide(turn, { verdict: 'reject' }),
  z: undo,
  s: next,
  right: next,
  down: next,
  b: back,
  left: back,
  up: back,
  '?': ({ standing }) => void (standing.message = REVIEW_HELP),
};

function otherKey({ standing }: Turn): void {
  standing.message = 'That key does nothing here: ? says what keys do.';
}

function next({ standing }: Turn): void {
  standing.at += 1;
}

function back({ standing }: Turn): void {
  standing.at = Math.max(0, standing.at - 1);
}

async function accept(turn: Turn): Promise<void> {
  const { suggestion, screen } = turn;
  if (suggestion.subject !== undefined) return await decide(turn, { verdict: 'accept' });
  const subject = candidateNamed(
    await screen.line('Whose is it (a number, id or name; empty: leave it)? '),
    suggestion,
  );
  if (subject !== undefined) await decide(turn, { verdict: 'accept', subject });
}

async function change(turn: Turn): Promise<void> {
  const { suggestion, screen, standing } = turn;
  const { object, subject } = suggestion;
  const what = await screen.line(`What holds instead (id or name; empty: ${object.label || object.name})? `);
  const whose = await screen.line(
    `Whose is it (id or name; empty: ${subject === undefined ? 'open' : subject.label || subject.name})? `,
  );
  const sure = await screen.line(`How sure is it (${ASSERTION_STATUSES.join(', ')}; empty: mentioned)? `);
  const status = statusNamed(sure ?? '');
  if (sure !== undefined && sure.trim() !== '' && status === undefined) {
    standing.message = `“${sure.trim()}” is none of ${ASSERTION_STATUSES.join(', ')}.`;
    return;
  }
  const given = { object: textIn(what), subject: candidateNamed(whose, suggestion), status };
  if (Object.values(given).some((each) => each !== undefined))
    await decide(turn, { verdict: 'change', ...given });
}

/** A number means one of those whose it may be. */
function candidateNamed(line: string | undefined, { candidates }: ReportSuggestion): string | undefined {
  const text = textIn(line);
  const candidate = text !== undefined && /^\d{1,2}$/u.test(text) ? candidates[Number(text) - 1] : undefined;
  return candidate === undefined ? text : candidate.label || candidate.name;
}

function textIn(line: string | undefined): string | undefined {
  return line?.trim() || undefined;
}

function statusNamed(text: string): AssertionStatus | undefined {
  const written = text.trim().toLowerCase();
  return ASSERTION_STATUSES.find((status) => written !== '' && status.startsWith(written));
}

async function decide({ review, standing, suggestion }: Turn, decided: Decided): Promise<void> {
  try {
    standing.decided.push(await review.decide(suggestion, decided));
    standing.at += 1;
  } catch (error) {
    if (!(error instanceof FoeprintError)) throw error;
    standing.message = error.issues
      .map(({ message, hint }) => [message, hint ?? []].flat().join(' '))
      .join(' ');
  }
}

/** Takes the last decision of this review back, and goes to what it was of. */
async function undo({ review, standing }: Turn): Promise<void> {
  const last = standing.decided.pop();
  if (last === undefined) {
    standing.message = 'Nothing was decided in this review yet.';
    return;
  }
  const at = review.suggestions.findIndex(({ key }) => key === last.suggestion);
  const suggestion = review.suggestions[at];
  if (suggestion === undefined) return;
  await review.withdraw(suggestion);
  standing.at = at;
  standing.message = 'Taken back.';
}
