import { append, compareText } from '../../text/index.ts';
import type { EntityDescription, ReportedRelation } from '../../facts/index.ts';
import { chooseVersions, type ChosenRow, type ChosenVersions } from './choose-versions.ts';
import { oneThing, type Identities } from './one-thing.ts';
import { usableStatements, type UsableStatements } from './usable-statements.ts';
import { LITERAL_TYPE } from '../catalogue.ts';
import type { Selection, TypeCount } from '../knowledge-base.ts';
import { textColumn, type ViewTables } from './view-tables.ts';
import type { ObjectRow, ViewRows } from './view-rows.ts';

/** An object that facts can be about. */
type EntityRow = ChosenRow & { readonly entity: EntityDescription };

/** Columns with one entry a term that come from numbering. */
type TermColumn = 'typeOf' | 'ids' | 'names' | 'labels' | 'firstAlias' | 'aliases' | 'stored' | 'withdrawal';

const NONE = -1;

/**
 * Builds a view of what the clearance lets through: what is marked above it is as if no source had it. A statement becomes a
 * fact where its origin (the object that states it) is in view, both its things are known (a literal, or an entity in view),
 * and none of the three is withdrawn; `withdrawn` lifts the last condition. Things that share a key are one term.
 */
export function buildView(rows: ViewRows, { withdrawn = false, clearance }: Selection): ViewTables {
  const chosen = chooseVersions(rows, clearance);
  const identities = oneThing(rows, chosen);
  const entities = sortedEntities(chosen, identities);
  const usable = usableStatements(rows, { chosen, identities, entities, withdrawn });
  const literals = sortedLiterals(rows, usable);
  const types = [
    ...new Set([...entities.map(({ type }) => type), ...(literals.length > 0 ? [LITERAL_TYPE] : [])]),
  ].toSorted(compareText);
  const terms = numberTerms(rows, entities, literals, types);
  return {
    ...terms.columns,
    ...besideColumns(rows, entities, identities, terms.termOfThing),
    types,
    successor: successorTerms(entities, usable, terms.termOfThing, terms.columns.withdrawal.length),
    relations: reportedRelations(rows, usable, terms.termOfThing, terms.columns.stored.length),
    ...notCarried(usable, terms.termOfThing),
    census: census(chosen, identities),
    ...membersOf(chosen.rows),
    leftOut: chosen.leftOut,
  };
}

/** The rows that say what things are, one for every thing that leads. */
function sortedEntities({ heads }: ChosenVersions, { leadOf }: Identities): readonly EntityRow[] {
  return [...heads.values()]
    .filter((row): row is EntityRow => row.entity !== undefined && leadOf(row.thing) === row.thing)
    .toSorted(compareEntities);
}

/** By type, then label (those without one last), then name. Stored numbers decide what is left, so the order is total. */
function compareEntities(one: EntityRow, other: EntityRow): number {
  return (
    compareText(one.type, other.type) ||
    Number(one.entity.label === '') - Number(other.entity.label === '') ||
    compareText(one.entity.label, other.entity.label) ||
    compareText(one.entity.name, other.entity.name) ||
    one.stored - other.stored
  );
}

/** Things that are literals and occur in facts, in order of their texts. */
function sortedLiterals(rows: ViewRows, { objects }: UsableStatements): readonly number[] {
  const literals = new Set<number>();
  for (const thing of objects) if (rows.isLiteral(thing)) literals.add(thing);
  return [...literals].toSorted((one, other) => compareText(rows.textOf(one), rows.textOf(other)));
}

function numberTerms(
  rows: ViewRows,
  entities: readonly EntityRow[],
  literals: readonly number[],
  types: readonly string[],
): {
  readonly columns: Pick<ViewTables, TermColumn>;
  readonly termOfThing: Int32Array;
} {
  const size = entities.length + literals.length;
  const typeNumber = new Map(types.map((type, index) => [type, index]));
  const columns = {
    typeOf: new Uint16Array(size),
    stored: new Int32Array(size).fill(NONE),
    withdrawal: new Uint8Array(size),
    firstAlias: new Int32Array(size + 1),
  };
  const termOfThing = new Int32Array(rows.things).fill(NONE);
  const ids: string[] = [];
  const names: string[] = [];
  const labels: string[] = [];
  const aliases: string[] = [];
  const addLiterals = (): void => {
    for (const thing of literals) {
      const term = ids.length;
      const text = rows.textOf(thing);
      termOfThing[thing] = term;
      columns.typeOf[term] = typeNumber.get(LITERAL_TYPE) ?? 0;
      ids.push(text);
      names.push(text);
      labels.push('');
      columns.firstAlias[term + 1] = aliases.length;
    }
  };
  const addEntity = ({ thing, stored, type, withdrawal, entity }: EntityRow): void => {
    const term = ids.length;
    termOfThing[thing] = term;
    columns.typeOf[term] = typeNumber.get(type) ?? 0;
    columns.stored[term] = stored;
    columns.withdrawal[term] = withdrawal;
    ids.push(rows.textOf(thing));
    names.push(entity.name);
    labels.push(entity.label);
    append(aliases, entity.aliases);
    columns.firstAlias[term + 1] = aliases.length;
  };
  const before = entities.findIndex(({ type }) => type > LITERAL_TYPE);
  const split = before === -1 ? entities.length : before;
  for (const entity of entities.slice(0, split)) addEntity(entity);
  addLiterals();
  for (const entity of entities.slice(split)) addEntity(entity);
  return {
    columns: {
      ...columns,
      ids: textColumn(ids),
      names: textColumn(names),
      labels: textColumn(labels),
      aliases: textColumn(aliases),
    },
    termOfThing,
  };
}

/** What describes a thing beside its head, in order of terms. */
function besideColumns(
  rows: ViewRows,
  entities: readonly EntityRow[],
  { beside }: Identities,
  termOfThing: Int32Array,
): Pick<ViewTables, 'besideTerm' | 'besideStored' | 'besideIds' | 'firstBesideName' | 'besideNames'> {
  const further = entities
    .flatMap(({ thing }) =>
      (beside.get(thing) ?? []).map((row) => ({ row, term: termOfThing[thing] ?? NONE })),
    )
    .toSorted((one, other) => one.term - other.term || one.row.stored - other.row.stored);
  const names: string[] = [];
  const firstBesideName = new Int32Array(further.length + 1);
  for (const [index, { row }] of further.entries()) {
    const { name = '', aliases = [] } = row.entity ?? {};
    names.push(name);
    append(names, aliases);
    firstBesideName[index + 1] = names.length;
  }
  return {
    besideTerm: Int32Array.from(further, ({ term }) => term),
    besideStored: Int32Array.from(further, ({ row }) => row.stored),
    besideIds: textColumn(further.map(({ row }) => rows.textOf(row.thing))),
    firstBesideName,
    besideNames: textColumn(names),
  };
}

/** Terms of the successors of withdrawn terms; none for what still stands, whoever says that it was replaced. */
function successorTerms(
  entities: readonly EntityRow[],
  { successorOf }: UsableStatements,
  termOfThing: Int32Array,
  size: number,
): Int32Array {
  const successors = new Int32Array(size).fill(NONE);
  for (const { thing } of entities) {
    const successor = successorOf.get(thing);
    if (successor !== undefined) successors[termOfThing[thing] ?? 0] = termOfThing[successor] ?? NONE;
  }
  return successors;
}

/** Statements about what was withdrawn that no successor could take over, as columns. */
function notCarried(
  { uncarried }: UsableStatements,
  termOfThing: Int32Array,
): Pick<ViewTables, 'uncarriedBy' | 'uncarriedTerm'> {
  return {
    uncarriedBy: Int32Array.from(uncarried, ({ origin }) => origin),
    uncarriedTerm: Int32Array.from(uncarried, ({ about }) => termOfThing[about] ?? NONE),
  };
}

function reportedRelations(
  rows: ViewRows,
  usable: UsableStatements,
  termOfThing: Int32Array,
  terms: number,
): readonly ReportedRelation[] {
  const coded = codeStatements(usable, termOfThing);
  // Statements come in order of their origins; sorting by the last column first, and stably, leaves all sorted by relation,
  // subject, object and origin.
  const inOrder = new Int32Array(coded.relations.length).map((_, index) => index);
  const byObject = countingSort(coded.objects, inOrder, terms);
  const bySubject = countingSort(coded.subjects, byObject, terms);
  const order = countingSort(coded.relations, bySubject, rows.relations.length);
  const relations: ReportedRelation[] = [];
  for (let start = 0, end = 0; start < order.length; start = end) {
    const relation = coded.relations[order[start] ?? 0] ?? 0;
    while (end < order.length && coded.relations[order[end] ?? 0] === relation) end++;
    relations.push(distinctRows(rows.relations[relation] ?? '', order.subarray(start, end), coded));
  }
  return relations.toSorted((one, other) => compareText(one.name, other.name));
}

/** Usable statements in columns, their things as terms. */
interface CodedStatements {
  readonly relations: Int32Array;
  readonly subjects: Int32Array;
  readonly objects: Int32Array;
  readonly origins: Int32Array;
}

function codeStatements(usable: UsableStatements, termOfThing: Int32Array): CodedStatements {
  const termOf = (thing: number): number => termOfThing[thing] ?? 0;
  return {
    relations: Int32Array.from(usable.relations),
    subjects: Int32Array.from(usable.subjects, termOf),
    objects: Int32Array.from(usable.objects, termOf),
    origins: Int32Array.from(usable.origins),
  };
}

/** The entries of `order` sorted, stably, by `keys` of 0 … range-1. */
function countingSort(keys: Int32Array, order: Int32Array, range: number): Int32Array {
  const next = new Int32Array(range + 1);
  for (const key of keys) next[key + 1] = (next[key + 1] ?? 0) + 1;
  for (let key = 0; key < range; key++) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const sorted = new Int32Array(order.length);
  for (const index of order) {
    const key = keys[index] ?? 0;
    const place = next[key] ?? 0;
    next[key] = place + 1;
    sorted[place] = index;
  }
  return sorted;
}

function distinctRows(
  name: string,
  order: Int32Array,
  { subjects, objects, origins: originOf }: CodedStatements,
): ReportedRelation {
  const columns = [new Int32Array(order.length), new Int32Array(order.length)] as const;
  const firstStatement = new Int32Array(order.length + 1);
  const origins = new Int32Array(order.length);
  let size = 0;
  let statements = 0;
  for (const index of order) {
    const subject = subjects[index] ?? 0;
    const object = objects[index] ?? 0;
    const origin = originOf[index] ?? 0;
    const isNew = size === 0 || columns[0][size - 1] !== subject || columns[1][size - 1] !== object;
    if (isNew) {
      columns[0][size] = subject;
      columns[1][size] = object;
      firstStatement[size++] = statements;
    } else if (origins[statements - 1] === origin) continue; // One object that states a fact twice states it once.
    origins[statements++] = origin;
  }
  firstStatement[size] = statements;
  return {
    name,
    columns: columns.map((column) => column.slice(0, size)),
    size,
    firstStatement: firstStatement.slice(0, size + 1),
    origins: origins.slice(0, statements),
  };
}

function membersOf(objects: readonly ObjectRow[]): Pick<ViewTables, 'members' | 'hidden'> {
  return {
    members: Int32Array.from(objects, ({ stored }) => stored),
    hidden: Uint8Array.from(objects, ({ withdrawal }) => Number(withdrawal !== 0)),
  };
}

/** Counts what there is, not how many sources have it. */
function census({ heads }: ChosenVersions, { leadOf }: Identities): readonly TypeCount[] {
  const counts = new Map<string, [number, number, number]>();
  for (const { thing, type, withdrawal } of heads.values()) {
    if (leadOf(thing) !== thing) continue;
    const count = counts.get(type);
    if (count === undefined)
      counts.set(type, [Number(withdrawal === 0), Number(withdrawal === 1), Number(withdrawal === 2)]);
    else count[withdrawal]++;
  }
  return [...counts]
    .map(([type, [live, revoked, deprecated]]) => ({ type, live, revoked, deprecated }))
    .toSorted((one, other) => compareText(one.type, other.type));
}
