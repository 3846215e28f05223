import { cellFinder, entriesOf, isMarked, tacticsByTechnique } from '../../threat/index.ts';
import type {
  AttackMatrix,
  Expansion,
  Layer,
  LayerCell,
  MatrixEntry,
  MatrixTactic,
} from '../../threat/index.ts';

/** A layer laid over a matrix: what stands in each column, ready to be drawn or listed. */
export interface MatrixView {
  readonly columns: readonly MatrixColumn[];
  /** Marked techniques of the layer that the matrix does not have (under that tactic), in order. */
  readonly outside: readonly LayerCell[];
}

export interface MatrixColumn {
  readonly tactic: MatrixTactic;
  /** True where it goes on with what stands in the column before. */
  readonly isContinued?: true;
  readonly rows: readonly MatrixRow[];
  /** Techniques (with sub-techniques) that are marked, and that there are. */
  readonly marked: number;
  readonly total: number;
}

/** A technique or sub-technique under a tactic, with what the layer says of it. */
export interface MatrixRow {
  readonly entry: MatrixEntry;
  readonly isSubtechnique: boolean;
  /** Absent: the layer says nothing. */
  readonly cell?: LayerCell;
  /** Marked sub-techniques that are not shown below it. */
  readonly hiddenMarks: number;
}

/**
 * Lays a layer over a matrix.
 *
 * @param expansion which sub-techniques get a row: all, those that are marked or disabled, or none
 * @param isOnlyMarked whether techniques that are not marked have no row, and tactics without a mark no column; default false
 */
export function matrixView(
  layer: Layer,
  matrix: AttackMatrix,
  expansion: Expansion,
  isOnlyMarked: boolean = false,
): MatrixView {
  const find = cellFinder(layer);
  const columns = matrix.tactics.map((tactic) =>
    columnOf(tactic, expansion, (id) => find(id, tactic.shortName)),
  );
  return {
    columns: isOnlyMarked ? columns.map(onlyMarked).filter(({ rows }) => rows.length > 0) : columns,
    outside: cellsOutside(layer, matrix),
  };
}

type Finder = (technique: string) => LayerCell | undefined;

function columnOf(tactic: MatrixTactic, expansion: Expansion, find: Finder): MatrixColumn {
  const entries = entriesOf(tactic);
  return {
    tactic,
    rows: tactic.techniques.flatMap((technique) => {
      const children = technique.subtechniques.map((entry) => rowOf(entry, true, find, 0));
      const shown = children.filter(({ cell }) => isShown(cell, expansion));
      const hidden = children.filter((row) => !shown.includes(row) && isSaid(row.cell));
      return [rowOf(technique, false, find, hidden.length), ...shown];
    }),
    marked: entries.filter(({ id }) => isSaid(find(id))).length,
    total: entries.length,
  };
}

function onlyMarked(column: MatrixColumn): MatrixColumn {
  return { ...column, rows: column.rows.filter(({ cell, hiddenMarks }) => isSaid(cell) || hiddenMarks > 0) };
}

function rowOf(entry: MatrixEntry, isSubtechnique: boolean, find: Finder, hiddenMarks: number): MatrixRow {
  const cell = find(entry.id);
  return { entry, isSubtechnique, hiddenMarks, ...(cell === undefined ? {} : { cell }) };
}

function isShown(cell: LayerCell | undefined, expansion: Expansion): boolean {
  return (
    expansion === 'all' ||
    (expansion === 'annotated' && cell !== undefined && (isMarked(cell) || !cell.enabled))
  );
}

function isSaid(cell: LayerCell | undefined): boolean {
  return cell !== undefined && isMarked(cell);
}

function cellsOutside(layer: Layer, matrix: AttackMatrix): readonly LayerCell[] {
  const tacticsOf = tacticsByTechnique(matrix);
  return layer.cells
    .filter((cell) => isMarked(cell) && !isInside(cell, tacticsOf.get(cell.technique)))
    .toSorted((one, other) => (one.technique < other.technique ? -1 : 1));
}

function isInside(cell: LayerCell, tactics: readonly string[] | undefined): boolean {
  return tactics !== undefined && (cell.tactic === undefined || tactics.includes(cell.tactic));
}
