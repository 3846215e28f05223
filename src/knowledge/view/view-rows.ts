import type { EntityDescription, MarkingLevel, Withdrawal } from '../../facts/index.ts';
import type { Precedence } from './precedence.ts';

/**
 * What a view is built from, as a knowledge base keeps it. A *thing* is whatever statements and objects name,
 * an id or a literal, numbered by the knowledge base; *stored* numbers name object versions.
 */
export interface ViewRows {
  /** Every version of an object that a source in view has, in order of their stored numbers. */
  readonly objects: readonly ObjectRow[];
  /** All statements; those of objects that are not in view are passed over. */
  readonly statements: StatementColumns;
  readonly relations: readonly string[];
  /** How many things there are; their numbers are smaller. */
  readonly things: number;
  /** The id, or the text of the literal. */
  textOf(thing: number): string;
  isLiteral(thing: number): boolean;
}

export interface ObjectRow {
  readonly stored: number;
  /** The thing that its id is. */
  readonly thing: number;
  readonly type: string;
  /** When the object was made in this form; orders the versions of one publisher. */
  readonly version: string;
  readonly withdrawal: WithdrawalCode;
  /** The strictest level that it is marked with. */
  readonly level: MarkingLevel | undefined;
  /** Whether only sources have it whose very names are marked above the clearance. */
  readonly isHeldBack: boolean;
  /** What it is called, where facts can be about it. */
  readonly entity: EntityDescription | undefined;
  /** The best precedence of the sources in view that have it. */
  readonly precedence: Precedence;
  /** Position, in order of loading, of the last source in view that has it. */
  readonly lastSource: number;
}

/** One entry a statement, in order of origins: the object that states it (stored number), its relation (index in `relations`), its two things. */
export interface StatementColumns {
  readonly size: number;
  readonly origin: ArrayLike<number>;
  readonly relation: ArrayLike<number>;
  readonly subject: ArrayLike<number>;
  readonly object: ArrayLike<number>;
}

/** How withdrawals are kept in columns. */
export const WITHDRAWALS: readonly (Withdrawal | undefined)[] = [undefined, 'revoked', 'deprecated'];
export type WithdrawalCode = 0 | 1 | 2;

/** Code of a withdrawal in columns. */
export function withdrawalCode(withdrawn: Withdrawal | undefined): WithdrawalCode {
  return withdrawn === undefined ? 0 : withdrawn === 'revoked' ? 1 : 2;
}
