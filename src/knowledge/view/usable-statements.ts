import { IDENTIFIED_BY } from '../../facts/index.ts';
import { NOBODY, type ChosenRow, type ChosenVersions } from './choose-versions.ts';
import type { Identities } from './one-thing.ts';
import type { ViewRows } from './view-rows.ts';

/** What becomes facts: one entry a statement, in order of origins; the same statement may count for a thing and its successor. */
export interface UsableStatements {
  readonly relations: readonly number[];
  /** Things that lead. */
  readonly subjects: readonly number[];
  /** Things that lead, or literals. */
  readonly objects: readonly number[];
  /** Stored numbers of the objects that state them. */
  readonly origins: readonly number[];
  /** Statements about things that were withdrawn without a live successor, by others than who withdrew them. */
  readonly uncarried: readonly { readonly origin: number; readonly about: number }[];
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
  const sieve = new StatementSieve(rows, known);
  for (let position = 0; position < rows.statements.size; position++) sieve.take(position);
  return sieve;
}

/** A statement between things that are known, of an object in view. */
interface Sound {
  readonly relation: number;
  readonly origin: ChosenRow;
  readonly about: ChosenRow;
  /** Absent where the object is a literal. */
  readonly other: ChosenRow | undefined;
  /** The thing that leads, or the literal. */
  readonly object: number;
}

class StatementSieve implements UsableStatements {
  readonly relations: number[] = [];
  readonly subjects: number[] = [];
  readonly objects: number[] = [];
  readonly origins: number[] = [];
  readonly uncarried: { readonly origin: number; readonly about: number }[] = [];
  readonly successorOf: ReadonlyMap<number, number>;
  readonly #rows: ViewRows;
  readonly #known: KnownThings;
  readonly #entityOf: RowsByNumber;
  readonly #originOf: RowsByNumber;
  readonly #isPlacing: readonly boolean[];
  readonly #identifiedBy: number;

  constructor(rows: ViewRows, known: KnownThings) {
    this.#rows = rows;
    this.#known = known;
    this.#entityOf = rowsAt(known.entities, ({ thing }) => thing);
    this.#originOf = rowsAt(known.chosen.rows, ({ stored }) => stored);
    this.#isPlacing = rows.relations.map((name) => PLACING.has(name));
    this.#identifiedBy = rows.relations.indexOf(IDENTIFIED_BY);
    this.successorOf = successors(rows, known, this.#entityOf, this.#originOf);
  }

  /** Takes a statement by its position, as often as it counts. */
  take(position: number): void {
    const sound = this.#sound(position);
    if (sound === undefined || this.#isPlacedByOthers(sound)) return;
    const { relation, origin, about, other, object } = sound;
    const areLive = about.withdrawal === 0 && (other?.withdrawal ?? 0) === 0;
    if (this.#known.withdrawn || areLive) this.#add(relation, about.thing, object, origin);
    if (!areLive && this.#isPlacing[relation] !== true) this.#carry(sound);
  }

  /** The statement, where its origin is in view and both its ends are known. */
  #sound(position: number): Sound | undefined {
    const { statements } = this.#rows;
    const { identities, withdrawn } = this.#known;
    const relation = statements.relation[position] ?? 0;
    const origin = this.#originOf[statements.origin[position] ?? 0];
    if (origin === undefined || relation === this.#identifiedBy) return undefined;
    if (!withdrawn && origin.withdrawal !== 0) return undefined;
    const [subject, object] = [statements.subject[position] ?? 0, statements.object[position] ?? 0];
    const about = this.#entityOf[identities.leadOf(subject)];
    if (about === undefined) return undefined;
    if (this.#rows.isLiteral(object)) return { relation, origin, about, other: undefined, object };
    const other = this.#entityOf[identities.leadOf(object)];
    // That two objects are the same is known already where they are one thing.
    if (other === undefined || (other === about && subject !== object)) return undefined;
    return { relation, origin, about, other, object: other.thing };
  }

  /** Whether a statement says where things have their place that are somebody else's to place. */
  #isPlacedByOthers({ relation, origin, about, other }: Sound): boolean {
    return (
      this.#isPlacing[relation] === true &&
      isOutranked(origin, about) &&
      (other === undefined || isOutranked(origin, other))
    );
  }

  /** Carries over to the successors what is stated of withdrawn things by others than who withdrew them. */
  #carry({ relation, origin, about, other, object }: Sound): void {
    const first = this.#liveEnd(about, origin);
    const second = other === undefined ? object : this.#liveEnd(other, origin);
    if (first !== undefined && second !== undefined && first !== second)
      this.#add(relation, first, second, origin);
    for (const end of [about, other])
      if (end !== undefined && isForeign(end, origin) && this.#liveEnd(end, origin) === undefined)
        this.uncarried.push({ origin: origin.stored, about: end.thing });
  }

  /** The live thing that an end of a statement stands for; undefined where there is none. */
  #liveEnd(end: ChosenRow, origin: ChosenRow): number | undefined {
    if (end.withdrawal === 0) return end.thing;
    const successor = this.#entityOf[this.successorOf.get(end.thing) ?? -1];
    return isForeign(end, origin) && successor?.withdrawal === 0 ? successor.thing : undefined;
  }

  #add(relation: number, subject: number, object: number, origin: ChosenRow): void {
    this.relations.push(relation);
    this.subjects.push(subject);
    this.objects.push(object);
    this.origins.push(origin.stored);
  }
}

/** Rows by a number of theirs: looked up for every statement, of which there are a hundred thousand. */
type RowsByNumber = readonly (ChosenRow | undefined)[];

function rowsAt(rows: readonly ChosenRow[], numberOf: (row: ChosenRow) => number): RowsByNumber {
  const at: (ChosenRow | undefined)[] = [];
  for (const row of rows) at[numberOf(row)] = row;
  return at;
}

/** Whether somebody of better precedence says what the thing is. */
function isOutranked(origin: ChosenRow, thing: ChosenRow): boolean {
  return thing.precedence < origin.precedence;
}

/** Whether a thing was withdrawn by another than who publishes the statement. */
function isForeign(thing: ChosenRow, origin: ChosenRow): boolean {
  if (thing.withdrawal === 0) return false;
  if (thing.publisher !== origin.publisher) return true;
  // Sources that name no creator are not one publisher: each speaks for itself.
  return thing.publisher === NOBODY && thing.lastSource !== origin.lastSource;
}

/** Follows `revoked-by` of withdrawn things to the end, also where the facts about them are out of view. */
function successors(
  rows: ViewRows,
  { identities }: KnownThings,
  entityOf: RowsByNumber,
  originOf: RowsByNumber,
): ReadonlyMap<number, number> {
  const next = new Map<number, number>();
  const revokedBy = rows.relations.indexOf(REVOKED_BY);
  const { statements } = rows;
  for (let position = 0; position < statements.size; position++) {
    if (statements.relation[position] !== revokedBy) continue;
    const origin = originOf[statements.origin[position] ?? 0];
    const revoked = entityOf[identities.leadOf(statements.subject[position] ?? 0)];
    const successor = entityOf[identities.leadOf(statements.object[position] ?? 0)];
    if (origin === undefined || revoked === undefined || successor === undefined || revoked === successor)
      continue;
    if (revoked.withdrawal === 0 || isOutranked(origin, revoked)) continue;
    // Of two successors the one that still stands counts.
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
