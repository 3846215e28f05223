import { compareText, defined } from '../text/index.ts';
import {
  IDENTIFIED_BY,
  sameValue,
  errorOf,
  type DeliveredObject,
  type Delivery,
  type Source,
  type Statement,
} from '../facts/index.ts';
import { buildView } from './view/build-view.ts';
import { arrivingSource, placed, unchanged, type Placed, type IngestCounts } from './arriving-source.ts';
import { KNOWLEDGE_ISSUES } from './issues.ts';
import {
  isForgotten,
  type ForgetReport,
  type IngestReport,
  type KnowledgeBase,
  type Load,
  type KnowledgeView,
  type NamingObject,
  type Selection,
  type StoredObject,
  type SourceContents,
  type NumberedObject,
} from './knowledge-base.ts';
import { foldText } from './search/search-words.ts';
import { includesSorted, sameNumbers } from './view/sorted-numbers.ts';
import { storable } from './storable.ts';
import { describeView } from './view/sources-in-view.ts';
import { TextSearch, type SearchedObject } from './search/text-search.ts';
import { ThingTable } from './thing-table.ts';
import { View, type ViewDescription, type ViewStore } from './view/view.ts';
import { sourceMarks } from './view/precedence.ts';
import { withdrawalCode, type ObjectRow, type WithdrawalCode } from './view/view-rows.ts';

interface MemoryObject {
  readonly stored: number;
  /** The thing that its id is. */
  readonly thing: number;
  readonly withdrawal: WithdrawalCode;
  readonly delivered: DeliveredObject;
  /** The version of the object that came before, whatever their order in time. */
  readonly before: MemoryObject | undefined;
}

/** A source and the stored numbers of its objects, ascending. */
interface MemorySource {
  readonly source: Source;
  readonly members: Int32Array;
}

/** Keeps knowledge for the life of the process: for one-off questions, tests, and places without a disk. */
export class MemoryKnowledgeBase implements KnowledgeBase {
  #contents = new MemoryContents();
  readonly #views = new Map<string, View>();
  #isClosed = false;

  ingest(delivery: Delivery, loadedAt: string): IngestReport {
    return this.#orAsBefore(() => this.#ingest(delivery, loadedAt));
  }

  ingestAll(deliveries: readonly Delivery[], loadedAt: string): readonly IngestReport[] {
    return this.#orAsBefore(() => deliveries.map((delivery) => this.#ingest(delivery, loadedAt)));
  }

  /** Does something to the contents or, when it throws, nothing. */
  #orAsBefore<Result>(work: () => Result): Result {
    const contents = this.#open();
    const before = contents.size;
    try {
      return work();
    } catch (error) {
      this.replaceWith([...contents.bySource()].slice(0, before));
      throw error;
    }
  }

  #ingest(delivery: Delivery, loadedAt: string): IngestReport {
    const contents = this.#open();
    const arriving = arrivingSource(delivery, loadedAt);
    const known = contents.current(arriving.id)?.source;
    if (known?.sha256 === arriving.sha256) return unchanged(known, delivery);
    const { source, issues, ...counts } = contents.take(arriving, delivery.objects);
    this.#views.clear();
    // The delivery may look for its warnings only now: whoever does not read the report does not wait for them.
    return {
      source,
      isNew: true,
      ...counts,
      get issues() {
        return [...issues, ...delivery.issues];
      },
    };
  }

  forget(id: string, only?: Load): ForgetReport {
    const before = this.#open();
    const { after, report } = before.without((source) => isForgotten(source, id, only));
    if (report.sources.length === 0) return report;
    this.#contents = after;
    this.#views.clear();
    return report;
  }

  sources(): readonly Source[] {
    return this.#open().sources();
  }

  loads(): readonly Source[] {
    return this.#open().loads();
  }

  view(selection: Selection = {}): KnowledgeView {
    const contents = this.#open();
    const asked = describeView(contents.sources(), selection);
    const view = this.#views.get(asked.key) ?? contents.view(asked);
    this.#views.set(asked.key, view);
    return view;
  }

  contents(): Iterable<SourceContents> {
    return this.#open().bySource();
  }

  replaceWith(contents: Iterable<SourceContents>): void {
    this.#open();
    const replacement = new MemoryContents();
    for (const each of contents) replacement.add(each);
    this.#contents = replacement;
    this.#views.clear();
  }

  close(): void {
    this.#isClosed = true;
    this.#views.clear();
  }

  #open(): MemoryContents {
    if (this.#isClosed) throw errorOf(KNOWLEDGE_ISSUES.closed, 'The knowledge base in memory is closed.');
    return this.#contents;
  }
}

/** What a knowledge base in memory holds: objects are only added. */
class MemoryContents {
  readonly #objects: MemoryObject[] = [];
  /** For each thing that is an id, the version of the object that came last. */
  readonly #last: (MemoryObject | undefined)[] = [];
  readonly #things = new ThingTable();
  readonly #relations = new Map<string, number>();
  readonly #origin: number[] = [];
  readonly #relation: number[] = [];
  readonly #subject: number[] = [];
  readonly #object: number[] = [];
  readonly #sources: MemorySource[] = [];
  readonly #remembered = new Map<string, () => Uint8Array>();
  readonly #text = new TextSearch();
  readonly #store: ViewStore = {
    object: (stored, inView) => this.#give(this.#at(stored), inView),
    versions: (id, inView) => this.#versionsOf(id).map((object) => this.#give(object, inView)),
    sourcesOf: (stored, among) =>
      this.#sourcesAmong(among)
        .filter(({ members }) => members.some((member) => stored.has(member)))
        .map(({ source }) => source),
    search: (terms, isShown, types) => this.#text.search(this.#searched(isShown, types), terms),
    recall: (key) => this.#remembered.get(key)?.(),
    remember: (key, bytes) => this.#remembered.set(key, bytes),
  };

  /** How many sources were added, those counted too whose place a later one has taken. */
  get size(): number {
    return this.#sources.length;
  }

  /** The sources, without those whose place a later one of the same release has taken. */
  sources(): readonly Source[] {
    return this.#current().map(({ source }) => source);
  }

  loads(): readonly Source[] {
    return this.#sources.map(({ source }) => source);
  }

  /** The source of an id as it is now. */
  current(id: string): MemorySource | undefined {
    return this.#sources.findLast(({ source }) => source.id === id);
  }

  /** Adds a source with its objects, in the place that it is given among what is known. */
  take(arriving: Source, objects: readonly DeliveredObject[]): IngestCounts & Placed {
    const counts = { added: 0, known: 0, superseding: 0 };
    const members = this.#keepAll(objects, counts);
    const known = this.current(arriving.id);
    const place = placed(arriving, known?.source, known !== undefined && sameNumbers(known.members, members));
    this.#addContents(place.source, members);
    return { ...counts, ...place };
  }

  /** Adds a source as it was kept elsewhere; the objects of one that it replaces stay as history. */
  add({ source, objects }: SourceContents): void {
    const delivered = Array.from(objects, (object) => object.delivered);
    this.#addContents(source, this.#keepAll(delivered, { added: 0, known: 0, superseding: 0 }));
  }

  #keepAll(objects: readonly DeliveredObject[], counts: IngestCounts): Int32Array {
    return Int32Array.from(storable(objects), (object) => this.#keep(object, counts)).toSorted();
  }

  #addContents(source: Source, members: Int32Array): void {
    this.#sources.push({ source, members });
    this.#remembered.clear();
  }

  /** The sources with their objects, in order of loading. */
  *bySource(): Generator<SourceContents> {
    for (const { source, members } of this.#sources) yield { source, objects: this.#objectsOf(members) };
  }

  *#objectsOf(members: Int32Array): Generator<NumberedObject> {
    for (const stored of members) yield { stored, delivered: withFoldedText(this.#at(stored).delivered) };
  }

  /** The same without what only these sources have. Views of this one stay as they are. */
  without(isGone: (source: Source) => boolean): {
    readonly after: MemoryContents;
    readonly report: ForgetReport;
  } {
    const after = new MemoryContents();
    for (const each of this.bySource()) if (!isGone(each.source)) after.add(each);
    const gone = this.#sources.filter(({ source }) => isGone(source));
    const numbers = new Set(gone.flatMap(({ members }) => [...members]));
    const objects = this.#objects.length - after.#objects.length;
    const lost = [...numbers].map((stored) => this.#at(stored).delivered.id).filter((id) => !after.#has(id));
    const report: ForgetReport = {
      sources: gone.map(({ source }) => source),
      objects,
      shared: numbers.size - objects,
      facts: this.#factCount() - after.#factCount(),
      naming: after.#naming(new Set(lost)),
    };
    return { after, report };
  }

  /** How many statements are facts. */
  #factCount(): number {
    const identifiedBy = this.#relations.get(IDENTIFIED_BY);
    return this.#relation.filter((relation) => relation !== identifiedBy).length;
  }

  #has(id: string): boolean {
    return this.#last[this.#things.find(id) ?? -1] !== undefined;
  }

  /** The objects of sources as they are now that name one of these ids. */
  #naming(ids: ReadonlySet<string>): readonly NamingObject[] {
    const members = new Set(this.#current().flatMap((source) => [...source.members]));
    const naming = this.#objects
      .filter(({ stored }) => members.has(stored))
      .map(({ delivered }) => delivered)
      .filter(({ statements }) =>
        statements.some(
          ({ subject, object }) => ids.has(subject) || (typeof object === 'string' && ids.has(object)),
        ),
      )
      .map(({ id, type, entity }) => ({ id, type, label: entity?.label ?? '' }));
    return [...new Map(naming.map((each) => [each.id, each])).values()];
  }

  #current(): readonly MemorySource[] {
    const last = new Map(this.#sources.map((each) => [each.source.id, each]));
    return this.#sources.filter((each) => last.get(each.source.id) === each);
  }

  view(description: ViewDescription): View {
    const rows = {
      objects: this.#inView(description),
      statements: {
        size: this.#origin.length,
        origin: this.#origin,
        relation: this.#relation,
        subject: this.#subject,
        object: this.#object,
      },
      relations: [...this.#relations.keys()],
      things: this.#things.size,
      textOf: (thing: number) => this.#things.textOf(thing),
      isLiteral: (thing: number) => this.#things.isLiteral(thing),
    };
    return new View(this.#store, description, buildView(rows, description.selection));
  }

  /** All objects of the sources, in order of stored numbers. */
  #inView({ sources, heldBack }: ViewDescription): readonly ObjectRow[] {
    const current = this.#current().filter(
      ({ source }) => sources.includes(source) || heldBack.includes(source),
    );
    const marks = sourceMarks(current, (source) => heldBack.includes(source));
    return this.#objects.flatMap(
      ({ stored, thing, withdrawal, delivered: { type, version, level, entity } }) => {
        const mark = marks.get(stored);
        return mark === undefined
          ? []
          : [{ stored, thing, type, version, withdrawal, level, entity, ...mark }];
      },
    );
  }

  #sourcesAmong(sources: readonly Source[]): readonly MemorySource[] {
    return sources.length === 0 ? [] : this.#current().filter(({ source }) => sources.includes(source));
  }

  #at(stored: number): MemoryObject {
    const object = this.#objects[stored];
    if (object === undefined)
      throw errorOf(KNOWLEDGE_ISSUES.unknownObject, `Nothing is stored as number ${stored}.`);
    return object;
  }

  #versionsOf(id: string): readonly MemoryObject[] {
    const thing = this.#things.find(id);
    const versions: MemoryObject[] = [];
    for (let version = this.#last[thing ?? -1]; version !== undefined; version = version.before)
      versions.push(version);
    return versions.toSorted((one, other) => compareVersions(other, one));
  }

  #give({ stored, delivered: object }: MemoryObject, inView: readonly Source[]): StoredObject {
    const sources = this.#current()
      .filter(({ members }) => includesSorted(members, stored))
      .map(({ source }) => source)
      .toReversed()
      .toSorted((one, other) => Number(inView.includes(other)) - Number(inView.includes(one)));
    const { id, type, raw, level } = object;
    return { stored, id, type, raw, sources, ...defined({ level }) };
  }

  /** Number of the object version, which is added where it is not known yet. */
  #keep(delivered: DeliveredObject, counts: IngestCounts): number {
    const thing = this.#things.ofId(delivered.id);
    const last = this.#last[thing];
    let isSuperseding = false;
    for (let version = last; version !== undefined; version = version.before) {
      if (
        version.delivered.version === delivered.version &&
        sameValue(version.delivered.raw, delivered.raw)
      ) {
        counts.known++;
        return version.stored;
      }
      isSuperseding ||= version.delivered.version < delivered.version;
    }
    counts.added++;
    if (isSuperseding) counts.superseding++;
    const object = {
      stored: this.#objects.length,
      thing,
      withdrawal: withdrawalCode(delivered.withdrawn),
      delivered,
      before: last,
    };
    this.#objects.push(object);
    this.#last[thing] = object;
    for (const statement of delivered.statements) this.#addStatement(object.stored, statement);
    return object.stored;
  }

  #addStatement(origin: number, { relation, subject, object }: Statement): void {
    const number = this.#relations.get(relation) ?? this.#relations.size;
    this.#relations.set(relation, number);
    this.#origin.push(origin);
    this.#relation.push(number);
    this.#subject.push(this.#things.ofId(subject));
    this.#object.push(
      typeof object === 'string' ? this.#things.ofId(object) : this.#things.ofLiteral(object.literal),
    );
  }

  #searched(
    isShown: (stored: number) => boolean,
    types: readonly string[] | undefined,
  ): readonly SearchedObject[] {
    return this.#objects
      .filter(({ stored, delivered }) => isShown(stored) && (types?.includes(delivered.type) ?? true))
      .map(({ stored, delivered: { id, type, text } }) => ({ stored, id, type, text }));
  }
}

function withFoldedText(object: DeliveredObject): DeliveredObject {
  const { id, type, version, raw, statements, entity, withdrawn, level, text } = object;
  const folded = { title: foldText(text.title), body: foldText(text.body) };
  return defined({ id, type, version, raw, entity, statements, withdrawn, level, text: folded });
}

/** Orders versions of an object in time; those of the same time by when they were first loaded. */
function compareVersions(one: MemoryObject, other: MemoryObject): number {
  return compareText(one.delivered.version, other.delivered.version) || one.stored - other.stored;
}
