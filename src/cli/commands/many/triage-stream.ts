import * as z from 'zod/mini';
import type { RawRecord } from '../../../acquisition/index.ts';
import { question, type Incident } from '../../../answers/index.ts';
import { errorOf, isCleared, issueOf, strictestLevel, type Issue } from '../../../facts/index.ts';
import { INTAKE_ISSUES, readAlertLine } from '../../../intake/index.ts';
import { defined, fromUtf8 } from '../../../text/index.ts';
import { ask, triageAlerts, useCase, type TriagedAlert } from '../../../workbench/index.ts';
import type { Call } from '../../call/call.ts';
import { EXIT, type ExitCode } from '../../call/command.ts';
import { streamLines } from '../../files/stream-lines.ts';
import { CLI_ISSUES } from '../../issues.ts';
import { harmlessText, markedText } from '../../../forms/index.ts';
import { selectionAsked } from '../../use-case/selection-asked.ts';

type Named = Incident & { readonly id: string };

/** Candidates given of each alert. */
const TOP = 5;
/** Alerts asked about together at most: what they rest on is then found once. */
const TOGETHER = 500;

const triageSome = useCase({
  name: 'triage',
  summary: 'what alerts mean, one by one',
  question: question({ alerts: z.custom<readonly Named[]>(), top: z.number() }),
  answer: z.custom<readonly TriagedAlert[]>(),
  needs: 'desk',
  examples: [],
  run: (desk, { alerts, ...asked }) => ({
    answer: triageAlerts(desk, alerts, asked),
    ...defined({ level: strictestLevel(alerts.map(({ marking }) => marking)) }),
    restsOn: desk.view.sources,
  }),
  isEmpty: (answer) => answer.length === 0,
  document: () => ({ title: 'alerts', blocks: [] }),
});

/** What is given in place of an answer. */
interface RefusedLine {
  readonly line: number;
  readonly issue: Issue;
}

/** Answers alerts as they come, one to a line, each in a line; what is none is answered with why. */
export async function triageStream(call: Call): Promise<ExitCode> {
  const [file = '-', ...others] = call.arguments;
  if (others.length > 0) throw errorOf(CLI_ISSUES.oneStream, `${others.length + 1} inputs are named.`);
  let answered = 0;
  let refused = 0;
  for await (const lines of streamLines(file))
    for (let first = 0; first < lines.length; first += TOGETHER) {
      const results = await answerLines(lines.slice(first, first + TOGETHER), file, call);
      answered += results.length;
      refused += results.filter((result) => 'issue' in result).length;
    }
  return refused > 0 ? EXIT.input : answered === 0 ? EXIT.nothing : EXIT.ok;
}

/** Answers some lines, in their order. */
async function answerLines(
  lines: readonly RawRecord[],
  file: string,
  call: Call,
): Promise<readonly (TriagedAlert | RefusedLine)[]> {
  const clearance = await call.clearance();
  const read = lines.map(({ line, bytes, isCut }): Named | RefusedLine => {
    const alert = isCut ? 'The line is longer than an alert may be.' : readAlertLine(fromUtf8(bytes));
    if (typeof alert === 'string') return refusal(line, file, alert);
    return isCleared(alert.marking, clearance)
      ? { ...alert, id: alert.id || String(line) }
      : refusal(line, file, 'It is marked above what the answer may hold.');
  });
  const alerts = read.flatMap((each) => ('issue' in each ? [] : [each]));
  const envelope = await ask(
    triageSome,
    { alerts, top: call.options.number('top') ?? TOP, ...selectionAsked(call) },
    call.access,
  );
  const answers = envelope.answer.values();
  const results = read.flatMap((each) => ('issue' in each ? each : (answers.next().value ?? [])));
  const text = results.map((result) => `${JSON.stringify(result)}\n`).join('');
  if (text !== '') call.terminal.answer(harmlessText(await markedText(text, 'json-lines', envelope)));
  return results;
}

function refusal(line: number, file: string, message: string): RefusedLine {
  return { line, issue: issueOf(INTAKE_ISSUES.badAlert, message, { file, line }) };
}
