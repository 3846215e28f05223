import { isCleared, errorOf, type FactBase, type Source } from '../../facts/index.ts';
import type { Catalogue } from '../catalogue.ts';
import { catalogueOf, factBaseOf } from './catalogue-of.ts';
import { KNOWLEDGE_ISSUES } from '../issues.ts';
import type {
  KnowledgeView,
  SearchHit,
  SearchOptions,
  SearchResult,
  Selection,
  StoredObject,
  TypeCount,
} from '../knowledge-base.ts';
import { rankedHits } from '../search/rank-hits.ts';
import { parseSearch, type SearchTerm } from '../search/search-words.ts';
import type { ViewTables } from './view-tables.ts';

/** Hits returned where the caller does not say how many. */
const DEFAULT_LIMIT = 20;

/** What a view asks of its knowledge base. `inView` are the view's sources. */
export interface ViewStore {
  object(stored: number, inView: readonly Source[]): StoredObject;
  versions(id: string, inView: readonly Source[]): readonly StoredObject[];
  /** Of these sources, those that have any of the objects. */
  sourcesOf(stored: ReadonlySet<number>, among: readonly Source[]): readonly Source[];
  /** The stored objects for which `isShown` that have all terms, best first. */
  search(
    terms: readonly SearchTerm[],
    isShown: (stored: number) => boolean,
    types: readonly string[] | undefined,
  ): readonly SearchHit[];
  recall(key: string): Uint8Array | undefined;
  remember(key: string, bytes: () => Uint8Array): void;
}

/** What names a view: its content, and how it was asked for. */
export interface ViewDescription {
  readonly key: string;
  readonly selection: Selection;
  readonly sources: readonly Source[];
  /** Sources that would be in view but for the clearance. */
  readonly heldBack: readonly Source[];
}

/** A view over its columns; the rest is asked of the knowledge base. */
export class View implements KnowledgeView {
  readonly key: string;
  readonly selection: Selection;
  readonly sources: readonly Source[];
  readonly catalogue: Catalogue;
  readonly facts: FactBase;
  readonly #store: ViewStore;
  readonly #tables: ViewTables;
  #shown: Uint8Array | undefined;
  #beside: ReadonlyMap<number, number> | undefined;

  constructor(store: ViewStore, { key, selection, sources }: ViewDescription, tables: ViewTables) {
    this.#store = store;
    this.#tables = tables;
    this.key = key;
    this.selection = selection;
    this.sources = sources;
    this.catalogue = catalogueOf(tables);
    this.facts = factBaseOf(tables, this.catalogue);
  }

  get leftOut(): number {
    return this.#tables.leftOut;
  }

  object(stored: number): StoredObject {
    const object = this.#cleared(this.#store.object(stored, this.sources));
    if (object !== undefined) return object;
    throw errorOf(KNOWLEDGE_ISSUES.unknownObject, `Object ${stored} is marked above the clearance.`);
  }

  versions(id: string): readonly StoredObject[] {
    return this.#store.versions(id, this.sources).flatMap((version) => this.#cleared(version) ?? []);
  }

  sourcesOf(stored: ReadonlySet<number>): readonly Source[] {
    return this.#store.sourcesOf(stored, this.sources);
  }

  /** The object as whoever is cleared may have it: without the names of sources that are marked higher. */
  #cleared(object: StoredObject): StoredObject | undefined {
    const { clearance } = this.selection;
    if (clearance === undefined) return object;
    const sources = object.sources.filter(({ level }) => isCleared(level, clearance));
    return isCleared(object.level, clearance) && sources.length > 0 ? { ...object, sources } : undefined;
  }

  uncarried(): readonly { readonly stored: number; readonly about: number }[] {
    const { uncarriedBy, uncarriedTerm } = this.#tables;
    return Array.from(uncarriedBy, (stored, index) => ({ stored, about: uncarriedTerm[index] ?? -1 }));
  }

  census(): readonly TypeCount[] {
    return this.#tables.census;
  }

  search(query: string, { types, limit = DEFAULT_LIMIT }: SearchOptions = {}): SearchResult {
    const terms = parseSearch(query);
    if (terms.length === 0) return { found: 0, hits: [] };
    const shown = (this.#shown ??= this.#shownMembers());
    const isShown = (stored: number): boolean => shown[stored] === 1;
    const withWords = this.#onceEach(this.#store.search(terms, isShown, types));
    const hits = rankedHits(this.catalogue, withWords, { query, terms, types, isShown });
    return { found: hits.length, hits: hits.slice(0, Math.max(0, limit)) };
  }

  /** What leads where that has the words; else the best hit among the objects that describe the thing beside it. */
  #onceEach(hits: readonly SearchHit[]): readonly SearchHit[] {
    if (this.#tables.besideStored.length === 0) return hits;
    const leadOf = (this.#beside ??= this.#leadOfBeside());
    const found = new Set(hits.flatMap(({ stored }) => (leadOf.has(stored) ? [] : [stored])));
    return hits.filter(({ stored }) => {
      const lead = leadOf.get(stored);
      if (lead === undefined) return true;
      if (found.has(lead)) return false;
      found.add(lead);
      return true;
    });
  }

  /** By the stored number of an object that describes a thing beside the one that leads, the stored number of that one. */
  #leadOfBeside(): ReadonlyMap<number, number> {
    const { besideStored, besideTerm, stored } = this.#tables;
    return new Map(
      Array.from(besideStored, (beside, entry) => [beside, stored[besideTerm[entry] ?? -1] ?? -1]),
    );
  }

  recall(name: string): Uint8Array | undefined {
    return this.#store.recall(this.#nameOf(name));
  }

  remember(name: string, bytes: () => Uint8Array): void {
    this.#store.remember(this.#nameOf(name), bytes);
  }

  #nameOf(name: string): string {
    return `${this.key}\n${name}`;
  }

  /** For each stored number, 1 where it is in view and not withdrawn, unless withdrawn knowledge was selected. */
  #shownMembers(): Uint8Array {
    const { members, hidden } = this.#tables;
    const shown = new Uint8Array((members.at(-1) ?? 0) + 1);
    for (const [index, stored] of members.entries())
      shown[stored] = this.selection.withdrawn === true || hidden[index] === 0 ? 1 : 0;
    return shown;
  }
}
