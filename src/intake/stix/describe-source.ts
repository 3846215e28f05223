import {
  freestLevel,
  isCleared,
  strictness,
  type DeliveredObject,
  type MarkingLevel,
  type SourceDescription,
  type SourceKind,
} from '../../facts/index.ts';
import {
  levelsBorne,
  type MarkingLookup,
  isRaw,
  rawsOf,
  textOf,
  textsOf,
  type Raw,
  attackIds,
} from '../../stix/index.ts';
import { defined, fileName } from '../../text/index.ts';
import { attackFiles } from '../../threat/index.ts';

/** What whoever read the bytes knows of a delivery, and what the user wants it to be taken for. */
export interface AboutDelivery {
  /** A file name, a URL, `-`. */
  readonly location: string;
  /** Of the bytes after decompression, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Overrides what the content says. */
  readonly kind?: SourceKind | undefined;
  readonly name?: string;
  readonly series?: string;
  readonly release?: string | undefined;
  /** What the collection of a server is called that it is: no release of anything, though there may be all of one in it. */
  readonly collection?: string;
  /** What marking objects of earlier deliveries mean. Default: only those of the delivery, and those that OASIS defined, are known. */
  readonly markings?: MarkingLookup;
}

/** The series that MITRE publishes: their names, and the ids of their collections, which never change. */
const ATTACK_SERIES = [
  {
    series: 'enterprise-attack',
    name: 'Enterprise ATT&CK',
    collection: 'x-mitre-collection--1f5f1533-f617-4ca8-9ab4-6a02367fa019',
  },
  {
    series: 'mobile-attack',
    name: 'Mobile ATT&CK',
    collection: 'x-mitre-collection--dac0d2d7-8653-445c-9bff-82f934c1e858',
  },
  {
    series: 'ics-attack',
    name: 'ICS ATT&CK',
    collection: 'x-mitre-collection--90c00720-636b-4485-b342-8751d232bf09',
  },
] as const;

/** What the content says that it is. */
interface Recognised {
  readonly kind: SourceKind;
  readonly name: string;
  readonly series?: string;
  readonly release?: string | undefined;
  /** The object that the name is taken from. */
  readonly namedBy?: DeliveredObject | undefined;
}

/** Types of the objects that say something about the delivery that they are in. */
const DESCRIBING_TYPES: ReadonlySet<string> = new Set([
  'x-mitre-collection',
  'x-mitre-matrix',
  'report',
  'marking-definition',
]);

/**
 * Describes a delivery: the collection of a server is what that calls it; a file that MITRE published is the release that it was published as, whatever it or anybody says; else what
 * `about` says goes first, and then what the content says.
 */
export function describeSource(
  delivered: readonly DeliveredObject[],
  about: AboutDelivery,
): SourceDescription {
  const objects = delivered.filter(({ type }) => DESCRIBING_TYPES.has(type));
  const { kind = 'feed', collection: name, location, sha256, bytes } = about;
  if (name !== undefined) {
    const statements = statementsOf(objects, undefined);
    return { kind, name, location, sha256, bytes, statements, ...levelsBorne(delivered) };
  }
  const own = recognise(objects, delivered, about);
  const published = publishedAs(about, own.release);
  const recognised = published ?? own;
  const series = published?.series ?? about.series ?? recognised.series;
  const release = published?.release ?? about.release ?? recognised.release;
  const level = about.name === undefined ? levelOfName(recognised, delivered) : undefined;
  return {
    kind: about.kind ?? recognised.kind,
    name: about.name ?? [recognised.name, release].filter((part) => part !== undefined).join(' '),
    ...defined({ series, release }),
    location: about.location,
    sha256: about.sha256,
    bytes: about.bytes,
    statements: statementsOf(objects, level),
    ...defined({ level }),
    ...levelsBorne(delivered),
  };
}

/** What the bytes were published as; where several releases have one file, the one that is asked for or that they name, else the newest. */
function publishedAs({ sha256, release }: AboutDelivery, named: string | undefined): Recognised | undefined {
  const files = attackFiles(sha256);
  const file = [release, named]
    .flatMap((wanted) => files.find((each) => each.release === wanted) ?? [])
    .concat(files)
    .at(0);
  if (file === undefined) return undefined;
  const name = ATTACK_SERIES.find(({ series }) => series === file.series)?.name ?? 'PRE-ATT&CK';
  return { kind: 'attack', name, series: file.series, release: file.release };
}

function recognise(
  objects: readonly DeliveredObject[],
  delivered: readonly DeliveredObject[],
  about: AboutDelivery,
): Recognised {
  const collections = objects.filter(({ type }) => type === 'x-mitre-collection');
  const [collection] = collections;
  if (collection !== undefined && collections.length === 1 && !isPart(collection, delivered))
    return recogniseCollection(collection);
  const reports = objects.filter(({ type }) => type === 'report');
  const whole = objects.filter((object) => !isPart(object, delivered));
  const series = reports.length === 0 && collections.length === 0 ? seriesOfMatrix(whole) : undefined;
  if (series !== undefined) return { kind: 'attack', name: series.name, series: series.series };
  const named = nameOfReports(reports);
  return {
    kind: reports.length > 0 ? 'vendor-report' : 'feed',
    name: named?.name ?? fileName(about.location),
    namedBy: named?.report,
  };
}

/** Objects that say nothing of adversaries: a delivery may leave them unmarked though all that it reports is marked. */
const BESIDE_THE_POINT: ReadonlySet<string> = new Set([
  'marking-definition',
  'extension-definition',
  'identity',
]);

/** Level of a source's name: that of the object it is taken from; else, as nothing freer is reported, the freest of all. */
function levelOfName(
  { namedBy, series }: Recognised,
  delivered: readonly DeliveredObject[],
): MarkingLevel | undefined {
  if (namedBy !== undefined) return namedBy.level;
  if (series !== undefined) return undefined;
  const reporting = delivered.filter(({ type }) => !BESIDE_THE_POINT.has(type));
  return freestLevel(reporting.map(({ level }) => level));
}

/**
 * Whether a collection or a matrix of ATT&CK comes without most of what it lists: then somebody hands on a part of a release, which
 * does not speak for MITRE.
 */
function isPart({ id, raw, type }: DeliveredObject, delivered: readonly DeliveredObject[]): boolean {
  const isCollection =
    type === 'x-mitre-collection' && ATTACK_SERIES.some(({ collection }) => collection === id);
  const listed = isCollection
    ? rawsOf(raw, 'x_mitre_contents').map((entry) => textOf(entry, 'object_ref'))
    : type === 'x-mitre-matrix'
      ? textsOf(raw, 'tactic_refs')
      : [];
  if (listed.length === 0) return false;
  const described = new Set(delivered.map((object) => object.id));
  return listed.filter((each) => described.has(each)).length * 2 < listed.length;
}

/** A collection names a series and its release, ATT&CK's or anybody else's. */
function recogniseCollection(collection: DeliveredObject): Recognised {
  const { raw, id } = collection;
  const known = ATTACK_SERIES.find((row) => row.collection === id);
  return {
    kind: known === undefined ? 'feed' : 'attack',
    name: known?.name ?? (textOf(raw, 'name') || id),
    namedBy: collection,
    series: known?.series ?? id,
    release: textOf(raw, 'x_mitre_version') || undefined,
  };
}

/** STIX 2.0 bundles of ATT&CK hold no collection; their matrix says the domain, but nothing says the release. */
function seriesOfMatrix(objects: readonly DeliveredObject[]): (typeof ATTACK_SERIES)[number] | undefined {
  const domains = new Set(
    objects.filter(({ type }) => type === 'x-mitre-matrix').flatMap(({ raw }) => attackIds(raw)),
  );
  const known = ATTACK_SERIES.filter(({ series }) => domains.has(series));
  return known.length === 1 ? known[0] : undefined;
}

/** The name of the report with the freest marking: the names of others may be marked more strictly. */
function nameOfReports(
  reports: readonly DeliveredObject[],
): { readonly name: string; readonly report: DeliveredObject } | undefined {
  const [report] = reports.toSorted((one, other) => strictness(one.level) - strictness(other.level));
  const name = report === undefined ? '' : textOf(report.raw, 'name');
  if (report === undefined || name === '') return undefined;
  return { report, name: reports.length === 1 ? name : `${name} and ${reports.length - 1} more` };
}

/** Statements are shown to whoever may see the name of the source; those marked above it, or borne only by objects that are, are left out. */
function statementsOf(
  objects: readonly DeliveredObject[],
  name: MarkingLevel | undefined,
): readonly string[] {
  const most = strictness(name) > strictness('clear') ? name : 'clear';
  const markings = objects.filter(
    ({ type, level }) => type === 'marking-definition' && isCleared(level, most),
  );
  return [...new Set(markings.map(({ raw }) => statementOf(raw)).filter((text) => text !== ''))];
}

function statementOf(raw: Raw): string {
  const definition = raw['definition'];
  return isRaw(definition) ? textOf(definition, 'statement') : '';
}
