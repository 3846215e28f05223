import type { MigrationEntry } from '../../answers/index.ts';
import { highest, defined } from '../../text/index.ts';
import { cellKey, type Annotation, type Divider, type Layer, type LayerCell } from '../../threat/index.ts';
import { carryFilters } from './migrate-filters.ts';
import type { Migration } from './migration.ts';
import type { ReleaseTarget, Resolution } from './resolution.ts';

/** A layer in another release, and what became of each of its cells. */
export interface LayerMigration extends Migration {
  readonly layer: Layer;
}

/**
 * Carries a layer to another release. Nothing that an analyst noted is lost: a cell that moves says where it was, cells that meet
 * are joined with all their texts and both scores, and a cell that has nowhere to go is kept whole in the metadata of the layer,
 * as `not carried: T1234`.
 *
 * Platforms that the layer is filtered by are carried too, see {@link carryFilters}.
 *
 * The tactic of a cell is looked up by its technique: a tactic that was split becomes those of its parts that the technique serves;
 * one that the technique serves no more is taken away, so that the mark shows under every tactic that has no mark of its own.
 */
export function migrateLayer(layer: Layer, target: ReleaseTarget): LayerMigration {
  const cells = new Map<string, LayerCell>();
  const kept: Annotation[] = [];
  const entries: MigrationEntry[] = [];
  let unchanged = 0;
  for (const cell of layer.cells) {
    const resolution = target.resolve(cell.technique);
    if (resolution.standing === 'unchanged') unchanged += 1;
    else entries.push(entryOf(resolution));
    // What nobody here knows may be right where the layer comes from: it stays where it is.
    if (resolution.standing === 'unknown') {
      place(cells, cell, cell.technique);
      continue;
    }
    if (resolution.to === undefined) {
      kept.push({ name: `not carried: ${cell.technique}`, value: JSON.stringify(cell) });
      continue;
    }
    const carried = carryCell(cell, resolution.to);
    const { tactics, entry } = carryTactic(cell, resolution.to, target);
    if (entry !== undefined) entries.push(entry);
    for (const tactic of tactics) place(cells, withTactic(carried, tactic), cell.technique);
  }
  const carried = carryFilters(layer, target);
  const { filters: _, ...unfiltered } = layer;
  const from = layer.release ?? 'a release that it does not name';
  return {
    layer: {
      ...unfiltered,
      ...defined({ filters: carried.filters }),
      release: target.release,
      cells: [...cells.values()],
      annotations: [
        ...layer.annotations,
        { name: 'carried to', value: `${target.release} from ${from}` },
        ...carried.annotations,
        ...kept,
      ],
    },
    entries: [...entries, ...carried.entries],
    unchanged,
  };
}

function entryOf({ from, to, standing, reason, candidates }: Resolution): MigrationEntry {
  return { kind: 'technique', from, to: to === undefined ? [] : [to], standing, reason, candidates };
}

function carryCell(cell: LayerCell, technique: string): LayerCell {
  if (technique === cell.technique) return cell;
  return {
    ...cell,
    technique,
    annotations: [...cell.annotations, { name: 'carried from', value: cell.technique }],
  };
}

function withTactic(cell: LayerCell, wanted: string | undefined): LayerCell {
  const { tactic, ...everywhere } = cell;
  if (tactic === wanted) return cell;
  return wanted === undefined ? everywhere : { ...everywhere, tactic: wanted };
}

interface CarriedTactic {
  /** The tactics of the cells to make; undefined for every tactic. */
  readonly tactics: readonly (string | undefined)[];
  readonly entry?: MigrationEntry;
}

function carryTactic(cell: LayerCell, technique: string, target: ReleaseTarget): CarriedTactic {
  const { tactic } = cell;
  const served = target.tacticsOf(technique);
  if (tactic === undefined || served.includes(tactic) || served.length === 0) return { tactics: [tactic] };
  const parts = target.tacticsFor(tactic)?.filter((part) => served.includes(part)) ?? [];
  const only = served.length === 1 ? served : [];
  const to = parts.length > 0 ? parts : only;
  const [standing, reason] =
    parts.length > 0
      ? (['resolved', `${tactic} was split; ${technique} serves this`] as const)
      : (['assumed', `${technique} does not serve ${tactic} in ${target.release}`] as const);
  return {
    tactics: to.length === 0 ? [undefined] : to,
    entry: {
      kind: 'tactic',
      from: tactic,
      to,
      standing,
      reason,
      candidates: to.length === 0 ? served : [],
      technique: cell.technique,
    },
  };
}

/** Puts a cell where it belongs; what stands there already is joined with it. */
function place(cells: Map<string, LayerCell>, cell: LayerCell, from: string): void {
  const key = cellKey(cell.technique, cell.tactic);
  const there = cells.get(key);
  cells.set(key, there === undefined ? cell : joinCells(there, cell, from));
}

/** Both cells as one: the larger score and the first colour count, the other is noted under the technique that it came from. */
function joinCells(there: LayerCell, cell: LayerCell, from: string): LayerCell {
  const scores = [there.score, cell.score].filter((score) => score !== undefined);
  const color = there.color ?? cell.color;
  const notes: readonly (Annotation | Divider)[] = [
    ...differing(`score of ${from}`, cell.score, there.score),
    ...(there.score !== undefined && cell.score !== undefined && cell.score > there.score
      ? [{ name: 'score of the others', value: String(there.score) }]
      : []),
    ...differing(`colour of ${from}`, cell.color, there.color),
    ...(cell.enabled === there.enabled ? [] : [{ name: `enabled for ${from}`, value: String(cell.enabled) }]),
  ];
  return {
    ...cell,
    ...there,
    ...(scores.length === 0 ? {} : { score: highest(scores) }),
    ...defined({ color }),
    comment: [...new Set([there.comment, cell.comment])].filter((text) => text !== '').join('\n'),
    enabled: there.enabled || cell.enabled,
    annotations: [...there.annotations, ...cell.annotations, ...notes],
    links: [...there.links, ...cell.links],
    extra: { ...cell.extra, ...there.extra },
  };
}

function differing(
  name: string,
  value: string | number | undefined,
  other: string | number | undefined,
): readonly Annotation[] {
  return value === undefined || value === other ? [] : [{ name, value: String(value) }];
}
