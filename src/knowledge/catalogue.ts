import type { Universe, Withdrawal } from '../facts/index.ts';

/** Type name of literal terms, e.g. a platform. */
export const LITERAL_TYPE = 'string';

/** The universe of a view: every entity that it knows, and the literals that facts mention. */
export interface Catalogue extends Universe {
  entry(term: number): CatalogueEntry;
  /** Term of an object by its STIX id, also where the object describes a thing beside another that leads. */
  termOf(id: string): number | undefined;
  /** Terms whose name or an alias is exactly this, whoever gives it, whatever its case, spaces around it ignored. */
  named(name: string): readonly number[];
  /**
   * Terms that have this name, alias or label when hyphens, dots, spaces, accents and zeros before a number do not
   * count: `APT-29` leads to APT29, `T1059.3` to T1059.003. Labels come first; includes what is written exactly so.
   */
  spelled(text: string): readonly number[];
  /** Terms of these types, in order of their labels, then names. Withdrawn ones only if asked for. */
  ofType(types: readonly string[], withdrawn?: boolean): readonly number[];
  /** Whether the entity is revoked or deprecated. */
  isWithdrawn(term: number): boolean;
  /** The entity that replaced a revoked one, followed to the end; undefined if it was not replaced. */
  successor(term: number): number | undefined;
  /** Other objects in view that describe the entity, beside the one that leads; in order of loading. */
  beside(term: number): readonly FurtherObject[];
}

/** An object that describes a thing beside the one that says what the thing is. */
export interface FurtherObject {
  /** Its own id; that of the thing where another publisher describes the same object. */
  readonly id: string;
  readonly stored: number;
  /** Name and aliases that it gives: claims of its source. */
  readonly names: readonly string[];
}

/** What the catalogue knows of an entity without opening the object. */
export interface CatalogueEntry {
  readonly term: number;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly withdrawn?: Withdrawal;
  /** Number of the stored object; absent for literals and for things only referred to. */
  readonly stored?: number;
}
