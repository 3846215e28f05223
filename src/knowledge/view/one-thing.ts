import { addTo } from '../../text/index.ts';
import { IDENTIFIED_BY } from '../../facts/index.ts';
import type { ChosenRow, ChosenVersions } from './choose-versions.ts';
import type { ViewRows } from './view-rows.ts';

/** What things become one. */
export interface Identities {
  /** The thing that leads for a thing: itself, the one it is the same as, or the one that a key leads to. */
  readonly leadOf: (thing: number) => number;
  /** Rows that describe a thing beside the row that says what it is, by lead, in order of stored numbers. */
  readonly beside: ReadonlyMap<number, readonly ChosenRow[]>;
}

/**
 * Makes one thing of all that share a key, e.g. an ATT&CK number: of the object of whoever publishes the numbers and those that
 * others make for it under ids of their own. Objects of the publisher itself are never made one: it has its reasons.
 */
export function oneThing(rows: ViewRows, chosen: ChosenVersions): Identities {
  const leads = new Map<number, number>();
  const leadOf = (thing: number): number => {
    let lead = thing;
    for (let next = leads.get(lead); next !== undefined; next = leads.get(lead)) lead = next;
    return lead;
  };
  const bearers = bearersOfKeys(rows, chosen);
  for (const [key, things] of bearers) {
    const heads = [...new Set(things.map(leadOf))].flatMap((thing) => chosen.heads.get(thing) ?? []);
    const [lead, ...others] = heads.toSorted(compareHeads);
    if (lead === undefined) continue;
    for (const other of others) if (!arePublished(lead, other)) leads.set(other.thing, lead.thing);
    leads.set(key, lead.thing);
  }
  return { leadOf, beside: besideOf(chosen, leadOf) };
}

/** For each key the things that say they have it; in order of the keys' texts. */
function bearersOfKeys(rows: ViewRows, chosen: ChosenVersions): ReadonlyMap<number, readonly number[]> {
  const identifiedBy = rows.relations.indexOf(IDENTIFIED_BY);
  const bearers = new Map<number, number[]>();
  if (identifiedBy === -1) return bearers;
  const { origin, relation, subject, object, size } = rows.statements;
  for (let position = 0; position < size; position++) {
    if (relation[position] !== identifiedBy) continue;
    const thing = subject[position] ?? 0;
    const key = object[position] ?? 0;
    const head = chosen.heads.get(thing);
    // An object says which key it has, and nobody says it of another's; the id of an object is no key.
    if (head?.entity === undefined || head.stored !== origin[position] || chosen.heads.has(key)) continue;
    const known = bearers.get(key);
    if (known === undefined) bearers.set(key, [thing]);
    else if (!known.includes(thing)) known.push(thing);
  }
  return bearers;
}

/** Who leads: the better precedence, what is not withdrawn, what was loaded first. */
function compareHeads(one: ChosenRow, other: ChosenRow): number {
  return (
    one.precedence - other.precedence ||
    Number(one.withdrawal !== 0) - Number(other.withdrawal !== 0) ||
    one.stored - other.stored
  );
}

/** Whether both are the publisher's own. */
function arePublished(one: ChosenRow, other: ChosenRow): boolean {
  return one.precedence === 0 && other.precedence === 0;
}

function besideOf(
  { rows, heads }: ChosenVersions,
  leadOf: (thing: number) => number,
): ReadonlyMap<number, readonly ChosenRow[]> {
  const beside = new Map<number, ChosenRow[]>();
  for (const row of rows) {
    if (row.entity === undefined) continue;
    const lead = leadOf(row.thing);
    if (lead === row.thing && heads.get(lead) === row) continue;
    addTo(beside, lead, row);
  }
  return beside;
}
