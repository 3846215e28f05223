import {
  underReview,
  reportReview as review,
  type ActionContext,
  type Came,
} from '../../../actions/index.ts';
import type { ReportReviewAnswer } from '../../../answers/index.ts';
import { errorOf } from '../../../facts/index.ts';
import { reportLabel } from '../../../threat/index.ts';
import { actionCommand } from '../../call/action-command.ts';
import type { Call } from '../../call/call.ts';
import { CLI_ISSUES } from '../../issues.ts';
import { reviewOn } from '../../review/review.ts';

/** On a terminal, where no suggestion is named, all of the report are gone through. */
export const reportReview = actionCommand(review, (given, call, context) => {
  const { accept, reject, change, undo } = given;
  const isScripted = [accept, reject, change, undo].some(({ length }) => length > 0);
  return isScripted ? undefined : async () => await reviewedOnScreen(given, call, context);
});

async function reviewedOnScreen(
  { report, all }: { readonly report: string; readonly all: boolean },
  { terminal }: Call,
  context: ActionContext,
): Promise<Came<ReportReviewAnswer>> {
  const under = await underReview(context, report);
  const screen = terminal.openScreen?.();
  if (screen === undefined)
    throw errorOf(
      CLI_ISSUES.noTerminal,
      'Nobody can be asked here: standard input or output is no terminal.',
      undefined,
      'Name what is decided: `--accept KEY`, `--change KEY`, `--reject KEY`.',
    );
  const { colors } = terminal;
  const decided = await reviewOn(
    screen,
    {
      title: `${reportLabel(under.report.id)} ${under.report.title}`,
      suggestions: under.suggestions.filter(({ decision }) => all || decision === undefined),
      decide: async ({ key }, how) => {
        const decision = under.decisionOn(key, how);
        await under.decide([decision]);
        return decision;
      },
      withdraw: async ({ key }) => await under.withdraw([key]),
    },
    { strong: colors.bold, muted: colors.dim, marked: colors.yellow },
  ).finally(() => screen.close());
  return under.came(decided, []);
}
