import { addTo } from '../../text/index.ts';
import type { Domain } from '../attack/domain.ts';

/** The matrix of a domain: what stands where, in the order in which ATT&CK draws it. */
export interface AttackMatrix {
  readonly domain: Domain;
  /** Its title, e.g. `Enterprise ATT&CK`. */
  readonly name: string;
  /** Release of ATT&CK that it is of, e.g. `18.1`; absent where the source does not say. */
  readonly release?: string;
  readonly tactics: readonly MatrixTactic[];
}

/** A tactic with the techniques that serve it. */
export interface MatrixTactic {
  /** ATT&CK id, e.g. `TA0001`. */
  readonly id: string;
  /** Name in layers, e.g. `initial-access`. */
  readonly shortName: string;
  readonly name: string;
  /** By name. */
  readonly techniques: readonly MatrixTechnique[];
}

/** A technique with its sub-techniques. */
export interface MatrixTechnique extends MatrixEntry {
  /** Those that serve the same tactic, by id. */
  readonly subtechniques: readonly MatrixEntry[];
}

/** A technique or sub-technique where it stands in the matrix. */
export interface MatrixEntry {
  /** ATT&CK id, e.g. `T1059.001`. */
  readonly id: string;
  readonly name: string;
}

/** Techniques of a tactic, each with its sub-techniques after it. */
export function entriesOf({ techniques }: Pick<MatrixTactic, 'techniques'>): readonly MatrixEntry[] {
  return techniques.flatMap((technique) => [technique, ...technique.subtechniques]);
}

/** The short names of the tactics under which a matrix has each technique, by its id. */
export function tacticsByTechnique({
  tactics,
}: Pick<AttackMatrix, 'tactics'>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const tactic of tactics) for (const { id } of entriesOf(tactic)) addTo(found, id, tactic.shortName);
  return found;
}
