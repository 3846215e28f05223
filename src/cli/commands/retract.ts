import { retractAssertion } from '../../home/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { assertionReport } from '../../report/index.ts';
import { findAssertion } from '../../workbench/index.ts';
import type { Call } from '../call.ts';
import { EXIT } from '../command.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [name = ''], home, reading }: Call): Promise<Outcome> {
  const assertion = findAssertion(await reading(), name);
  if (assertion === undefined || assertion.retracted)
    return { data: { retracted: false }, exitCode: EXIT.nothing };
  await retractAssertion(await home(), assertion);
  return {
    data: { retracted: true, assertion },
    document: () => assertionReport('Taken back', assertion),
    level: tlpNamed(assertion.tlp)?.name,
  };
}
