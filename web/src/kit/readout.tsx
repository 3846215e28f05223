import { useEffect, type ReactElement } from 'react';
import './readout.css';
import { storeOf, useStore } from '../state/store.ts';

/** What is under pointer or focus. */
export interface Said {
  readonly id?: string;
  readonly name: string;
  readonly words: string;
}

const SAID = storeOf<Said | undefined>(undefined);

/** Says in the readout of the page what is under pointer or focus. */
export function sayInReadout(said: Said): void {
  const before = SAID.get();
  if (before?.id === said.id && before?.name === said.name && before?.words === said.words) return;
  SAID.set(said);
}

export interface ReadoutProps {
  /** What it says before anything is under pointer or focus. */
  readonly hint?: string;
  /** Keys that work where the focus is, with what they do. */
  readonly keys?: readonly (readonly [key: string, does: string])[];
}

/** The line at the foot that says in words what is under pointer or focus: in place of tooltips, and for screen readers. */
export function Readout({
  hint = 'Point at a cell, or move with the arrows, to read it here.',
  keys = [],
}: ReadoutProps): ReactElement {
  const said = useStore(SAID);
  // What another page said last means nothing here.
  useEffect(() => () => SAID.set(undefined), []);
  return (
    <div className="readout">
      <div role="status" aria-live="polite">
        {said === undefined ? (
          hint
        ) : (
          <>
            {said.id === undefined ? null : <span className="id">{said.id}</span>} {said.name}
            {said.words === '' ? null : <span> &ensp;{said.words}</span>}
          </>
        )}
      </div>
      <span className="keys" aria-hidden="true">
        {keys.map(([key, does]) => (
          <span key={key}>
            <kbd>{key}</kbd> {does}
          </span>
        ))}
      </span>
    </div>
  );
}
