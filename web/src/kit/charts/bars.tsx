import type { ReactElement, ReactNode } from 'react';
import './bars.css';

/** Parts of a whole behind each other, the strongest first. */
export function StackBar({
  parts,
  width,
  words,
}: {
  /** Each with the class of its fill, 0 … 1 of the longest. */
  readonly parts: readonly { readonly key: string; readonly fill: string; readonly share: number }[];
  /** Pixels of the longest. */
  readonly width: number;
  readonly words?: ReactNode;
}): ReactElement {
  return (
    <span className="stack-bar">
      {parts
        .filter(({ share }) => share > 0)
        .map(({ key, fill, share }) => (
          <i key={key} className={fill} style={{ width: `${Math.max(1, share * width)}px` }} />
        ))}
      {words === undefined ? null : <span>{words}</span>}
    </span>
  );
}

/** A share, with a thin line for what chance, or everybody else, has. */
export function ShareBar({
  share,
  against,
  width = 100,
  kind = 'adversary',
  words,
}: {
  /** 0 … 1 of the longest. */
  readonly share: number;
  /** 0 … 1, where the thin line stands. */
  readonly against: number;
  readonly width?: number;
  readonly kind?: 'adversary' | 'neutral';
  readonly words: ReactNode;
}): ReactElement {
  return (
    <span className="share-bar">
      <span style={{ width: `${width}px` }}>
        <i className={kind} style={{ width: `${Math.max(1, share * width)}px` }} />
        <i className="line" style={{ left: `${against * width}px` }} />
      </span>
      <span>{words}</span>
    </span>
  );
}
