import { readFileBytes, silent } from '../../../acquisition/index.ts';
import { flag, paths, ReportLearnAnswer } from '../../../answers/index.ts';
import { keepLabelledSentences } from '../../../home/index.ts';
import { readLabelledLines } from '../../../intake/index.ts';
import { reportLearnDocument } from '../../../report/index.ts';
import type { LabelledSentence } from '../../../threat/index.ts';
import { sentencesDecided, tryLearning, useLabelled } from '../../../workbench/index.ts';
import { EXIT } from '../../call/command.ts';
import { homeCommand } from '../../call/home-command.ts';
import { issuesNamed } from '../../../actions/index.ts';

export const reportLearn = homeCommand({
  name: 'report learn',
  summary: 'let the model of this computer learn from decisions on reports, and from labelled sentences',
  details:
    'What was accepted, changed and rejected in reviews, and sentences of corpora (JSON Lines {doc_id, text, techniques[]}, with an empty list where a sentence states nothing). Two thirds of the reports are learnt from, the others tested on, beside a model without them; both scores are shown, and a model that reads worse is not taken. It takes a minute. Nothing leaves this computer.',
  given: {
    corpora: paths('[corpus...]', 'files of labelled sentences, beside the decisions on reports'),
    dryRun: flag('--dry-run', 'say how it would read, and keep nothing'),
    reset: flag('--reset', 'drop what was learnt from decisions and corpora'),
  },
  answer: ReportLearnAnswer,
  examples: [
    { line: 'report learn', label: 'from what was decided in reviews' },
    { line: 'report learn labelled.jsonl --dry-run', label: 'what a labelled corpus would bring' },
  ],
  run: async ({ corpora, dryRun, reset }, call) => {
    const home = await call.home();
    const { paths: places, config } = home;
    const level = await call.clearance();
    const knowledge = await call.access.view(call.selection, level);
    if (reset) {
      await keepLabelledSentences(places.labelled, []);
      return { answer: NOTHING_LEARNT };
    }
    const decided = sentencesDecided(await knowledge.reports());
    const read = await Promise.all(
      corpora.map(async (file) =>
        readLabelledLines(new TextDecoder().decode(await readFileBytes(file, config.limits, silent)), file),
      ),
    );
    const issues = read.flatMap((each) => each.issues);
    const sentences: readonly LabelledSentence[] = [...decided, ...read.flatMap((each) => each.sentences)];
    call.terminal.progress('Learning, and testing what was learnt');
    const learning = await tryLearning(knowledge, sentences);
    const isTaken = learning.isBetter && !dryRun;
    if (isTaken) {
      await keepLabelledSentences(places.labelled, sentences);
      call.terminal.progress('Learning from all of them');
      await useLabelled(knowledge, sentences);
    }
    call.terminal.progress('');
    const { docs, tested, before, after } = learning;
    return {
      answer: {
        sentences: sentences.length,
        stating: sentences.filter(({ techniques }) => techniques.length > 0).length,
        decisions: decided.length,
        docs,
        tested,
        before,
        after,
        isTaken,
        isTrial: dryRun,
        issues: issuesNamed(issues),
      },
      exitCode: issues.some(({ severity }) => severity === 'error') ? EXIT.input : EXIT.ok,
    };
  },
  document: reportLearnDocument,
});

const NOTHING_LEARNT: ReportLearnAnswer = {
  sentences: 0,
  stating: 0,
  decisions: 0,
  docs: 0,
  tested: 0,
  isTaken: false,
  isTrial: false,
  issues: [],
};
