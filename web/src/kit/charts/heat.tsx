import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { likenessStep } from '../../marks/steps.ts';
import './heat.css';
import { sayInReadout } from '../readout.tsx';

/** One row and column of a heat table. */
export interface HeatThing {
  readonly id: string;
  readonly name: string;
  /** How many stand behind it. */
  readonly count: number;
}

export interface HeatProps {
  readonly of: readonly HeatThing[];
  /** Likeness 0 … 1, row by row; -1 where nothing is to be compared. */
  readonly similarity: readonly (readonly number[])[];
  /** What a cell means, in words, for the readout. */
  readonly say: (row: number, column: number) => string;
  readonly chosen: readonly string[];
  readonly onToggle: (id: string) => void;
  /** Accessible name. */
  readonly label: string;
  /** What is counted in front of each row. */
  readonly counts: string;
}

/** How alike things are: a table of per cents, darker where more. Its rows have one tab stop; arrows move, Enter chooses. */
export function Heat({ of, similarity, say, chosen, onToggle, label, counts }: HeatProps): ReactElement {
  const table = useRef<HTMLTableElement>(null);
  const isIn = of.map(({ id }) => chosen.includes(id));
  const read = (target: EventTarget): void => {
    const cell = (target as HTMLElement).closest<HTMLElement>('td[data-at]');
    const [row, column] = cell?.dataset['at']?.split(' ').map(Number) ?? [];
    if (row === undefined || column === undefined) return;
    sayInReadout({ name: `${of[row]?.name ?? ''} and ${of[column]?.name ?? ''}`, words: say(row, column) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = Number((event.target as HTMLElement).dataset['row']);
    const next = { ArrowDown: row + 1, ArrowUp: row - 1, Home: 0, End: of.length - 1 }[event.key];
    if (next === undefined || Number.isNaN(row)) return;
    event.preventDefault();
    const buttons = table.current?.querySelectorAll<HTMLElement>('button[data-row]');
    const to = buttons?.[Math.max(0, Math.min(of.length - 1, next))];
    if (to === undefined) return;
    for (const button of buttons ?? []) button.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  };
  return (
    <div className="scroll">
      <table
        ref={table}
        className="heat"
        aria-label={label}
        onPointerOver={(event) => read(event.target)}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th />
            <th scope="col" className="number">
              {counts}
            </th>
            {of.map(({ id, name }, column) => (
              <th key={id} scope="col" className="upright">
                <span className={isIn[column] === true ? 'chosen' : undefined}>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.map(({ id, name, count }, row) => (
            <tr key={id}>
              <th scope="row">
                <button
                  type="button"
                  data-row={row}
                  tabIndex={row === 0 ? 0 : -1}
                  className={isIn[row] === true ? 'chosen' : undefined}
                  aria-pressed={isIn[row]}
                  onClick={() => onToggle(id)}
                >
                  {name}
                </button>
              </th>
              <td className="number faint">{count}</td>
              {of.map((other, column) => {
                const value = similarity[row]?.[column] ?? 0;
                const isDiagonal = row === column;
                const isPair = isIn[row] === true && isIn[column] === true;
                return (
                  <td
                    key={other.id}
                    data-at={isDiagonal ? undefined : `${row} ${column}`}
                    className={`heat-cell ${isDiagonal || value < 0 ? 'self' : `n${likenessStep(value)}`}${isPair ? ' pair' : ''}`}
                  >
                    {isDiagonal ? '·' : value < 0 ? '' : Math.round(value * 100) || ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
