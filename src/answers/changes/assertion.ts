import { ListedAssertion } from '../knowledge/assertions.ts';
import { as, optional, shape, truth, type Of } from '../schema.ts';

/** The assertion, as it is kept. */
export const AssertAnswer = shape('AssertAnswer', 'The assertion, as it is kept.', {
  assertion: as(ListedAssertion, 'the assertion'),
});
export type AssertAnswer = Of<typeof AssertAnswer>;

/** Whether an assertion was taken back. */
export const RetractAnswer = shape('RetractAnswer', 'Whether an assertion was taken back.', {
  retracted: truth('false where there is none of this name, or it was taken back before'),
  assertion: optional(as(ListedAssertion, 'the assertion that was taken back')),
});
export type RetractAnswer = Of<typeof RetractAnswer>;
