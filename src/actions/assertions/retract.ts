import { argument, RetractAnswer } from '../../answers/index.ts';
import { retractAssertion } from '../../home/index.ts';
import { assertionDocument, doneDocument } from '../../report/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import { findAssertion, notEmpty } from '../../workbench/index.ts';
import { action } from '../action.ts';

export const retract = action({
  name: 'retract',
  role: 'analyst',
  summary: 'take an assertion back',
  details: 'It stays as history; what others report stays as it was.',
  given: { name: argument('<name>', 'short name as `foeprint assertions` lists it, e.g. AS-1A2B3C4D') },
  answer: RetractAnswer,
  examples: [{ line: 'retract AS-1A2B3C4D', label: 'one assertion' }],
  run: async ({ name }, { home, access, selection }) => {
    const assertion = findAssertion(notEmpty(await access.view(selection, await access.clearance())), name);
    if (assertion === undefined || assertion.retracted)
      return { answer: { retracted: false }, ending: 'nothing' };
    await retractAssertion(home, assertion);
    return { answer: { retracted: true, assertion }, level: tlpNamed(assertion.tlp)?.name };
  },
  document: ({ assertion }, { name }) =>
    assertion === undefined
      ? doneDocument(`There is no assertion ${name}, or it was taken back before`, [])
      : assertionDocument('Taken back', assertion),
});
