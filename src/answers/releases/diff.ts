import * as z from 'zod/mini';
import { SUPPORT } from '../explanation/evidence.ts';
import { Mention } from '../explanation/mention.ts';
import { argument, options } from '../question.ts';
import { as, count, list, oneOf, optional, shape, text, type Of } from '../schema.ts';

/** What changed between two releases. */
export const DiffQuestion = z.strictObject({
  from: argument('<from>', 'the earlier release, e.g. 17.1'),
  to: argument('<to>', 'the later release, e.g. 18.1'),
  groups: options('--group <name>', 'also what changed for this group (repeatable)'),
  domains: options('--domain <domain>', 'only this domain (repeatable)', {
    fallback: 'all of which both are loaded',
  }),
});

export const FieldChange = shape(
  'FieldChange',
  'A field of an object that is different. Long texts are named, not repeated.',
  {
    label: text('what it is called in words, e.g. `platforms`'),
    field: text('as in the object'),
    before: optional(text('short value before; absent where there was none, or where it is long')),
    after: optional(text('short value after, likewise')),
    added: optional(list(text('an entry'), 'of lists of texts: entries that are new')),
    removed: optional(list(text('an entry'), 'entries that are gone')),
  },
);
export type FieldChange = Of<typeof FieldChange>;

const VERSIONS = {
  before: text('version of the object before, e.g. `2.0`'),
  after: text('version of the object after'),
};

const ChangedThing = shape('ChangedThing', 'A thing that is still there, with other words or values.', {
  thing: as(Mention, 'the thing'),
  versions: optional(shape('ObjectVersions', 'Where objects say their versions.', VERSIONS)),
  fields: list(FieldChange, 'what is different, by name'),
});
export type ChangedThing = Of<typeof ChangedThing>;

const VersionChange = shape('VersionChange', 'A thing of which nothing but the version is another.', {
  thing: as(Mention, 'the thing'),
  ...VERSIONS,
});

const DomainChange = shape('DomainChange', 'A thing that is of other domains of ATT&CK now.', {
  thing: as(Mention, 'the thing'),
  left: list(text('a domain, e.g. `mobile-attack`'), 'domains that it is no longer of'),
  joined: list(text('a domain'), 'domains that it is new in'),
});
export type DomainChange = Of<typeof DomainChange>;

const MovedTechnique = shape('MovedTechnique', 'A technique that serves other tactics now.', {
  thing: as(Mention, 'the technique'),
  left: list(Mention, 'tactics that it no longer serves'),
  joined: list(Mention, 'tactics that it serves now'),
});

const RevokedThing = shape('RevokedThing', 'A thing that was revoked.', {
  thing: as(Mention, 'the thing'),
  successor: optional(as(Mention, 'what it was revoked in favour of, followed to the end')),
});
export type RevokedThing = Of<typeof RevokedThing>;

const CommonChanges = shape(
  'CommonChanges',
  'Fields that changed in more than half of many things: reports name them once.',
  {
    fields: list(
      shape('CommonChange', 'A field that changed for most.', {
        label: text('the field in words'),
        things: count('of how many'),
      }),
      'those fields',
    ),
    others: count('things of which something else changed, too'),
    nothingElse: count('things of which nothing else changed'),
  },
);

export const KindDiff = shape(
  'KindDiff',
  'What is different of the things of one kind; each list by ATT&CK id.',
  {
    kind: text('name of the kind, e.g. `technique`'),
    plural: text('the same of several'),
    added: list(Mention, 'live now, and not in the earlier release'),
    changed: list(ChangedThing, 'still there, with other words or values'),
    common: optional(CommonChanges),
    versionOnly: list(VersionChange, 'nothing but the version of the object is another'),
    domains: list(DomainChange, 'of other domains of ATT&CK now'),
    moved: list(MovedTechnique, 'techniques that serve other tactics now'),
    revoked: list(RevokedThing, 'revoked since'),
    deprecated: list(Mention, 'deprecated since'),
    removed: list(Mention, 'live before, and no longer in the release at all'),
    restored: list(Mention, 'withdrawn before, live again'),
  },
);
export type KindDiff = Of<typeof KindDiff>;

const RelationChange = shape('RelationChange', 'How many facts of a relation only one release has.', {
  relation: text('the relation, e.g. `uses`'),
  added: count('facts that only the later release has'),
  removed: count('facts that only the earlier release has'),
});
export type RelationChange = Of<typeof RelationChange>;

const ReportedUse = shape('ReportedUse', 'A thing that the group is reported to use.', {
  used: as(Mention, 'the technique or software'),
  ...SUPPORT,
});
export type ReportedUse = Of<typeof ReportedUse>;

const EndedUse = shape('EndedUse', 'A thing that the group is no longer reported to use.', {
  used: as(Mention, 'the technique or software'),
  withdrawn: optional(
    oneOf(['revoked', 'deprecated'], 'what became of the thing; absent where only the use is gone'),
  ),
  successor: optional(as(Mention, 'what replaced the thing')),
});
export type EndedUse = Of<typeof EndedUse>;

export const GroupDiff = shape(
  'GroupDiff',
  'What a release reports of a group itself that another does not: techniques, software.',
  {
    group: as(Mention, 'the group'),
    added: list(ReportedUse, 'newly reported'),
    removed: list(EndedUse, 'no longer reported'),
    carried: list(
      shape('CarriedUse', 'A use that goes by another id now.', {
        from: as(Mention, 'a thing that was revoked'),
        to: as(Mention, 'its successor'),
      }),
      'reported of a thing that was revoked since, and of its successor now: neither new nor gone',
    ),
    reworded: list(ReportedUse, 'reported in both, with another sentence or other citations'),
  },
);
export type GroupDiff = Of<typeof GroupDiff>;

export const DiffAnswer = shape(
  'DiffAnswer',
  'What is different between two releases. Things are the same where their STIX ids are; what both have withdrawn is left out.',
  {
    from: text('the earlier release'),
    to: text('the later release'),
    series: list(text('`enterprise-attack` …'), 'series that are compared: both releases are loaded of them'),
    kinds: list(KindDiff, 'kinds of which anything is different'),
    relations: list(RelationChange, 'relations of which anything is different, by name'),
    groups: list(GroupDiff, 'the groups asked about'),
  },
);
export type DiffAnswer = Of<typeof DiffAnswer>;
