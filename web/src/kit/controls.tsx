import { useEffect, useId, useState, type ComponentProps, type ReactElement, type ReactNode } from 'react';
import './controls.css';

export interface BtnProps extends ComponentProps<'button'> {
  /** `main`: what one most likely wants here, at most one on a page. `bare`: without an edge. */
  readonly kind?: 'main' | 'plain' | 'bare';
  /** The key that does the same, shown beside the words. */
  readonly keyName?: string;
}

/** A button; its words are a verb. */
export function Btn({ kind = 'plain', keyName, className = '', children, ...rest }: BtnProps): ReactElement {
  return (
    <button type="button" className={`btn ${kind} ${className}`} {...rest}>
      {children}
      {keyName === undefined ? null : <kbd aria-hidden="true">{keyName}</kbd>}
    </button>
  );
}

export interface SegProps<Value extends string> {
  /** Accessible name of the group, e.g. `Shade by`. */
  readonly label: string;
  readonly choices: readonly (readonly [value: Value, words: ReactNode])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

/** One of a few choices, all of them in sight. */
export function Seg<Value extends string>({
  label,
  choices,
  value,
  onChange,
  className = '',
}: SegProps<Value>): ReactElement {
  return (
    <span className={`seg ${className}`} role="group" aria-label={label}>
      {choices.map(([each, words]) => (
        <button key={each} type="button" aria-pressed={each === value} onClick={() => onChange(each)}>
          {words}
        </button>
      ))}
    </span>
  );
}

export interface CheckProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something that is on or off. */
export function Check({ label, checked, onChange }: CheckProps): ReactElement {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

export interface FieldProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  readonly label: string;
  readonly onChange: (text: string) => void;
  /** What is wrong with what it holds, and how to mend it. */
  readonly wrong?: string;
}

/** A line of text with its label above and what is wrong with it below. */
export function Field({ label, wrong, onChange, ...rest }: FieldProps): ReactElement {
  const id = useId();
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}
        onChange={(event) => onChange(event.target.value)}
        {...rest}
      />
      {wrong === undefined ? null : (
        <span className="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </div>
  );
}

/** A short mark on a thing: solid where it is given as data, dashed where it was read out of prose. */
export function Tag({
  children,
  isFromProse = false,
  isFault = false,
}: {
  readonly children: ReactNode;
  readonly isFromProse?: boolean;
  readonly isFault?: boolean;
}): ReactElement {
  return (
    <span className={`tag${isFromProse ? ' from-prose' : ''}${isFault ? ' fault-tag' : ''}`}>{children}</span>
  );
}

/** Milliseconds without a letter after which what was typed counts. */
const PAUSE = 120;

/** A line in which one types what a list is narrowed to; what it holds counts after a short pause. */
export function SearchField({
  label,
  value,
  onChange,
}: {
  /** What is looked for; also what stands in it while it is empty. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactElement {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address has changed by something else than typing: Back, a button.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => {
      setKnown(typed);
      onChange(typed);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <input
      type="search"
      className="field"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
