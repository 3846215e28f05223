import { argument, RetractAnswer } from '../../answers/index.ts';
import { retractAssertion } from '../../home/index.ts';
import { assertionDocument, doneDocument } from '../../report/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { findAssertion } from '../../workbench/index.ts';
import { EXIT } from '../call/command.ts';
import { homeCommand } from '../call/home-command.ts';

export const retract = homeCommand({
  name: 'retract',
  summary: 'take an assertion back',
  details: 'It stays as history; what others report stays as it was.',
  given: { name: argument('<name>', 'short name as `foeprint assertions` lists it, e.g. AS-1A2B3C4D') },
  answer: RetractAnswer,
  examples: [{ line: 'retract AS-1A2B3C4D', label: 'one assertion' }],
  run: async ({ name }, { home, reading }) => {
    const assertion = findAssertion(await reading(), name);
    if (assertion === undefined || assertion.retracted)
      return { answer: { retracted: false }, exitCode: EXIT.nothing };
    await retractAssertion(await home(), assertion);
    return { answer: { retracted: true, assertion }, level: tlpNamed(assertion.tlp)?.name };
  },
  document: ({ assertion }, { name }) =>
    assertion === undefined
      ? doneDocument(`There is no assertion ${name}, or it was taken back before`, [])
      : assertionDocument('Taken back', assertion),
});
