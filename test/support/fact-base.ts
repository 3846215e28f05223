import type { FactBase, ReportedRelation } from '../../src/facts/fact-base.ts';
import type { Universe } from '../../src/facts/universe.ts';

export interface Thing {
  readonly id: string;
  readonly type: string;
  readonly name?: string;
  readonly label?: string;
}

export interface ReportedRow {
  readonly relation: string;
  readonly terms: readonly string[];
}

/** A fact base of these things and rows; things that only rows mention are literals. Rows may repeat. */
export function factBaseOf(things: readonly Thing[], rows: readonly ReportedRow[]): FactBase {
  const known = new Set(things.map(({ id }) => id));
  const literals = [...new Set(rows.flatMap(({ terms }) => terms))].filter((text) => !known.has(text));
  const all = [...things, ...literals.map((id): Thing => ({ id, type: 'string' }))].toSorted(
    (left, right) => compare(left.type, right.type) || compare(left.id, right.id),
  );
  const termOf = new Map(all.map(({ id }, term) => [id, term]));
  const names = [...new Set(rows.map(({ relation }) => relation))];
  const relations = names.map((name) => {
    const own = rows.filter(({ relation }) => relation === name);
    return reportedRelation(
      name,
      own.map(({ terms }) => terms.map((id) => termOf.get(id) ?? -1)),
    );
  });
  return {
    universe: universeOf(all),
    relations: new Map(relations.map((relation) => [relation.name, relation])),
  };
}

function reportedRelation(name: string, rows: readonly (readonly number[])[]): ReportedRelation {
  const sorted = rows
    .toSorted(compareRows)
    .filter((row, at, all) => compareRows(row, all[at - 1] ?? []) !== 0);
  const arity = sorted[0]?.length ?? 0;
  return {
    name,
    columns: Array.from({ length: arity }, (_, column) =>
      Int32Array.from(sorted, (row) => row[column] ?? -1),
    ),
    size: sorted.length,
    firstStatement: Int32Array.from({ length: sorted.length + 1 }, (_, at) => at),
    origins: Int32Array.from({ length: sorted.length }, (_, at) => at),
  };
}

function universeOf(things: readonly Thing[]): Universe {
  const types = [...new Set(things.map(({ type }) => type))];
  const found = new Map<string, number[]>();
  for (const [term, { id, label }] of things.entries()) {
    for (const text of new Set([id, label ?? ''])) {
      if (text !== '') found.set(text, [...(found.get(text) ?? []), term]);
    }
  }
  return {
    size: things.length,
    types,
    typeOf: Uint16Array.from(things, ({ type }) => types.indexOf(type)),
    id: (term) => things[term]?.id ?? '',
    name: (term) => things[term]?.name ?? things[term]?.id ?? '',
    label: (term) => things[term]?.label ?? '',
    find: (text) => found.get(text) ?? [],
  };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function compareRows(left: readonly number[], right: readonly number[]): number {
  for (const [at, value] of left.entries()) {
    if (value !== right[at]) return value - (right[at] ?? -1);
  }
  return left.length - right.length;
}
