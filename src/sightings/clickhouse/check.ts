import {
  FoeprintError,
  isCleared,
  issueOf,
  sayLevel,
  strictestLevel,
  type Issue,
  type MarkingLevel,
} from '../../facts/index.ts';
import { count, sum } from '../../text/index.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';
import { among } from '../sql.ts';
import type { StoreCheck } from '../store.ts';
import type { Cluster } from './cluster.ts';
import { rowsOf, visible, type State } from './ledger.ts';

/**
 * Counts the rows and sums of every batch, and compares them with the ledger. What a part of a table holds ClickHouse checks itself
 * when it reads it.
 *
 * @throws FoeprintError S978 with every batch of which rows are missing; S962 to S969
 */
export async function checkRows(
  cluster: Cluster,
  state: State,
  level: MarkingLevel | undefined,
): Promise<StoreCheck> {
  const loads = state.loads.filter(({ batch }) => isCleared(batch.level, level));
  const { rows, months } = visible(state, level);
  const { database } = cluster.address;
  const countedIn = async (
    table: string,
    what: string,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, number>> => {
    const found = await cluster.rows(
      `SELECT batch, ${what} FROM ${database}.${table} WHERE ${among('batch', names)} GROUP BY batch ORDER BY batch`,
    );
    return new Map(found.map(([name, number]) => [String(name), Number(number)]));
  };
  const stored = await countedIn('sightings', 'count(*)', rows);
  const added = await countedIn('sightings_month', 'sum(r)', months);
  const issues: Issue[] = [];
  const compare = (what: string, name: string, wanted: number, found = 0): void => {
    if (found === wanted) return;
    const message = `${what} should have ${count(wanted, 'row')}, and has ${String(found)}.`;
    issues.push(issueOf(SIGHTINGS_ISSUES.rowsLost, message, { field: name }));
  };
  for (const { name, batch } of loads)
    compare(`Batch ${batch.id.slice(0, 12)} (${batch.name})`, name, batch.rows, stored.get(name));
  for (const name of months) {
    const of = state.sums.find((each) => each.name === name)?.of ?? [name];
    compare('A sum by month', name, rowsOf(state, of), added.get(name));
  }
  if (issues.length > 0) {
    const marked = strictestLevel(loads.map(({ batch }) => batch.level));
    throw new FoeprintError(issues, marked === undefined ? undefined : sayLevel(marked));
  }
  return { rows: sum(loads.map(({ batch }) => batch.rows)), sumsToMend: [] };
}
