import {
  FoeprintError,
  issueOf,
  sameValue,
  sourceId,
  type DeliveredObject,
  type Delivery,
  type Source,
  type Statement,
} from '../facts/index.ts';
import { buildView } from './build-view.ts';
import { KNOWLEDGE_ISSUES } from './issues.ts';
import type {
  IngestReport,
  KnowledgeBase,
  KnowledgeView,
  Selection,
  StoredObject,
} from './knowledge-base.ts';
import { includesSorted } from './sorted-numbers.ts';
import { compareTexts, sourcesInView, viewKey } from './sources-in-view.ts';
import { TextSearch, type SearchedObject } from './text-search.ts';
import { ThingTable } from './thing-table.ts';
import { View, type ViewDescription, type ViewStore } from './view.ts';
import { withdrawalCode, type ObjectRow } from './view-rows.ts';

/** An object version as kept in memory. */
interface MemoryObject extends ObjectRow {
  readonly told: DeliveredObject;
  /** The version of the object that came before, whatever their order in time. */
  readonly before: MemoryObject | undefined;
}

/** A source and the stored numbers of what it told, ascending. */
interface MemorySource {
  readonly source: Source;
  readonly members: Int32Array;
}

/** Keeps knowledge for the life of the process: for one-off questions, tests, and places without a disk. */
export class MemoryKnowledgeBase implements KnowledgeBase {
  readonly #objects: MemoryObject[] = [];
  /** For each thing that is an id, the version of the object that came last. */
  readonly #last: (MemoryObject | undefined)[] = [];
  readonly #things = new ThingTable();
  readonly #relations = new Map<string, number>();
  readonly #teller: number[] = [];
  readonly #relation: number[] = [];
  readonly #subject: number[] = [];
  readonly #object: number[] = [];
  #sources: readonly MemorySource[] = [];
  readonly #views = new Map<string, View>();
  readonly #remembered = new Map<string, Uint8Array>();
  readonly #text = new TextSearch();
  readonly #store: ViewStore = {
    object: (stored, inView) => this.#give(this.#at(stored), inView),
    versions: (id, inView) => this.#versionsOf(id).map((object) => this.#give(object, inView)),
    search: (terms, isShown, types, limit) => this.#text.search(this.#searched(isShown, types), terms, limit),
    recall: (key) => this.#remembered.get(key),
    remember: (key, bytes) => this.#remembered.set(key, bytes),
  };
  #isClosed = false;

  ingest(delivery: Delivery, loadedAt: string): IngestReport {
    this.#refuseClosed();
    const source = {
      ...delivery.source,
      id: sourceId(delivery.source),
      loadedAt,
      objects: delivery.objects.length,
    };
    const known = this.#sources.find((row) => row.source.id === source.id);
    if (known?.source.sha256 === source.sha256) return unchanged(known.source, delivery);
    const counts = { added: 0, known: 0, superseding: 0 };
    const members = Int32Array.from(delivery.objects, (object) => this.#keep(object, counts)).toSorted();
    // A release that is told anew, differently, takes the place of its former telling; the objects stay as history.
    this.#sources = [...this.#sources.filter((row) => row !== known), { source, members }];
    this.#remembered.clear();
    return { source, isNew: true, ...counts, issues: delivery.issues };
  }

  sources(): readonly Source[] {
    this.#refuseClosed();
    return this.#sources.map(({ source }) => source);
  }

  view(selection: Selection = {}): KnowledgeView {
    const sources = sourcesInView(this.sources(), selection);
    const key = viewKey(sources, selection);
    const view = this.#views.get(key) ?? this.#makeView({ key, selection, sources });
    this.#views.set(key, view);
    return view;
  }

  close(): void {
    this.#isClosed = true;
    this.#views.clear();
  }

  #makeView(description: ViewDescription): View {
    const rows = {
      objects: this.#inView(description.sources),
      statements: {
        size: this.#teller.length,
        teller: this.#teller,
        relation: this.#relation,
        subject: this.#subject,
        object: this.#object,
      },
      relations: [...this.#relations.keys()],
      things: this.#things.size,
      textOf: (thing: number) => this.#things.textOf(thing),
      isLiteral: (thing: number) => this.#things.isLiteral(thing),
    };
    return new View(this.#store, description, buildView(rows, description.selection.withdrawn === true));
  }

  /** Of everything that the sources told, the newest version of each object, in order of stored numbers. */
  #inView(sources: readonly Source[]): readonly MemoryObject[] {
    const newest: (MemoryObject | undefined)[] = [];
    for (const { source, members } of this.#sources) {
      if (!sources.includes(source)) continue;
      for (const stored of members) {
        const object = this.#at(stored);
        const rival = newest[object.thing];
        if (rival === undefined || compareVersions(object, rival) > 0) newest[object.thing] = object;
      }
    }
    return this.#objects.filter((object) => newest[object.thing] === object);
  }

  #at(stored: number): MemoryObject {
    const object = this.#objects[stored];
    if (object === undefined)
      throw new FoeprintError([
        issueOf(KNOWLEDGE_ISSUES.unknownObject, `Nothing is stored as number ${stored}.`),
      ]);
    return object;
  }

  #versionsOf(id: string): readonly MemoryObject[] {
    const thing = this.#things.find(id);
    const versions: MemoryObject[] = [];
    for (let version = this.#last[thing ?? -1]; version !== undefined; version = version.before)
      versions.push(version);
    return versions.toSorted((one, other) => compareVersions(other, one));
  }

  #give({ stored, told }: MemoryObject, inView: readonly Source[]): StoredObject {
    const sources = this.#sources
      .filter(({ members }) => includesSorted(members, stored))
      .map(({ source }) => source)
      .toReversed()
      .toSorted((one, other) => Number(inView.includes(other)) - Number(inView.includes(one)));
    return { stored, id: told.id, type: told.type, raw: told.raw, sources };
  }

  /** Number of the object version, which is added where it is not known yet. */
  #keep(told: DeliveredObject, counts: { added: number; known: number; superseding: number }): number {
    const thing = this.#things.ofId(told.id);
    const last = this.#last[thing];
    let isSuperseding = false;
    for (let version = last; version !== undefined; version = version.before) {
      if (version.told.version === told.version && sameValue(version.told.raw, told.raw)) {
        counts.known++;
        return version.stored;
      }
      isSuperseding ||= version.told.version < told.version;
    }
    counts.added++;
    if (isSuperseding) counts.superseding++;
    const object = {
      stored: this.#objects.length,
      thing,
      type: told.type,
      withdrawal: withdrawalCode(told.withdrawn),
      entity: told.entity,
      told,
      before: last,
    };
    this.#objects.push(object);
    this.#last[thing] = object;
    for (const statement of told.statements) this.#tell(object.stored, statement);
    return object.stored;
  }

  #tell(teller: number, { relation, subject, object }: Statement): void {
    const number = this.#relations.get(relation) ?? this.#relations.size;
    this.#relations.set(relation, number);
    this.#teller.push(teller);
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
      .filter(({ stored, told }) => isShown(stored) && (types?.includes(told.type) ?? true))
      .map(({ stored, told: { id, type, text } }) => ({ stored, id, type, text }));
  }

  #refuseClosed(): void {
    if (this.#isClosed)
      throw new FoeprintError([issueOf(KNOWLEDGE_ISSUES.closed, 'The knowledge base in memory is closed.')]);
  }
}

/** Orders versions of an object in time; those of the same time by when they were first told. */
function compareVersions(one: MemoryObject, other: MemoryObject): number {
  return compareTexts(one.told.version, other.told.version) || one.stored - other.stored;
}

function unchanged(source: Source, delivery: Delivery): IngestReport {
  return {
    source,
    isNew: false,
    added: 0,
    known: delivery.objects.length,
    superseding: 0,
    issues: delivery.issues,
  };
}
