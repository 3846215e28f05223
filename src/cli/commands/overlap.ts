import { MEASURES } from '../../analysis/index.ts';
import type { GroupOverlap } from '../../analysis/index.ts';
import { overlapMatrixCsv, overlapPairsCsv } from '../../export/index.ts';
import { overlapReport } from '../../report/index.ts';
import { overlapSvg } from '../../draw/index.ts';
import { FoeprintError, issueOf } from '../../facts/index.ts';
import { overlapOf } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import { inForm } from '../answer-form.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';

export async function run({ arguments: [what = '', ...names], options, desk }: Call): Promise<Outcome> {
  if (what !== 'groups') {
    throw new FoeprintError([issueOf(CLI_ISSUES.unknownOverlap, `The overlap of “${what}” is not known.`)]);
  }
  const knowledge = await desk();
  const answer = overlapOf(knowledge, names, {
    derived: options.flag('derived'),
    rollUp: options.flag('rollUp'),
    min: options.number('min'),
    measure: options.choice('measure', MEASURES),
  });
  return inForm(
    answered(knowledge, answer, overlapReport, answer.pairs.length === 0),
    options,
    formsOf(answer),
  );
}

function formsOf(answer: GroupOverlap) {
  return {
    csv: () => ({ text: overlapPairsCsv(answer) }),
    matrix: () => ({ text: overlapMatrixCsv(answer) }),
    svg: () => ({ text: overlapSvg(answer) }),
  };
}
