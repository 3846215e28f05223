import { isCleared, errorOf, type FactBase, type Source } from '../../facts/index.ts';
import type { Catalogue } from '../catalogue.ts';
import { catalogueOf, factBaseOf } from './catalogue-of.ts';
import { KNOWLEDGE_ISSUES } from '../issues.ts';
import type {
  KnowledgeView,
  SearchHit,
  SearchOptions,
  Selection,
  StoredObject,
  TypeCount,
} from '../knowledge-base.ts';
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
  /** The best of the stored objects for which `isShown`, best first. */
  search(
    terms: readonly SearchTerm[],
    isShown: (stored: number) => boolean,
    types: readonly string[] | undefined,
    limit: number,
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

  search(query: string, options: SearchOptions = {}): readonly SearchHit[] {
    const terms = parseSearch(query);
    const limit = options.limit ?? DEFAULT_LIMIT;
    if (terms.length === 0 || limit <= 0) return [];
    const shown = (this.#shown ??= this.#shownMembers());
    const find = (isMeant: (stored: number) => boolean, most: number): readonly SearchHit[] =>
      this.#store.search(terms, (stored) => shown[stored] === 1 && isMeant(stored), options.types, most);
    const { besideStored } = this.#tables;
    if (besideStored.length === 0) return find(() => true, limit);
    const beside = (this.#beside ??= this.#leadOfBeside());
    const leading = find((stored) => !beside.has(stored), limit);
    return mergedByRank(leading, this.#foundBeside(beside, find), limit);
  }

  /** The best hit for each thing of which only those have the words who describe it beside the object that leads. */
  #foundBeside(
    leadOf: ReadonlyMap<number, number>,
    find: (isMeant: (stored: number) => boolean, most: number) => readonly SearchHit[],
  ): readonly SearchHit[] {
    const hits = find((stored) => leadOf.has(stored), leadOf.size);
    const leads = new Set(hits.map(({ stored }) => leadOf.get(stored) ?? -1));
    const found = new Set(
      leads.size === 0 ? [] : find((stored) => leads.has(stored), leads.size).map(({ stored }) => stored),
    );
    return hits.filter(({ stored }) => {
      const lead = leadOf.get(stored) ?? -1;
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

/** The best hits of two lists, each best first; of equally good ones those of the first list. */
function mergedByRank(
  one: readonly SearchHit[],
  other: readonly SearchHit[],
  limit: number,
): readonly SearchHit[] {
  return [...one, ...other].toSorted((left, right) => right.rank - left.rank).slice(0, limit);
}
