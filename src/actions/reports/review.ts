import {
  argument,
  choice,
  flag,
  option,
  options,
  ReportReviewAnswer,
  type ReportSuggestion,
} from '../../answers/index.ts';
import { errorOf } from '../../facts/index.ts';
import { addDecisions, withdrawDecisions } from '../../home/index.ts';
import { reportReviewDocument } from '../../report/index.ts';
import { ASSERTION_STATUSES, reportLabel, type KeptReport, type ReportDecision } from '../../threat/index.ts';
import {
  ask,
  decisionOn,
  findReport,
  USE_CASES,
  WORKBENCH_ISSUES,
  type Decided,
} from '../../workbench/index.ts';
import { action, type ActionContext, type Came } from '../action.ts';
import { ACTION_ISSUES } from '../issues.ts';

export const reportReview = action({
  name: 'report review',
  role: 'analyst',
  summary: 'accept, change or reject what a report states',
  details:
    'On a terminal it goes from suggestion to suggestion: the sentence in its context on one side, what it is read to state on the other; a accepts, c changes, r rejects, z takes the last decision back, q ends. Every decision is kept at once. Scripts name suggestions by their keys (`report show REPORT --json`). Nothing becomes a fact before `report load`.',
  given: {
    report: argument('<report>', 'a report that is kept: its label, the beginning of its id, or its title'),
    accept: options('--accept <key>', 'take this suggestion as it is (repeatable)'),
    reject: options('--reject <key>', 'the report does not state this (repeatable)'),
    change: options('--change <key>', 'of this suggestion something else holds (repeatable)'),
    undo: options('--undo <key>', 'take back what was decided last of this suggestion (repeatable)'),
    subject: option('--subject <group>', 'of what is accepted or changed: whose it is'),
    object: option('--object <thing>', 'of what is changed: what holds instead'),
    status: choice(
      '--status <status>',
      ASSERTION_STATUSES,
      'of what is accepted or changed: how sure it is',
      {
        fallback: 'mentioned',
      },
    ),
    all: flag('--all', 'on a terminal: also what is decided already'),
  },
  answer: ReportReviewAnswer,
  examples: [
    { line: 'report review REP-1A2B3C4D', label: 'on a terminal, from one to the next' },
    {
      line: 'report review REP-1A2B3C4D --accept uses/G0016/T1059.001 --reject uses/G0016/T1005',
      label: 'from a script',
    },
  ],
  run: async (given, context) => {
    const { accept, reject, change, undo, subject, object, status } = given;
    if ([accept, reject, change, undo].every(({ length }) => length === 0))
      throw errorOf(ACTION_ISSUES.nothingDecided, 'No suggestion is named.');
    const under = await underReview(context, given.report);
    const decisions = [
      ...accept.map((key) => under.decisionOn(key, { verdict: 'accept', subject, status })),
      ...change.map((key) => under.decisionOn(key, { verdict: 'change', subject, object, status })),
      ...reject.map((key) => under.decisionOn(key, { verdict: 'reject' })),
    ];
    const withdrawn = undo.map((key) => under.suggestion(key).key);
    if (withdrawn.length > 0) await under.withdraw(withdrawn);
    if (decisions.length > 0) await under.decide(decisions);
    return under.came(decisions, withdrawn);
  },
  document: reportReviewDocument,
});

/** A report under review. */
export interface UnderReview {
  readonly report: KeptReport;
  readonly suggestions: readonly ReportSuggestion[];
  /** @throws FoeprintError W781 where it is none of the report */
  readonly suggestion: (key: string) => ReportSuggestion;
  /** @throws FoeprintError where it cannot be made */
  readonly decisionOn: (key: string, decided: Decided) => ReportDecision;
  readonly decide: (decisions: readonly ReportDecision[]) => Promise<void>;
  readonly withdraw: (keys: readonly string[]) => Promise<void>;
  /** What is said of a review at its end. */
  readonly came: (
    decided: readonly ReportDecision[],
    withdrawn: readonly string[],
  ) => Came<ReportReviewAnswer>;
}

/** Opens a kept report to decide on what it states. @throws FoeprintError W780 where no report is called so */
export async function underReview(
  { home, access, selection }: Pick<ActionContext, 'home' | 'access' | 'selection'>,
  name: string,
): Promise<UnderReview> {
  const knowledge = await access.view(selection, await access.clearance());
  const report = findReport(await knowledge.reports(), name);
  const shown = await ask(await USE_CASES['report-show'](), { report: report.id }, access);
  const byKey = new Map(shown.answer.suggestions.map((each) => [each.key, each]));
  const folder = home.paths.reports;
  let decisions = report.decisions;
  const suggestion = (key: string): ReportSuggestion => {
    const found = byKey.get(key);
    if (found !== undefined) return found;
    throw errorOf(WORKBENCH_ISSUES.noSuggestion, `“${key}” is no suggestion of it.`, { field: key });
  };
  return {
    report,
    suggestions: shown.answer.suggestions,
    suggestion,
    decisionOn: (key, decided) => decisionOn(knowledge, suggestion(key), decided, new Date().toISOString()),
    decide: async (more) => void ({ decisions } = await addDecisions(folder, report.id, more)),
    withdraw: async (keys) => void ({ decisions } = await withdrawDecisions(folder, report.id, keys)),
    came: (decided, withdrawn) => {
      // What is suggested does not follow from decisions: nothing need be read again, which takes most of the time of one.
      const settled = new Set(decisions.map(({ suggestion: key }) => key));
      return {
        answer: {
          label: reportLabel(report.id),
          title: report.title,
          decided: decided.map(
            ({ suggestion: key, sentences: _sentences, decidedAt: _decidedAt, ...decision }) => ({
              key,
              ...decision,
            }),
          ),
          withdrawn: [...withdrawn],
          open: shown.answer.suggestions.filter(({ key }) => !settled.has(key)).length,
        },
        level: report.level,
      };
    },
  };
}
