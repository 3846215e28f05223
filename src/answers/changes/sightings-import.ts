import { STANDINGS } from '../releases/migrate.ts';
import { IssueShape } from '../issue.ts';
import { as, count, list, oneOf, optional, shape, text, type Of } from '../schema.ts';

const ImportedBatch = shape('ImportedBatch', 'Some sightings that came together.', {
  id: text('SHA-256 of the input and of how it was read, lower-case hex'),
  rows: count('rows stored: one for each technique of a detection'),
  sightings: count('sum of their counts'),
  first: text('first day, `YYYY-MM-DD`; empty where there are no rows'),
  last: text('last day'),
  level: optional(text('how far it may go, e.g. `TLP:AMBER`; absent where it bears no marking')),
});

const CarriedTechnique = shape(
  'CarriedTechnique',
  'A technique that is not simply the same in the release.',
  {
    from: text('id as given'),
    to: text('id that it is kept under'),
    standing: oneOf(
      STANDINGS,
      'how that is known; what is ambiguous, dropped or unknown is kept under its own id',
    ),
    rows: count('rows that have it'),
  },
);

const RejectedCount = shape('RejectedCount', 'Records that could not be used, for one reason.', {
  code: text('code of the reason'),
  name: text('its name'),
  records: count('how many'),
});

const ImportedInput = shape('ImportedInput', 'What came of one input of sightings.', {
  file: text('its name; `-` for standard input'),
  format: text('the format that it was read as; empty where none was recognised'),
  outcome: oneOf(
    ['stored', 'known', 'refused', 'tried'],
    'whether it was stored, was stored before, had nothing to store, or was only tried',
  ),
  batch: optional(as(ImportedBatch, 'what was stored, or would be')),
  carried: list(CarriedTechnique, 'techniques that are not simply the same, by id'),
  rejected: list(RejectedCount, 'what could not be used, by reason'),
  rejects: optional(text('name of the file with all of these')),
  issues: list(IssueShape, 'what is to be minded'),
});
export type ImportedInput = Of<typeof ImportedInput>;

export const SightingsImportAnswer = shape('SightingsImportAnswer', 'What came of importing sightings.', {
  release: text('ATT&CK release that techniques were carried to; empty where none is loaded'),
  inputs: list(ImportedInput, 'in the order in which they were named, those of folders by their paths'),
  issues: list(IssueShape, 'what is to be minded of the organisations that were named'),
  template: optional(text('name of the file with a mapping to start from, where that was asked for')),
});
export type SightingsImportAnswer = Of<typeof SightingsImportAnswer>;
