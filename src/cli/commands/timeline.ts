import { readFile } from 'node:fs/promises';
import { timelineCsv, timelineSvg } from '../../export/index.ts';
import { FoeprintError, issueOf } from '../../facts/index.ts';
import { timelineReport } from '../../report/index.ts';
import { groupTimeline } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import { inForm } from '../answer-form.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';

export async function run({ arguments: [name = ''], options, desk, home, base }: Call): Promise<Outcome> {
  const knowledge = await desk();
  const coverage = options.text('coverage');
  const answer = groupTimeline(knowledge, name, {
    derived: options.flag('derived'),
    asOf: options.text('asOf'),
    since: options.text('since'),
    sinceAudit: options.text('sinceAudit'),
    policy: (await home()).configuration.config.score,
    releasesOf: options.flag('releases') ? await base() : undefined,
    ...(coverage === undefined ? {} : { coverage: await techniquesIn(coverage) }),
  });
  const isEmpty = answer.years.length === 0 && answer.undated.length === 0;
  return inForm(answered(knowledge, answer, timelineReport, isEmpty), options, {
    csv: () => ({ text: timelineCsv(answer) }),
    svg: () => ({ text: timelineSvg(answer) }),
  });
}

/** Every technique id that a file names, whatever its format. */
async function techniquesIn(file: string): Promise<ReadonlySet<string>> {
  try {
    const text = await readFile(file, 'utf8');
    return new Set(text.match(/\bT\d{4}(?:\.\d{3})?\b/g));
  } catch (error) {
    throw new FoeprintError([
      issueOf(CLI_ISSUES.cannotReadFile, `“${file}” cannot be read: ${String(error)}.`),
    ]);
  }
}
