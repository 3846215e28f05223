import * as z from 'zod/mini';
import { readFileBytes, silent } from '../../../acquisition/index.ts';
import { question } from '../../../answers/index.ts';
import { readReportLines, type ReportLine } from '../../../intake/index.ts';
import { groupedBy } from '../../../text/index.ts';
import { ask, extractSentences, extractTechniques, useCase } from '../../../workbench/index.ts';
import type { Call } from '../../call/call.ts';
import { EXIT, type ExitCode } from '../../call/command.ts';
import { harmlessText, markedText } from '../../../forms/index.ts';
import { give } from '../../terminal/present.ts';
import { remarkIssues } from '../../terminal/remark-issues.ts';
import { remarkMarking } from '../../use-case/answer-use-case.ts';
import { selectionAsked } from '../../use-case/selection-asked.ts';

/** Called before each report is read. */
type Progress = (done: number, of: number) => void;

/** Reports of a file, each by itself and answered together: thousands of lines, one marking. */
const extractAll = useCase({
  name: 'report extract',
  summary: 'what each report of a file states',
  question: question({
    lines: z.custom<readonly ReportLine[]>(),
    areSentences: z.boolean(),
    progress: z.custom<Progress>(),
  }),
  answer: z.custom<readonly object[]>(),
  needs: 'view',
  examples: [],
  async run(desk, { lines, areSentences, progress }) {
    const docs = [...groupedBy(lines, ({ doc }) => doc).values()];
    const answer: object[] = [];
    for (const [index, doc] of docs.entries()) {
      progress(index, docs.length);
      if (areSentences) {
        const found = await extractSentences(
          desk,
          doc.map(({ text }) => text),
        );
        for (const [place, { doc: id, sentence }] of doc.entries())
          answer.push({ doc_id: id, sent_id: sentence, ...found[place] });
      } else
        for (const { doc: id, title, text } of doc)
          answer.push({ doc_id: id, ...(await extractTechniques(desk, { title, text })) });
    }
    return { answer };
  },
  isEmpty: (answer) => answer.length === 0,
  document: () => ({ title: 'report extract', blocks: [] }),
});

/** Reads every report, or every sentence, of the file of JSON Lines that `--batch` names; one line of answer for each. */
export async function extractBatch(call: Call): Promise<ExitCode> {
  const file = call.options.text('batch') ?? '';
  const areSentences = call.options.flag('sentences');
  const bytes = await readFileBytes(file, (await call.home()).config.limits, silent);
  const { lines, issues } = readReportLines(new TextDecoder().decode(bytes), file, { areSentences });
  remarkIssues(call, issues);
  const progress: Progress = (done, of) => call.terminal.progress(`Reading ${done + 1} of ${of}`);
  const { answer, markings } = await ask(
    extractAll,
    { lines, areSentences, progress, ...selectionAsked(call) },
    call.access,
  );
  call.terminal.progress('');
  remarkMarking({ markings }, call.terminal);
  const text = answer.map((each) => `${harmlessText(JSON.stringify(each))}\n`).join('');
  await give(await markedText(text, 'json-lines', { markings }), call);
  if (issues.some(({ severity }) => severity === 'error')) return EXIT.input;
  return lines.length === 0 ? EXIT.nothing : EXIT.ok;
}
