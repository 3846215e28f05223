import type { FactBase, Issue, DeliveredObject, Delivery, MarkingLevel, Source } from '../facts/index.ts';
import type { Catalogue } from './catalogue.ts';

/**
 * Where everything that was loaded is kept. Two implementations (in memory, SQLite) pass the same contract suite.
 * Everything is synchronous; a knowledge base is handed to whoever needs one.
 */
export interface KnowledgeBase {
  /**
   * Adds a source with its objects: all of them or, when this throws, nothing. Loading the same again changes nothing.
   *
   * @param loadedAt time of loading, ISO 8601 UTC
   */
  ingest(delivery: Delivery, loadedAt: string): IngestReport;
  /** The same for several sources: all of them or, when this throws, none. */
  ingestAll(deliveries: readonly Delivery[], loadedAt: string): readonly IngestReport[];
  /**
   * Takes out what only this source has, however often it was loaded: all of it or, when this throws, nothing. No view is opened, so
   * that it works where none can be built. Views that are held may not find objects of the source any more.
   *
   * @param only the one load of the source to take out, where it was loaded several times; what it replaced is in its place again
   */
  forget(id: string, only?: Load): ForgetReport;
  /** Every source that is loaded, in order of loading. */
  sources(): readonly Source[];
  /** Every load of a source, in order, and also those that a later one has replaced. */
  loads(): readonly Source[];
  /** The knowledge that answers are given from. */
  view(selection?: Selection): KnowledgeView;
  /**
   * Every source with its objects, in order of loading, and also those that a later one has replaced:
   * what a dump is made of. To be read to the end before anything else is asked of the knowledge base.
   */
  contents(): Iterable<SourceContents>;
  /** Forgets everything and takes in these sources instead: all of them or, when this throws, nothing changes. */
  replaceWith(contents: Iterable<SourceContents>): void;
  close(): void;
}

/** What one load of a source is known by: its bytes, and when it was loaded. */
export type Load = Pick<Source, 'sha256' | 'loadedAt'>;

/** Whether a source as stored is one that is to be forgotten. */
export function isForgotten(source: Source, id: string, only?: Load): boolean {
  const isLoad = only === undefined || (source.sha256 === only.sha256 && source.loadedAt === only.loadedAt);
  return source.id === id && isLoad;
}

/** A source with its objects, as kept. */
export interface SourceContents {
  readonly source: Source;
  readonly objects: Iterable<NumberedObject>;
}

/** An object of a source, with its text folded; where several sources have it, it has the same number in each. */
export interface NumberedObject {
  readonly stored: number;
  readonly delivered: DeliveredObject;
}

/** What came of one bundle: what was stored, and what could not be used. */
export interface IngestReport {
  readonly source: Source;
  /** False where exactly this source was loaded before. */
  readonly isNew: boolean;
  /** Objects (versions of objects) that were not known before. */
  readonly added: number;
  /** Objects known before in this very version. */
  readonly known: number;
  /** Objects that supersede an older version. */
  readonly superseding: number;
  readonly issues: readonly Issue[];
}

/** What went with a source that was forgotten. */
export interface ForgetReport {
  /** The source, once for each time that it was loaded, in order of loading; empty where there was no such source. */
  readonly sources: readonly Source[];
  /** Objects (versions of objects) that no other source has: they are gone. */
  readonly objects: number;
  /** Objects that other sources have as well: they stay. */
  readonly shared: number;
  /** Reported facts that went with the objects. */
  readonly facts: number;
  /** Objects of other sources that name something that no source describes any more; in order of loading. */
  readonly naming: readonly NamingObject[];
}

/** An object that names others. */
export interface NamingObject {
  readonly id: string;
  readonly type: string;
  /** Label of the object itself; empty where it has none. */
  readonly label: string;
}

/** Which part of the knowledge to answer from. */
export interface Selection {
  /** Release to use for every series that has it, e.g. `17.1`; default: the newest loaded of each series. */
  readonly release?: string;
  /** Series to use, e.g. `enterprise-attack`; sources without a series stay in. Default: all. */
  readonly series?: readonly string[];
  /** Take in facts that are revoked or deprecated, or about objects that are. Default false. */
  readonly withdrawn?: boolean;
  /**
   * Leave out whatever is marked above this level, and every source whose name is: as evidence, as things, from counts and
   * from search, so that no answer can rest on it. Default: nothing is left out.
   */
  readonly clearance?: MarkingLevel;
  /** Leave out what belongs to no series: reports, feeds and cases. Default: they are taken in. */
  readonly seriesOnly?: boolean;
  /** Leave out these sources, by id, so that of a series an earlier release is the newest. Default: none is left out. */
  readonly without?: readonly string[];
}

/** One selection of the knowledge, read-only and stable while it is held. */
export interface KnowledgeView {
  /** Names the content: equal keys mean equal answers. */
  readonly key: string;
  readonly selection: Selection;
  /** The sources in view. */
  readonly sources: readonly Source[];
  /** How many objects are left out because they are marked above the clearance. */
  readonly leftOut: number;
  /** All entities in view, withdrawn ones too (they are known, marked, and forwarded). */
  readonly catalogue: Catalogue;
  /** Reported facts in view; withdrawn ones only if selected. Its universe is the catalogue. */
  readonly facts: FactBase;
  /** A stored object by its number (an origin of a fact, or `CatalogueEntry.stored`). */
  object(stored: number): StoredObject;
  /** Every stored version of an object, newest first; in or out of view. */
  versions(id: string): readonly StoredObject[];
  /**
   * What others report of things that their publisher has withdrawn, and that no successor could take over: the stored number of the
   * reporting object, and the term. It makes no fact.
   */
  uncarried(): readonly { readonly stored: number; readonly about: number }[];
  /** How many objects of each STIX type are in view. */
  census(): readonly TypeCount[];
  /** Of the sources in view, those that have any of these stored objects, in order of loading. */
  sourcesOf(stored: ReadonlySet<number>): readonly Source[];
  /**
   * Full-text search over everything in view: names, aliases, labels, descriptions, relationship texts. Best first, in the order of
   * {@link MATCHES}. A thing is found once: by what leads, where that has the words, else by the best of what others say of it.
   */
  search(query: string, options?: SearchOptions): SearchResult;
  /** Something derived from this content and kept beside it, e.g. an evaluated rule pack; undefined if not kept. */
  recall(name: string): Uint8Array | undefined;
  /**
   * Keeps bytes for {@link recall}; may be forgotten at any time, is forgotten when the content changes. They may be made
   * only when recalled: what is held in memory is seldom asked for its bytes.
   */
  remember(name: string, bytes: () => Uint8Array): void;
}

export interface TypeCount {
  readonly type: string;
  readonly live: number;
  readonly revoked: number;
  readonly deprecated: number;
}

export interface StoredObject {
  readonly stored: number;
  readonly id: string;
  readonly type: string;
  readonly raw: Readonly<Record<string, unknown>>;
  /** Sources that have this version, newest first. */
  readonly sources: readonly Source[];
  /** The strictest level that it is marked with. */
  readonly level?: MarkingLevel;
}

export interface SearchOptions {
  /** STIX types to look in; default all. */
  readonly types?: readonly string[];
  /** Most hits to return; default 20. */
  readonly limit?: number;
}

/** How a query is met, best first: the thing that has this id, name or alias; all words in a name; in other text of a thing; in a relationship. */
export const MATCHES = ['itself', 'name', 'text', 'relationship'] as const;
export type Match = (typeof MATCHES)[number];

export interface SearchResult {
  /** How many there are, whatever the limit. */
  readonly found: number;
  readonly hits: readonly RankedHit[];
}

export interface RankedHit extends SearchHit {
  readonly match: Match;
}

export interface SearchHit {
  readonly stored: number;
  readonly id: string;
  readonly type: string;
  /** Larger is better; comparable only within one answer, among hits of one match. */
  readonly rank: number;
}
