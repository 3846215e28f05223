import { MARKING_LEVELS } from '../../facts/index.ts';
import { Inventory } from '../coverage/inventory.ts';
import { IssueShape } from '../issue.ts';
import { as, list, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';
import { strictObject } from 'zod/mini';
import { Organisation } from './organisation.ts';

const KeptOrganisation = shape('KeptOrganisation', 'An organisation that a home keeps, or kept.', {
  organisation: as(Organisation, 'what was understood'),
  file: text('name of the file that it was read from'),
  keptAt: text('when it was kept: a timestamp'),
  level: optional(oneOf(MARKING_LEVELS, 'how far it may go; absent where it bears no marking')),
});

/** The organisation that questions are about where nobody is named. */
export const OrgShowQuestion = strictObject({});

export const OrgShowAnswer = shape(
  'OrgShowAnswer',
  'The organisation that questions are about where nobody is named.',
  { kept: optional(as(KeptOrganisation, 'what is kept; absent where nothing is')) },
);
export type OrgShowAnswer = Of<typeof OrgShowAnswer>;

export const OrgKeepAnswer = shape('OrgKeepAnswer', 'What came of keeping an organisation.', {
  isNew: truth('false where the same stands there already, and nothing was done'),
  kept: as(KeptOrganisation, 'what is kept now'),
  before: optional(text('name of the organisation that was kept before; absent where none was')),
  coverage: optional(
    as(Inventory, 'what its coverage files say, as it is kept; absent where it names none that can be used'),
  ),
  issues: list(IssueShape, 'what could not be used of it, and of its coverage files'),
});
export type OrgKeepAnswer = Of<typeof OrgKeepAnswer>;

export const OrgRemoveAnswer = shape('OrgRemoveAnswer', 'An organisation that is no longer kept.', {
  removed: as(KeptOrganisation, 'what was kept'),
});
export type OrgRemoveAnswer = Of<typeof OrgRemoveAnswer>;
