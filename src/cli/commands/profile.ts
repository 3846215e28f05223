import { profileCsv, profileXlsx } from '../../export/index.ts';
import { profileReport } from '../../report/index.ts';
import { groupProfile } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import { inForm } from '../answer-form.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [name = ''], options, desk, home }: Call): Promise<Outcome> {
  const knowledge = await desk();
  const answer = groupProfile(knowledge, name, {
    derived: !options.flag('direct'),
    asOf: options.text('asOf'),
    policy: (await home()).configuration.config.score,
  });
  return inForm(answered(knowledge, answer, profileReport, answer.techniques.length === 0), options, {
    csv: () => ({ text: profileCsv(answer) }),
    xlsx: () => ({ bytes: (marking) => profileXlsx(answer, marking) }),
  });
}
