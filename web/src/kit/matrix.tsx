import {
  Fragment,
  memo,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { Slots } from './marks.tsx';
import type { Density, MatrixCell, MatrixColumn } from './matrix-cell.ts';
import './matrix.css';
import { sayInReadout } from './readout.tsx';

export interface MatrixProps {
  readonly columns: readonly MatrixColumn[];
  /** Accessible name, e.g. `Techniques of APT29 by tactic`. */
  readonly label: string;
  readonly density?: Density;
  /** Ids of techniques that are chosen or open. */
  readonly chosen?: readonly string[];
  /** Whether cells that a column keeps for the end are shown. */
  readonly showsRest?: boolean;
  /** Whether cells that a column keeps for the end are kept also as dots, and on phones. */
  readonly keepsRest?: boolean;
  /** What the line says that opens them: `7 not reported`. */
  readonly restWords?: (count: number) => string;
  readonly dimsAllButGaps?: boolean;
  /** Whether cells have a second channel on their left edge. */
  readonly hasGauge?: boolean;
  /** What of which side the gauge shows; the defence by default. */
  readonly gaugeOf?: 'defence' | 'adversary';
  /** A cell is pressed, or Enter or W on it: why? */
  readonly onWhy?: (cell: MatrixCell) => void;
  /** Keys that this page has for a cell beside those of every matrix, e.g. `s`. */
  readonly onKey?: (key: string, cell: MatrixCell) => boolean;
}

/**
 * ATT&CK as columns of tactics. One grid with one tab stop: arrows move, Home and End go to the ends of a column, Page Up and Page
 * Down to the first and last tactic, Enter and W ask why, X opens sub-techniques in place.
 *
 * For screen readers a tactic is a row of the grid: cells of a tactic belong together, while those that happen to stand side by
 * side have nothing to do with each other.
 */
export function Matrix({
  columns,
  label,
  density = 'names',
  chosen = [],
  showsRest = false,
  keepsRest = false,
  restWords = (count) => `${count} more`,
  dimsAllButGaps = false,
  hasGauge = false,
  gaugeOf = 'defence',
  onWhy,
  onKey,
}: MatrixProps): ReactElement {
  const grid = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const byPlace = useMemo(() => cellsByPlace(columns), [columns]);
  const chosenIds = useMemo(() => new Set(chosen), [chosen]);
  useLayoutEffect(() => {
    if (grid.current !== null) keepOneTabStop(grid.current);
  });
  const cellOf = useCallback(
    (target: EventTarget): readonly [HTMLElement, MatrixCell] | undefined => {
      const element = (target as HTMLElement).closest<HTMLElement>('.cell');
      const cell = byPlace.get(element?.dataset['place'] ?? '');
      return element === null || cell === undefined ? undefined : [element, cell];
    },
    [byPlace],
  );
  const say = (target: EventTarget): void => {
    const found = cellOf(target);
    if (found !== undefined) sayInReadout(readoutOf(found[1]));
  };
  const openSubs = (element: HTMLElement, cell: MatrixCell): void => {
    if (cell.children === undefined || cell.children.length === 0) return;
    const column = element.dataset['place']?.split('/')[0] ?? '';
    setOpened((before) => toggled(before, `${column}/${cell.id}`));
  };
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-rowcount={columns.length}
      className={`matrix ${density}${keepsRest ? ' keeps-rest' : ''}${hasGauge ? ` with-gauge of-${gaugeOf}` : ''}${dimsAllButGaps ? ' gaps-only' : ''}`}
      style={{ '--columns': columns.length } as never}
      onClick={(event) => {
        const found = cellOf(event.target);
        if (found === undefined) return;
        const [element, cell] = found;
        const isTouch = (event.nativeEvent as PointerEvent).pointerType === 'touch';
        const wasCurrent = element.tabIndex === 0 && element.dataset['touched'] === 'yes';
        moveTo(element);
        // A finger has nothing to hover with: the first touch reads out, the second asks why.
        if (isTouch && !wasCurrent) element.dataset['touched'] = 'yes';
        else onWhy?.(cell);
      }}
      onPointerOver={(event) => say(event.target)}
      onFocus={(event) => say(event.target)}
      onKeyDown={(event) => {
        const found = cellOf(event.target);
        if (found === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        const [element, cell] = found;
        const next = neighbour(element, event.key);
        if (next !== undefined) moveTo(next);
        else if (event.key === 'Enter' || event.key === ' ' || event.key === 'w') onWhy?.(cell);
        else if (event.key === 'x') openSubs(element, cell);
        else if (onKey?.(event.key, cell) !== true) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {columns.map((column, index) => (
        <Column
          key={column.id}
          column={column}
          index={index}
          density={density}
          chosen={chosenIds}
          opened={opened}
          showsRest={showsRest || (density === 'dots' && !keepsRest) || unfolded.has(column.id)}
          restWords={restWords}
          onUnfold={() => setUnfolded((before) => toggled(before, column.id))}
        />
      ))}
    </div>
  );
}

interface ColumnProps {
  readonly column: MatrixColumn;
  readonly index: number;
  readonly density: Density;
  readonly chosen: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
  readonly showsRest: boolean;
  readonly restWords: (count: number) => string;
  readonly onUnfold: () => void;
}

function Column({
  column,
  index,
  density,
  chosen,
  opened,
  showsRest,
  restWords,
  onUnfold,
}: ColumnProps): ReactElement {
  const { id, name, counts, cells, rest = [] } = column;
  const shown = showsRest ? [...cells, ...rest] : cells;
  return (
    <div role="row" aria-rowindex={index + 1} className="matrix-column">
      <div role="rowheader" className="matrix-head">
        <span>{name}</span>
        {counts === undefined ? null : <small>{counts}</small>}
      </div>
      {shown.map((cell) => (
        <Opened key={cell.id} cell={cell} place={id} {...{ density, chosen, opened }} />
      ))}
      {rest.length > 0 && !showsRest ? (
        <div role="gridcell">
          <button type="button" className="rest" tabIndex={-1} onClick={onUnfold}>
            {restWords(rest.length)}
          </button>
        </div>
      ) : null}
    </div>
  );
}

type OpenedProps = Pick<ColumnProps, 'density' | 'chosen' | 'opened'> & {
  readonly cell: MatrixCell;
  readonly place: string;
};

/** A cell, and its sub-techniques below it where they are opened. */
function Opened({ cell, place, density, chosen, opened }: OpenedProps): ReactElement {
  const isOpen = opened.has(`${place}/${cell.id}`);
  return (
    <>
      <Cell {...{ cell, place, density }} isChosen={chosen.has(cell.id)} isOpen={isOpen} />
      {isOpen ? (
        <div role="presentation" className="matrix-subs">
          {cell.children?.map((child) => (
            <Cell key={child.id} cell={child} isSub {...{ place, density }} isChosen={chosen.has(child.id)} />
          ))}
        </div>
      ) : null}
    </>
  );
}

interface CellProps extends Pick<ColumnProps, 'density'> {
  readonly cell: MatrixCell;
  readonly place: string;
  readonly isChosen: boolean;
  readonly isSub?: boolean;
  readonly isOpen?: boolean;
}

/** There are hundreds: what can be drawn without an element of its own is (number and gauge are those before and after the cell). */
const Cell = memo(function Cell({ cell, place, density, isChosen, isSub, isOpen }: CellProps) {
  const { id, name, fill, count, gauge = 0, words, subs, slots } = cell;
  const opens = (cell.children?.length ?? 0) > 0;
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      className={`cell ${fill} l${gauge}${cell.isGap === true ? ' gap' : ''}`}
      data-place={`${place}/${id}`}
      data-count={density === 'dots' ? undefined : count}
      aria-label={`${id} ${name}: ${words}`}
      aria-selected={isChosen}
      aria-expanded={!opens || isSub === true ? undefined : isOpen}
    >
      {density === 'dots' ? null : (
        <>
          <b>
            {density === 'names' ? brokenAtStrokes(name) : isSub === true ? id.slice(id.indexOf('.')) : id}
          </b>
          {slots === undefined || density === 'ids' ? null : <Slots of={slots} />}
          {subs === undefined || density === 'ids' ? null : (
            <span className="subs">
              {subs.map((mark, at) => (
                <i key={at} className={mark} />
              ))}
            </span>
          )}
        </>
      )}
    </div>
  );
});

/** A name that may go on in the next line after a stroke: `Virtualization/` `Sandbox Evasion`. */
function brokenAtStrokes(name: string): ReactNode {
  const parts = name.split('/');
  return parts.length === 1
    ? name
    : parts.map((part, index) => (
        // Parts never change places.
        <Fragment key={index}>
          {part}
          {index < parts.length - 1 ? (
            <>
              /<wbr />
            </>
          ) : null}
        </Fragment>
      ));
}

/** What the readout says of a cell. */
function readoutOf({ id, name, words }: MatrixCell): { readonly id: string; name: string; words: string } {
  return { id, name, words };
}

function cellsByPlace(columns: readonly MatrixColumn[]): ReadonlyMap<string, MatrixCell> {
  return new Map(
    columns.flatMap(({ id, cells, rest = [] }) =>
      [...cells, ...rest].flatMap((cell) =>
        [cell, ...(cell.children ?? [])].map((each) => [`${id}/${each.id}`, each] as const),
      ),
    ),
  );
}

function toggled(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** Exactly one cell can be reached with Tab: that which had the focus last, or the first. */
function keepOneTabStop(grid: HTMLElement): void {
  const stops = grid.querySelectorAll<HTMLElement>('.cell[tabindex="0"]');
  if (stops.length === 1) return;
  for (const stop of stops) stop.tabIndex = -1;
  const first = grid.querySelector<HTMLElement>('.cell');
  if (first !== null) first.tabIndex = 0;
}

function moveTo(element: HTMLElement): void {
  const grid = element.closest('.matrix');
  for (const stop of grid?.querySelectorAll<HTMLElement>('.cell[tabindex="0"]') ?? []) {
    stop.tabIndex = -1;
    if (stop !== element) delete stop.dataset['touched'];
  }
  element.tabIndex = 0;
  element.focus();
}

/** Where a key leads from a cell; undefined where it is none that moves. */
function neighbour(element: HTMLElement, key: string): HTMLElement | undefined {
  const column = element.closest<HTMLElement>('.matrix-column');
  if (column === null) return undefined;
  const columns = [...(column.parentElement?.querySelectorAll<HTMLElement>('.matrix-column') ?? [])];
  const own = cellsIn(column);
  const at = own.indexOf(element);
  const beside = (step: number): HTMLElement => {
    // Columns without a cell are stepped over.
    for (let next = columns.indexOf(column) + step; next >= 0 && next < columns.length; next += step) {
      const cells = cellsIn(columns[next]);
      const cell = cells[Math.min(at, cells.length - 1)];
      if (cell !== undefined) return cell;
    }
    return element;
  };
  const edge = (cells: readonly HTMLElement[]): HTMLElement => cells[0] ?? element;
  const full = columns.filter((each) => cellsIn(each).length > 0);
  const moves: Readonly<Record<string, () => HTMLElement>> = {
    ArrowDown: () => own[at + 1] ?? element,
    ArrowUp: () => own[at - 1] ?? element,
    ArrowRight: () => beside(1),
    ArrowLeft: () => beside(-1),
    Home: () => edge(own),
    End: () => own.at(-1) ?? element,
    PageUp: () => edge(cellsIn(full[0])),
    PageDown: () => edge(cellsIn(full.at(-1))),
  };
  return moves[key]?.();
}

function cellsIn(column: HTMLElement | undefined): readonly HTMLElement[] {
  return column === undefined ? [] : [...column.querySelectorAll<HTMLElement>('.cell')];
}
