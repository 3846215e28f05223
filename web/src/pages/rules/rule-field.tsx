import { useRef, type ReactElement } from 'react';
import type { MarkedText } from '../../marks/text-place.ts';

/** A field for rules and questions, with a wavy line under what is wrong. */
export function RuleField({
  id,
  label,
  value,
  rows,
  mark,
  isWrong,
  onChange,
}: {
  /** Mistakes stand in the element called `ID-wrong`. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly rows: number;
  /** The word that is wrong, where its place is known. */
  readonly mark: MarkedText | undefined;
  readonly isWrong: boolean;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const overlay = useRef<HTMLPreElement>(null);
  return (
    <div className="rule-editor">
      <label htmlFor={id}>{label}</label>
      <div className="rule-field">
        <pre ref={overlay} aria-hidden="true">
          {mark === undefined ? (
            value
          ) : (
            <>
              {mark.before}
              <u>{mark.at}</u>
              {mark.after}
            </>
          )}
        </pre>
        <textarea
          id={id}
          rows={rows}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          value={value}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={(event) => onChange(event.target.value)}
          onScroll={(event) => {
            if (overlay.current !== null) overlay.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
    </div>
  );
}
