import type { ReportedRelation } from '../../facts/index.ts';
import type { TypeCount } from '../knowledge-base.ts';

/**
 * A view as columns: the form in which it is built, kept beside the data and read back. Columns
 * have one entry a term where nothing else is said.
 */
export interface ViewTables {
  readonly types: readonly string[];
  readonly typeOf: Uint16Array;
  readonly ids: TextColumn;
  readonly names: TextColumn;
  readonly labels: TextColumn;
  /** Aliases of term `t` are `aliases[firstAlias[t]] … aliases[firstAlias[t + 1] - 1]`. */
  readonly firstAlias: Int32Array;
  readonly aliases: TextColumn;
  /** Stored number of the version in view; -1 for literals. */
  readonly stored: Int32Array;
  /** Index in `WITHDRAWALS`. */
  readonly withdrawal: Uint8Array;
  /** Term that replaced the term in the end; -1 where none did. */
  readonly successor: Int32Array;
  /**
   * Objects that describe a term beside the one in `stored`: another publisher's object of the same id, or one that has an id
   * of its own and shares a key. One entry each, in order of terms.
   */
  readonly besideTerm: Int32Array;
  readonly besideStored: Int32Array;
  readonly besideIds: TextColumn;
  /** Names of entry `e` are `besideNames[firstBesideName[e]] … besideNames[firstBesideName[e + 1] - 1]`. */
  readonly firstBesideName: Int32Array;
  readonly besideNames: TextColumn;
  /** Origins (stored numbers) of statements about withdrawn terms that no successor could take over, and those terms. */
  readonly uncarriedBy: Int32Array;
  readonly uncarriedTerm: Int32Array;
  readonly relations: readonly ReportedRelation[];
  readonly census: readonly TypeCount[];
  /** Stored numbers of all object versions in view, ascending; as many entries as there are. */
  readonly members: Int32Array;
  /** For each member, 1 where it is withdrawn. */
  readonly hidden: Uint8Array;
  /** How many objects are left out because they are marked above the clearance. */
  readonly leftOut: number;
}

/** A column of texts, which may be decoded as they are asked for. */
export interface TextColumn {
  readonly length: number;
  at(index: number): string;
}

/** A column over texts at hand. */
export function textColumn(texts: readonly string[]): TextColumn {
  return { length: texts.length, at: (index) => texts[index] ?? '' };
}
