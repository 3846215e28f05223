import * as z from 'zod/mini';
import { readFileBytes, silent } from '../../../acquisition/index.ts';
import { question, type Envelope } from '../../../answers/index.ts';
import { FoeprintError, formatIssue, sayLevel, strictestLevel } from '../../../facts/index.ts';
import { readEvents } from '../../../intake/index.ts';
import { defined } from '../../../text/index.ts';
import { tlpNamed, type VictimEvent } from '../../../threat/index.ts';
import { ask, rankEvent, useCase, type RankedEvent } from '../../../workbench/index.ts';
import { EXIT, type ExitCode } from '../../call/command.ts';
import { harmlessText, markedText } from '../../../forms/index.ts';
import type { Call } from '../../call/call.ts';
import { give } from '../../terminal/present.ts';
import { remarkIssues } from '../../terminal/remark-issues.ts';
import { remarkMarking } from '../../use-case/answer-use-case.ts';
import { selectionAsked } from '../../use-case/selection-asked.ts';

/** One victim of the file. */
const rankOne = useCase({
  name: 'threats',
  summary: 'groups for a victim that is known by country and sector alone',
  question: question({ event: z.custom<VictimEvent>() }),
  answer: z.custom<RankedEvent>(),
  needs: 'desk',
  examples: [],
  run: (desk, { event }) => ({ answer: rankEvent(desk, event, desk.settings.weights) }),
  isEmpty: ({ ranked }) => ranked.length === 0,
  document: ({ id }) => ({ title: id, blocks: [] }),
});

/** A line of the answer, and how far it may go. */
interface Line {
  readonly answer: RankedEvent;
  readonly markings: Envelope['markings'];
}

/** Ranks groups for every event of the file of JSON Lines that `--batch` names; one line of answer for each, all as far as the strictest may go. */
export async function rankBatch(call: Call): Promise<ExitCode> {
  const file = call.options.text('batch') ?? '';
  const bytes = await readFileBytes(file, (await call.home()).config.limits, silent);
  const { events, issues } = readEvents(new TextDecoder().decode(bytes), file);
  remarkIssues(call, issues);
  const releases = new Set((await call.base()).sources().map(({ release }) => release));
  const lines: Line[] = [];
  let failed = issues.filter(({ severity }) => severity === 'error').length;
  for (const [index, event] of events.entries()) {
    call.terminal.progress(`Ranking ${index + 1} of ${events.length}`);
    const asked = { event, ...selectionAsked(call, releases.has(event.release) ? event.release : undefined) };
    try {
      lines.push(await ask(rankOne, asked, call.access));
    } catch (error) {
      if (!(error instanceof FoeprintError)) throw error;
      failed += 1;
      lines.push(refusedLine(event, error, call));
    }
  }
  call.terminal.progress('');
  await giveLines(lines, call);
  return failed > 0 ? EXIT.input : events.length === 0 ? EXIT.nothing : EXIT.ok;
}

function refusedLine({ id }: VictimEvent, { issues, level }: FoeprintError, { terminal }: Call): Line {
  terminal.complain(issues.map(formatIssue).join('\n'));
  const answer = { id, ranked: [], notes: issues.map(({ message }) => message) };
  return { answer, markings: defined({ level }) };
}

async function giveLines(lines: readonly Line[], call: Call): Promise<void> {
  const level = strictestLevel(lines.map(({ markings }) => tlpNamed(markings.level ?? '')?.name));
  const leftOut = lines.find(({ markings }) => markings.leftOut !== undefined)?.markings.leftOut;
  const markings = {
    ...(level === undefined ? {} : { level: sayLevel(level) }),
    ...(leftOut === undefined ? {} : { leftOut }),
  };
  remarkMarking({ markings }, call.terminal);
  const text = lines.map(({ answer }) => `${JSON.stringify(answer)}\n`).join('');
  await give(harmlessText(await markedText(text, 'json-lines', { markings })), call);
}
