import { ListedAssertion } from '../knowledge/assertions.ts';
import { as, optional, shape, truth } from '../schema.ts';

export const AssertAnswer = shape('AssertAnswer', 'The assertion, as it is kept.', {
  assertion: as(ListedAssertion, 'the assertion'),
});

export const RetractAnswer = shape('RetractAnswer', 'Whether an assertion was taken back.', {
  retracted: truth('false where there is none of this name, or it was taken back before'),
  assertion: optional(as(ListedAssertion, 'the assertion that was taken back')),
});
