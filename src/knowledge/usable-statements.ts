import { IDENTIFIED_BY } from '../facts/index.ts';
import type { ChosenRow, ChosenVersions } from './choose-versions.ts';
import type { Identities } from './one-thing.ts';
import type { ViewRows } from './view-rows.ts';

/** What becomes facts: one entry a statement, in order of tellers; the same statement may count for a thing and its successor. */
export interface UsableStatements {
  readonly relations: readonly number[];
  /** Things that lead. */
  readonly subjects: readonly number[];
  /** Things that lead, or literals. */
  readonly objects: readonly number[];
  /** Stored numbers. */
  readonly tellers: readonly number[];
  /** Statements about things that were withdrawn without a live successor, told by others than who withdrew them. */
  readonly uncarried: readonly { readonly teller: number; readonly about: number }[];
  /** For withdrawn things that lead, the thing that replaced them in the end. */
  readonly successorOf: ReadonlyMap<number, number>;
}

/** What a view has made of its rows so far. */
export interface KnownThings {
  readonly chosen: ChosenVersions;
  readonly identities: Identities;
  /** The rows of the things that lead. */
  readonly entities: readonly ChosenRow[];
  /** Whether withdrawn knowledge is asked for. */
  readonly withdrawn: boolean;
}

const REVOKED_BY = 'revoked-by';

/**
 * Relations by which a publisher puts its own things into their place. Between things of a publisher they are the
 * publisher's to say: a copy of a technique in somebody's report, ten years old, would move it to the tactics of its time.
 */
const PLACING: ReadonlySet<string> = new Set([
  'in-tactic',
  'in-phase',
  'in-matrix',
  'on-platform',
  'subtechnique-of',
  'has-analytic',
  'looks-at',
  'component-of',
  'created-by',
  REVOKED_BY,
]);

/**
 * The statements that become facts. Whoever withdraws a thing withdraws what it said of it; what others say of it is carried to
 * its successor.
 */
export function usableStatements(rows: ViewRows, known: KnownThings): UsableStatements {
  const { chosen, identities, withdrawn } = known;
  const entityOf = rowsAt(known.entities, ({ thing }) => thing);
  const tellers = rowsAt(chosen.rows, ({ stored }) => stored);
  const successorOf = successors(rows, known, entityOf, tellers);
  const placing = rows.relations.map((name) => PLACING.has(name));
  const [identifiedBy, revokedBy] = [IDENTIFIED_BY, REVOKED_BY].map((name) => rows.relations.indexOf(name));
  const usable = { relations: [], subjects: [], objects: [], tellers: [] } as {
    readonly [Column in 'relations' | 'subjects' | 'objects' | 'tellers']: number[];
  };
  const uncarried: { teller: number; about: number }[] = [];
  const add = (relation: number, subject: number, object: number, teller: number): void => {
    usable.relations.push(relation);
    usable.subjects.push(subject);
    usable.objects.push(object);
    usable.tellers.push(teller);
  };
  const { statements } = rows;
  for (let position = 0; position < statements.size; position++) {
    const stored = statements.teller[position] ?? 0;
    const relation = statements.relation[position] ?? 0;
    const teller = tellers[stored];
    if (teller === undefined || relation === identifiedBy) continue;
    if (!withdrawn && teller.withdrawal !== 0) continue;
    const subject = identities.leadOf(statements.subject[position] ?? 0);
    const about = entityOf[subject];
    if (about === undefined) continue;
    const told = statements.object[position] ?? 0;
    const isLiteral = rows.isLiteral(told);
    const object = isLiteral ? told : identities.leadOf(told);
    const other = isLiteral ? undefined : entityOf[object];
    if (!isLiteral && other === undefined) continue;
    if (
      placing[relation] === true &&
      isOutranked(teller, about) &&
      (other === undefined || isOutranked(teller, other))
    )
      continue;
    const areLive = about.withdrawal === 0 && (other === undefined || other.withdrawal === 0);
    if (withdrawn || areLive) add(relation, subject, object, stored);
    if (areLive || relation === revokedBy || placing[relation] === true) continue;
    const liveEnd = (end: ChosenRow): number | undefined => {
      if (end.withdrawal === 0) return end.thing;
      const successor = entityOf[successorOf.get(end.thing) ?? -1];
      return isForeign(end, teller) && successor?.withdrawal === 0 ? successor.thing : undefined;
    };
    const first = liveEnd(about);
    const second = other === undefined ? object : liveEnd(other);
    if (first !== undefined && second !== undefined) add(relation, first, second, stored);
    for (const end of [about, other])
      if (end !== undefined && isForeign(end, teller) && liveEnd(end) === undefined)
        uncarried.push({ teller: stored, about: end.thing });
  }
  return { ...usable, uncarried, successorOf };
}

/** Rows by a number of theirs: looked up for every statement, of which there are a hundred thousand. */
type RowsByNumber = readonly (ChosenRow | undefined)[];

function rowsAt(rows: readonly ChosenRow[], numberOf: (row: ChosenRow) => number): RowsByNumber {
  const at: (ChosenRow | undefined)[] = [];
  for (const row of rows) at[numberOf(row)] = row;
  return at;
}

/** Whether somebody of better precedence says what the thing is. */
function isOutranked(teller: ChosenRow, thing: ChosenRow): boolean {
  return thing.precedence < teller.precedence;
}

/** Whether a thing was withdrawn by another than who tells of it. */
function isForeign(thing: ChosenRow, teller: ChosenRow): boolean {
  return thing.withdrawal !== 0 && thing.publisher !== teller.publisher;
}

/** Follows `revoked-by` of withdrawn things to the end, also where the facts about them are out of view. */
function successors(
  rows: ViewRows,
  { identities }: KnownThings,
  entityOf: RowsByNumber,
  tellers: RowsByNumber,
): ReadonlyMap<number, number> {
  const next = new Map<number, number>();
  const revokedBy = rows.relations.indexOf(REVOKED_BY);
  const { statements } = rows;
  for (let position = 0; position < statements.size; position++) {
    if (statements.relation[position] !== revokedBy) continue;
    const teller = tellers[statements.teller[position] ?? 0];
    const revoked = entityOf[identities.leadOf(statements.subject[position] ?? 0)];
    const successor = entityOf[identities.leadOf(statements.object[position] ?? 0)];
    if (teller === undefined || revoked === undefined || successor === undefined || revoked === successor)
      continue;
    if (revoked.withdrawal === 0 || isOutranked(teller, revoked)) continue;
    // Told twice: what still stands succeeds.
    if (!next.has(revoked.thing) || successor.withdrawal === 0) next.set(revoked.thing, successor.thing);
  }
  return new Map([...next.keys()].map((thing) => [thing, lastSuccessor(next, thing)]));
}

/** The end of the chain; of a circle, where it was entered last. */
function lastSuccessor(next: ReadonlyMap<number, number>, thing: number): number {
  let current = next.get(thing) ?? thing;
  for (let step = 0; step < next.size; step++) {
    const following = next.get(current);
    if (following === undefined || following === thing) return current;
    current = following;
  }
  return current;
}
