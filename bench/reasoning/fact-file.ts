import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { FactBase, ReportedRelation } from '../../src/facts/index.ts';

/** Writes facts to a file, so that a process can have them without the memory that making them took. */
export function writeFacts(file: string, { universe, relations }: FactBase): void {
  const { size, types, typeOf } = universe;
  writeFileSync(file, serialize({ size, types, typeOf, relations: [...relations.values()] }));
}

/** Reads what {@link writeFacts} wrote. Things have made-up names. */
export function readFacts(file: string): FactBase {
  const { size, types, typeOf, relations }: Stored = deserialize(readFileSync(file));
  const id = (term: number): string => `thing-${String(term)}`;
  return {
    universe: { size, types, typeOf, id, name: id, label: () => '', find: () => [] },
    relations: new Map(relations.map((relation) => [relation.name, relation])),
  };
}

interface Stored {
  readonly size: number;
  readonly types: readonly string[];
  readonly typeOf: Uint16Array;
  readonly relations: readonly ReportedRelation[];
}
