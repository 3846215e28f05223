import { useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useIsPrinting } from '../state/use-is-printing.ts';
import { useRowHeight } from '../state/row-height.ts';
import './table.css';

/** Over so many rows, only those near the window are rendered. */
const MOST_RENDERED = 200;

export interface TableColumn<Row> {
  /** Name in the address where the table is sorted by it. */
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** What is sorted by; absent where one cannot sort by it. */
  readonly by?: (row: Row) => string | number;
  /** Numbers stand to the right. */
  readonly isNumber?: boolean;
  /** Whether the first sort has the largest or newest on top; default: of numbers. */
  readonly isLargestFirst?: boolean;
  /** How it takes part in narrow windows: not at all, or on a line of its own below the first. */
  readonly onPhones?: 'hidden' | 'line';
  readonly className?: string;
}

export interface TableProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Accessible name. */
  readonly label: string;
  /** Column that it is sorted by, `-` in front where the other way round; as given where empty. */
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  /** Rows that are chosen; with {@link onChoose} each row has a box. */
  readonly chosen?: readonly string[];
  readonly onChoose?: (key: string) => void;
  /** Name of a row, for its box. */
  readonly nameOf?: (row: Row) => string;
  /** Enter on a row, or W. */
  readonly onOpen?: (row: Row) => void;
}

/**
 * A table that sorts by its heads. Its rows have one tab stop: arrows, Home and End move, Enter opens, Space chooses. Many rows are
 * rendered as far as they are near the window.
 */
export function Table<Row>({
  columns,
  rows,
  keyOf,
  label,
  sort = '',
  onSort,
  chosen = [],
  onChoose,
  nameOf,
  onOpen,
}: TableProps<Row>): ReactElement {
  const sorted = useMemo(() => sortedRows(rows, columns, sort), [rows, columns, sort]);
  const [at, setAt] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const isPrinting = useIsPrinting();
  const isVirtual = sorted.length > MOST_RENDERED && !isPrinting;
  const rowHeight = useRowPixels();
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [sorted.length]);
  const virtual = useWindowVirtualizer({
    count: isVirtual ? sorted.length : 0,
    estimateSize: () => rowHeight,
    overscan: 20,
    scrollMargin: top,
  });
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const [first, last] = isVirtual
    ? [items[0]?.index ?? 0, (items.at(-1)?.index ?? 0) + 1]
    : [0, sorted.length];
  const before = isVirtual ? (items[0]?.start ?? top) - top : 0;
  const after = isVirtual ? virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top) : 0;
  const isGrid = onOpen !== undefined || onChoose !== undefined;
  const moveTo = (index: number): void => {
    const next = Math.max(0, Math.min(sorted.length - 1, index));
    setAt(next);
    if (isVirtual) virtual.scrollToIndex(next);
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (row === null || event.target !== row || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = Number(row.dataset['row']);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: sorted.length - 1,
      PageDown: index + 20,
      PageUp: index - 20,
    };
    const move = moves[event.key];
    const data = sorted[index];
    if (move !== undefined) moveTo(move);
    else if (data === undefined) return;
    else if (event.key === 'Enter' || event.key === 'w') onOpen?.(data);
    else if (event.key === ' ') onChoose?.(keyOf(data));
    else return;
    event.preventDefault();
  };
  return (
    <div className="scroll">
      <table className="stackable" aria-label={label} aria-rowcount={sorted.length + 1}>
        <thead>
          <tr>
            {onChoose === undefined ? null : (
              <th>
                <span className="unseen">Chosen</span>
              </th>
            )}
            {columns.map((column) => (
              <ColumnHead
                key={column.id}
                column={column}
                sort={sort}
                {...(onSort === undefined ? {} : { onSort })}
              />
            ))}
          </tr>
        </thead>
        {/* Rows are the focusable parts; the body only listens for all of them. */}
        <tbody ref={body} onKeyDown={isGrid ? onKeyDown : undefined}>
          {before > 0 ? <Gap height={before} columns={columns.length + 1} /> : null}
          {sorted.slice(first, last).map((row, offset) => {
            const index = first + offset;
            const key = keyOf(row);
            const isChosen = chosen.includes(key);
            return (
              <tr
                key={key}
                data-row={index}
                aria-rowindex={index + 2}
                className={onChoose === undefined ? undefined : 'chooses'}
                tabIndex={isGrid ? (index === at ? 0 : -1) : undefined}
                aria-selected={onChoose === undefined ? undefined : isChosen}
                onFocus={isGrid ? () => setAt(index) : undefined}
              >
                {onChoose === undefined ? null : (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`Choose ${nameOf?.(row) ?? key}`}
                      tabIndex={-1}
                      checked={isChosen}
                      onChange={() => onChoose(key)}
                    />
                  </td>
                )}
                {columns.map(({ id, cell, isNumber, onPhones, className = '' }) => (
                  <td
                    key={id}
                    className={`${className}${isNumber === true ? ' number' : ''}${onPhones === 'hidden' ? ' wide-only' : ''}${onPhones === 'line' ? ' whole-line' : ''}`}
                  >
                    {cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 ? <Gap height={after} columns={columns.length + 1} /> : null}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHead<Row>({
  column: { id, head, by, isNumber, isLargestFirst = isNumber ?? false, onPhones },
  sort,
  onSort,
}: {
  readonly column: TableColumn<Row>;
  readonly sort: string;
  readonly onSort?: (sort: string) => void;
}): ReactElement {
  const direction = sort === id ? 'down' : sort === `-${id}` ? 'up' : undefined;
  const isDescending = (direction === 'down') === isLargestFirst;
  return (
    <th
      scope="col"
      className={`${isNumber === true ? 'number' : ''}${onPhones === 'hidden' ? ' wide-only' : ''}`}
      aria-sort={direction === undefined ? undefined : isDescending ? 'descending' : 'ascending'}
    >
      {by === undefined || onSort === undefined ? (
        head
      ) : (
        <button type="button" onClick={() => onSort(direction === 'down' ? `-${id}` : id)}>
          {head}
          {direction === undefined ? '' : isDescending ? ' ↓' : ' ↑'}
        </button>
      )}
    </th>
  );
}

/** Room for rows that are not rendered. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }): ReactElement {
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height: `${height}px`, padding: 0, border: 0 }} />
    </tr>
  );
}

/** Rows in the order of a column; equal ones stay as they were. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Pick<TableColumn<Row>, 'id' | 'by' | 'isNumber' | 'isLargestFirst'>[],
  sort: string,
): readonly Row[] {
  const isTurned = sort.startsWith('-');
  const column = columns.find(({ id }) => id === (isTurned ? sort.slice(1) : sort));
  const { by, isNumber = false, isLargestFirst = isNumber } = column ?? {};
  if (by === undefined) return rows;
  const turn = isTurned === isLargestFirst ? 1 : -1;
  return rows
    .map((row) => [by(row), row] as const)
    .toSorted(([a], [b]) => (a === b ? 0 : isEmpty(a) ? 1 : isEmpty(b) ? -1 : a < b ? -turn : turn))
    .map(([, row]) => row);
}

/** What is not known comes last, whichever way round. */
function isEmpty(value: string | number): boolean {
  return value === '';
}

/** What a row takes, in pixels, with its line: as high as was chosen, and as fingers need. */
function useRowPixels(): number {
  const [chosen] = useRowHeight();
  return useMemo(() => {
    const height = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row'));
    return (Number.isNaN(height) ? 30 : height) + 1;
    // The sheet of styles has the pixels of what is chosen.
  }, [chosen]);
}
