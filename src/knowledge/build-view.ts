import { append, compareText, isCleared } from '../facts/index.ts';
import type { EntityDescription, MarkingLevel, ToldRelation } from '../facts/index.ts';
import { LITERAL_TYPE } from './catalogue.ts';
import type { Selection, TypeCount } from './knowledge-base.ts';
import { textColumn, type ViewTables } from './view-tables.ts';
import type { ObjectRow, ViewRows } from './view-rows.ts';

/** An object that facts can be about. */
type EntityRow = ObjectRow & { readonly entity: EntityDescription };

const NONE = -1;

/** What may become facts: statements told by what is in view about things that are known, by position in the statement columns. */
interface UsableStatements {
  readonly positions: Int32Array;
  readonly size: number;
}

/**
 * Builds a view of what the clearance lets through: what is marked above it is as if nobody had told it. A statement becomes a fact where its teller is in view, both its things are known (a literal, or an entity
 * in view), and none of the three is withdrawn; `withdrawn` lifts the last condition.
 */
export function buildView(told: ViewRows, { withdrawn = false, clearance }: Selection): ViewTables {
  const rows = clearedRows(told, clearance);
  const entities = sortedEntities(rows.objects);
  const usable = usableStatements(rows, withdrawn);
  const literals = sortedLiterals(rows, usable);
  const types = [
    ...new Set([...entities.map(({ type }) => type), ...(literals.length > 0 ? [LITERAL_TYPE] : [])]),
  ].toSorted(compareText);
  const terms = numberTerms(rows, entities, literals, types);
  return {
    ...terms.columns,
    types,
    successor: successors(rows, terms.termOfThing, terms.columns.withdrawal),
    relations: toldRelations(rows, usable, terms.termOfThing, terms.columns.stored.length),
    census: census(rows.objects),
    ...membersOf(rows.objects),
    leftOut: told.objects.length - rows.objects.length,
  };
}

/** Of the newest versions, those that the clearance lets through: an older, freer one of what is now marked higher is none. */
function clearedRows(rows: ViewRows, clearance: MarkingLevel | undefined): ViewRows {
  if (clearance === undefined) return rows;
  const objects = rows.objects.filter(({ level, isHeldBack }) => !isHeldBack && isCleared(level, clearance));
  return { ...rows, objects };
}

function sortedEntities(objects: readonly ObjectRow[]): readonly EntityRow[] {
  return objects.filter((row): row is EntityRow => row.entity !== undefined).toSorted(compareEntities);
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

function usableStatements(rows: ViewRows, withdrawn: boolean): UsableStatements {
  const { statements } = rows;
  const isTeller = new Uint8Array((rows.objects.at(-1)?.stored ?? 0) + 1);
  const isKnown = new Uint8Array(rows.things);
  for (const { stored, thing, withdrawal, entity } of rows.objects) {
    if (!withdrawn && withdrawal !== 0) continue;
    isTeller[stored] = 1;
    if (entity !== undefined) isKnown[thing] = 1;
  }
  const positions = new Int32Array(statements.size);
  let size = 0;
  for (let position = 0; position < statements.size; position++) {
    const object = statements.object[position] ?? 0;
    if (isTeller[statements.teller[position] ?? 0] !== 1 || isKnown[statements.subject[position] ?? 0] !== 1)
      continue;
    if (isKnown[object] === 1 || rows.isLiteral(object)) positions[size++] = position;
  }
  return { positions, size };
}

/** Things that are literals and occur in facts, in order of their texts. */
function sortedLiterals(rows: ViewRows, usable: UsableStatements): readonly number[] {
  const literals = new Set<number>();
  for (let index = 0; index < usable.size; index++) {
    const thing = rows.statements.object[usable.positions[index] ?? 0] ?? 0;
    if (rows.isLiteral(thing)) literals.add(thing);
  }
  return [...literals].toSorted((one, other) => compareText(rows.textOf(one), rows.textOf(other)));
}

function numberTerms(
  rows: ViewRows,
  entities: readonly EntityRow[],
  literals: readonly number[],
  types: readonly string[],
): {
  readonly columns: Omit<
    ViewTables,
    'types' | 'successor' | 'relations' | 'census' | 'members' | 'hidden' | 'leftOut'
  >;
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

/** Follows `revoked-by` to the end, also where the facts about revoked things are out of view. */
function successors(rows: ViewRows, termOfThing: Int32Array, withdrawal: Uint8Array): Int32Array {
  const next = new Int32Array(withdrawal.length).fill(NONE);
  const { statements } = rows;
  const revokedBy = rows.relations.indexOf('revoked-by');
  if (revokedBy === -1) return next;
  const isInView = new Uint8Array((rows.objects.at(-1)?.stored ?? 0) + 1);
  for (const { stored } of rows.objects) isInView[stored] = 1;
  for (let position = 0; position < statements.size; position++) {
    if (statements.relation[position] !== revokedBy || isInView[statements.teller[position] ?? 0] !== 1)
      continue;
    const revoked = termOfThing[statements.subject[position] ?? 0] ?? NONE;
    const successor = termOfThing[statements.object[position] ?? 0] ?? NONE;
    if (revoked === NONE || successor === NONE || revoked === successor) continue;
    // Told twice: what still stands succeeds.
    if (next[revoked] === NONE || withdrawal[successor] === 0) next[revoked] = successor;
  }
  return next.map((_, term) => lastSuccessor(next, term));
}

/** The end of the chain; of a circle, where it was entered last. */
function lastSuccessor(next: Int32Array, term: number): number {
  let current = next[term] ?? NONE;
  for (let step = 0; step < next.length && current !== NONE; step++) {
    const following = next[current] ?? NONE;
    if (following === NONE || following === term) return current;
    current = following;
  }
  return current;
}

function toldRelations(
  rows: ViewRows,
  usable: UsableStatements,
  termOfThing: Int32Array,
  terms: number,
): readonly ToldRelation[] {
  const coded = codeStatements(rows, usable, termOfThing);
  // Statements come in order of their tellers; sorting by the last column first, and stably, leaves all sorted by relation,
  // subject, object and teller.
  const byObject = countingSort(coded.objects, firstNumbers(usable.size), terms);
  const bySubject = countingSort(coded.subjects, byObject, terms);
  const order = countingSort(coded.relations, bySubject, rows.relations.length);
  const relations: ToldRelation[] = [];
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
  readonly tellers: Int32Array;
}

function codeStatements(rows: ViewRows, usable: UsableStatements, termOfThing: Int32Array): CodedStatements {
  const { teller, relation, subject, object } = rows.statements;
  const relations = new Int32Array(usable.size);
  const subjects = new Int32Array(usable.size);
  const objects = new Int32Array(usable.size);
  const tellers = new Int32Array(usable.size);
  for (let index = 0; index < usable.size; index++) {
    const position = usable.positions[index] ?? 0;
    relations[index] = relation[position] ?? 0;
    subjects[index] = termOfThing[subject[position] ?? 0] ?? 0;
    objects[index] = termOfThing[object[position] ?? 0] ?? 0;
    tellers[index] = teller[position] ?? 0;
  }
  return { relations, subjects, objects, tellers };
}

/** 0 … size-1. */
function firstNumbers(size: number): Int32Array {
  const numbers = new Int32Array(size);
  for (let index = 0; index < size; index++) numbers[index] = index;
  return numbers;
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
  { subjects, objects, tellers }: CodedStatements,
): ToldRelation {
  const columns = [new Int32Array(order.length), new Int32Array(order.length)] as const;
  const firstStatement = new Int32Array(order.length + 1);
  const origins = new Int32Array(order.length);
  let size = 0;
  let told = 0;
  for (const index of order) {
    const subject = subjects[index] ?? 0;
    const object = objects[index] ?? 0;
    const teller = tellers[index] ?? 0;
    const isNew = size === 0 || columns[0][size - 1] !== subject || columns[1][size - 1] !== object;
    if (isNew) {
      columns[0][size] = subject;
      columns[1][size] = object;
      firstStatement[size++] = told;
    } else if (origins[told - 1] === teller) continue; // One object telling a fact twice tells it once.
    origins[told++] = teller;
  }
  firstStatement[size] = told;
  return {
    name,
    columns: columns.map((column) => column.slice(0, size)),
    size,
    firstStatement: firstStatement.slice(0, size + 1),
    origins: origins.slice(0, told),
  };
}

function membersOf(objects: readonly ObjectRow[]): Pick<ViewTables, 'members' | 'hidden'> {
  const members = new Int32Array(objects.length);
  const hidden = new Uint8Array(objects.length);
  for (const [index, { stored, withdrawal }] of objects.entries()) {
    members[index] = stored;
    hidden[index] = withdrawal === 0 ? 0 : 1;
  }
  return { members, hidden };
}

function census(objects: readonly ObjectRow[]): readonly TypeCount[] {
  const counts = new Map<string, [number, number, number]>();
  for (const { type, withdrawal } of objects) {
    const count = counts.get(type);
    if (count === undefined)
      counts.set(type, [Number(withdrawal === 0), Number(withdrawal === 1), Number(withdrawal === 2)]);
    else count[withdrawal]++;
  }
  return [...counts]
    .map(([type, [live, revoked, deprecated]]) => ({ type, live, revoked, deprecated }))
    .toSorted((one, other) => compareText(one.type, other.type));
}
