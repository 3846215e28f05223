import { reasons } from '../reasons.ts';
import { list, shape, text, type Of } from '../schema.ts';

export const Claimant = shape('Claimant', 'Who makes a claim.', {
  name: text('a producer of intelligence, or the source itself where it does not say whose claim it is'),
  source: text('id of the source that passes the claim on'),
  cites: list(text('name of a document'), 'documents that the source cites for it'),
});
export type Claimant = Of<typeof Claimant>;

export const NameClaim = shape('NameClaim', 'A name of a thing, and everyone who gives it that name.', {
  name: text('the name'),
  claimants: reasons(list(Claimant, 'who gives it')),
});
export type NameClaim = Of<typeof NameClaim>;
