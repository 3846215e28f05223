import type { ReactElement, ReactNode } from 'react';
import { printPaths, type PrintColumn } from '../marks/print.ts';
import './marks.css';
import type { SubMark } from './matrix-cell.ts';

/** A group’s signature: a bar for each tactic. 54 × 18 in rows, 152 × 46 in heads. */
export function Print({
  of,
  name,
  size = 'row',
}: {
  readonly of: readonly PrintColumn[];
  /** Whose it is, for screen readers; empty where the name stands beside it. */
  readonly name?: string;
  readonly size?: 'row' | 'head' | 'small';
}): ReactElement {
  const [width, height] = { row: [54, 18], head: [152, 46], small: [41, 14] }[size] as [number, number];
  const { feet, derived, reported } = printPaths(of, width, height);
  return (
    <svg
      className="print"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      {...(name === undefined || name === ''
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': `Print of ${name}` })}
    >
      <path className="feet" d={feet} />
      <path className="derived" d={derived} />
      <path className="reported" d={reported} />
    </svg>
  );
}

/** Up to four squares in a fixed order: the position says who, the fill how it is known. */
export function Slots({ of }: { readonly of: readonly SubMark[] }): ReactElement {
  return (
    <span className="slots" aria-hidden="true">
      {of.map((mark, index) => (
        <i key={index} className={mark} />
      ))}
    </span>
  );
}

/** Five steps of a scale: `a` the adversary, `d` the defence, `n` neither. */
export function Ramp({ of = 'a' }: { readonly of?: 'a' | 'd' | 'n' }): ReactElement {
  return (
    <span className="ramp" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((step) => (
        <i key={step} style={{ background: `var(--${of}${step})` }} />
      ))}
    </span>
  );
}

export interface LegendEntry {
  readonly swatch: 'reported' | 'derived' | 'subs-only' | 'gauge-swatch' | 'none';
  readonly words: ReactNode;
}

/** What fills and marks mean. */
export function Legend({
  of,
  className = '',
}: {
  readonly of: readonly LegendEntry[];
  readonly className?: string;
}): ReactElement {
  return (
    <span className={`legend ${className}`}>
      {of.map(({ swatch, words }) => (
        <span key={swatch}>
          <i className={`swatch ${swatch}`} aria-hidden="true" />
          {words}
        </span>
      ))}
    </span>
  );
}

/** A bar as long as a share of the longest, with its value behind it. */
export function BarCell({
  share,
  words,
  kind = 'adversary',
  width = 100,
}: {
  /** 0 … 1. */
  readonly share: number;
  readonly words: ReactNode;
  readonly kind?: 'adversary' | 'derived' | 'defence' | 'neutral';
  /** Pixels of the longest. */
  readonly width?: number;
}): ReactElement {
  return (
    <span className="bar-cell">
      <i className={kind} style={{ width: `${Math.max(1, Math.round(share * width))}px` }} />
      {words}
    </span>
  );
}
