import { SOURCE_KINDS } from '../../facts/index.ts';
import { IssueShape } from '../issue.ts';
import { MappingInView } from '../planning/plan.ts';
import { as, count, list, oneOf, shape, text, truth, type Of } from '../schema.ts';

export const StoredSource = shape('StoredSource', 'A source that was read and stored.', {
  id: text('id of the source'),
  name: text('its name, with the release where it has one'),
  kind: oneOf(SOURCE_KINDS, 'what kind of source it is'),
  sha256: text('SHA-256 of its text, lower-case hex'),
  isNew: truth('false where exactly this source was loaded before'),
  added: count('objects that were not known before'),
  known: count('objects that were known before in this very version'),
  superseding: count('objects that replace an older version'),
  issues: list(IssueShape, 'what was left out, and what is to be minded'),
});
export type StoredSource = Of<typeof StoredSource>;

/** What came of reading one place: fields that loading and synchronising share. */
const PLACE = {
  location: text('name of the file, or the address'),
  unchanged: truth('true where the server says that nothing has changed since it was last loaded'),
  sources: list(StoredSource, 'what was stored; an archive may hold several'),
};

const LoadedPlace = shape('LoadedPlace', 'What came of reading one file or address.', PLACE);
export type LoadedPlace = Of<typeof LoadedPlace>;

const SyncedReport = shape('SyncedReport', 'A report that a server sent, as it is kept.', {
  label: text('its short name, `REP-1A2B3C4D`'),
  title: text('its title'),
  outcome: oneOf(
    ['new', 'known', 'changed'],
    'whether it was kept before, and whether another marking or statement is kept of it now',
  ),
});

const SyncedPlace = shape('SyncedPlace', 'What came of one source that was asked for by name.', {
  source: text(
    'the name that it was asked for by; `feed:NAME`, `taxii:NAME/COLLECTION` or `misp:NAME` of a server',
  ),
  from: oneOf(
    ['mirror', 'publisher', 'configured'],
    'where it came from: a mirror, its publisher, or where the configuration says',
  ),
  ...PLACE,
  reports: list(SyncedReport, 'reports that a server or feed sent: kept, to be reviewed, and no facts yet'),
  issues: list(
    IssueShape,
    'mirrors that could not be used, and what could not be had or read; with an error among them it is not all there',
  ),
});

export type SyncedPlace = Of<typeof SyncedPlace>;

/** What follows from all that is stored, once something was loaded. */
const AFTER = {
  derived: list(
    shape('DerivedCount', 'How many facts of a relation only rules know.', {
      relation: text('name of the relation'),
      derived: count('facts'),
    }),
    'what rules derive from all that is stored',
  ),
  remarks: list(IssueShape, 'what is to be minded of it beside what was there'),
  mappings: list(
    MappingInView,
    'how the techniques of mappings that were loaded came into the release in view',
  ),
};

export const LoadAnswer = shape('LoadAnswer', 'What was loaded, and what follows from it.', {
  places: list(LoadedPlace, 'in the order in which they were named'),
  ...AFTER,
});
export type LoadAnswer = Of<typeof LoadAnswer>;

export const SyncAnswer = shape('SyncAnswer', 'What was synchronised, and what follows from it.', {
  places: list(SyncedPlace, 'in the order in which they were asked for'),
  ...AFTER,
});
export type SyncAnswer = Of<typeof SyncAnswer>;

export const RebuildAnswer = shape('RebuildAnswer', 'What the kept copies were made into.', {
  rebuilt: list(StoredSource, 'in the order in which they were first loaded'),
});

const NamedSource = shape('NamedSource', 'A source by its name.', {
  id: text('id of the source'),
  name: text('its name'),
});

const ForgottenNow = shape('ForgottenNow', 'A source that was taken out, and what went with it.', {
  source: as(NamedSource, 'the source'),
  objects: count('objects that no other source has: they are gone'),
  shared: count('objects that others have as well: they stay'),
  facts: count('reported facts that went with the objects'),
  naming: list(
    shape('NamingObject', 'An object that names what is gone.', {
      id: text('its STIX id'),
      type: text('its STIX type'),
      label: text('its short name; empty where it has none'),
    }),
    'objects of other sources that name what no source describes any more',
  ),
  canBeTakenBack: truth('whether a copy lies aside'),
});
export type ForgottenNow = Of<typeof ForgottenNow>;

export const ForgetAnswer = shape(
  'ForgetAnswer',
  'What became of sources that were to be forgotten or taken back.',
  {
    forgotten: list(ForgottenNow, 'sources that were taken out'),
    takenBack: list(StoredSource, 'sources that were loaded again from the copies that lay aside'),
    purged: list(NamedSource, 'sources forgotten before, of which the copies were deleted'),
  },
);
export type ForgetAnswer = Of<typeof ForgetAnswer>;

export const DumpAnswer = shape('DumpAnswer', 'The whole knowledge base, written to a file.', {
  file: text('name of the file'),
  sources: list(NamedSource, 'what it holds, in the order of loading'),
});

export const RestoreAnswer = shape('RestoreAnswer', 'A knowledge base, brought back from a file.', {
  file: text('name of the file'),
  sources: count('sources'),
  objects: count('objects'),
});
