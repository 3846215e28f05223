import {
  argument,
  choice,
  flag,
  option,
  options,
  ReportReviewAnswer,
  type ReportSuggestion,
} from '../../../answers/index.ts';
import { errorOf } from '../../../facts/index.ts';
import { addDecisions, withdrawDecisions } from '../../../home/index.ts';
import { reportReviewDocument } from '../../../report/index.ts';
import { ASSERTION_STATUSES, reportLabel, type ReportDecision } from '../../../threat/index.ts';
import {
  ask,
  decisionOn,
  findReport,
  USE_CASES,
  WORKBENCH_ISSUES,
  type Decided,
} from '../../../workbench/index.ts';
import { homeCommand } from '../../call/home-command.ts';
import { CLI_ISSUES } from '../../issues.ts';
import { reviewOn } from '../../review/review.ts';

export const reportReview = homeCommand({
  name: 'report review',
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
  run: async (given, call) => {
    const { accept, reject, change, undo, subject, object, status, all } = given;
    const knowledge = await call.access.view(call.selection, await call.clearance());
    const kept = findReport(await knowledge.reports(), given.report);
    const shown = await ask(await USE_CASES['report-show'](), { report: kept.id }, call.access);
    const suggestions = new Map(shown.answer.suggestions.map((each) => [each.key, each]));
    const folder = (await call.home()).paths.reports;
    const named = (key: string): ReportSuggestion => {
      const found = suggestions.get(key);
      if (found !== undefined) return found;
      throw errorOf(WORKBENCH_ISSUES.noSuggestion, `“${key}” is no suggestion of it.`, { field: key });
    };
    const decisionFor = (suggestion: ReportSuggestion, decided: Decided): ReportDecision =>
      decisionOn(knowledge, suggestion, decided, new Date().toISOString());
    const asked: readonly ReportDecision[] = [
      ...accept.map((key) => decisionFor(named(key), { verdict: 'accept', subject, status })),
      ...change.map((key) => decisionFor(named(key), { verdict: 'change', subject, object, status })),
      ...reject.map((key) => decisionFor(named(key), { verdict: 'reject' })),
    ];
    const withdrawn = undo.map((key) => named(key).key);
    if (withdrawn.length > 0) await withdrawDecisions(folder, kept.id, withdrawn);
    if (asked.length > 0) await addDecisions(folder, kept.id, asked);
    const isScripted = asked.length + withdrawn.length > 0;
    const screen = isScripted ? undefined : call.terminal.openScreen?.();
    if (!isScripted && screen === undefined)
      throw errorOf(
        CLI_ISSUES.noTerminal,
        'Nobody can be asked here: standard input or output is no terminal.',
        undefined,
        'Name what is decided: `--accept KEY`, `--change KEY`, `--reject KEY`.',
      );
    const { colors } = call.terminal;
    const reviewed =
      screen === undefined
        ? []
        : await reviewOn(
            screen,
            {
              title: `${reportLabel(kept.id)} ${kept.title}`,
              suggestions: shown.answer.suggestions.filter(({ decision }) => all || decision === undefined),
              decide: async (suggestion, decided) => {
                const decision = decisionFor(suggestion, decided);
                await addDecisions(folder, kept.id, [decision]);
                return decision;
              },
              withdraw: async ({ key }) => void (await withdrawDecisions(folder, kept.id, [key])),
            },
            { strong: colors.bold, muted: colors.dim, marked: colors.yellow },
          ).finally(() => screen.close());
    const decided = [...asked, ...reviewed];
    const left = await ask(
      await USE_CASES['report-show'](),
      { report: kept.id, undecided: true },
      call.access,
    );
    return {
      answer: {
        label: reportLabel(kept.id),
        title: kept.title,
        decided: decided.map(({ suggestion, sentences: _sentences, decidedAt: _decidedAt, ...decision }) => ({
          key: suggestion,
          ...decision,
        })),
        withdrawn,
        open: left.answer.suggestions.length,
      },
      level: kept.level,
    };
  },
  document: reportReviewDocument,
});
