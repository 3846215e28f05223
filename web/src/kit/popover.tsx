import { Popover as Radix } from 'radix-ui';
import { useState, type ReactElement, type ReactNode } from 'react';
import './dialog.css';

/** A button that opens a small sheet below it; Esc and a press elsewhere close it, the focus goes back to the button. */
export function Popover({
  button,
  label,
  children,
}: {
  /** The button: one element that takes the properties of a button. */
  readonly button: ReactElement;
  /** Accessible name of the sheet. */
  readonly label: string;
  /** What is in it; it can close it. */
  readonly children: (close: () => void) => ReactNode;
}): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Radix.Root open={isOpen} onOpenChange={setIsOpen}>
      <Radix.Trigger asChild>{button}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className="popover"
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={12}
        >
          {children(() => setIsOpen(false))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface Option {
  readonly value: string;
  readonly words: ReactNode;
  /** How many there are of it. */
  readonly count?: number;
}

/** Choices below each other, each with how many there are of it; the chosen one has the marker. */
export function Options({
  of,
  chosen,
  onChoose,
}: {
  readonly of: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChoose: (value: string) => void;
}): ReactElement {
  return (
    <ul className="options">
      {of.map(({ value, words, count }) => (
        <li key={value}>
          <button type="button" aria-pressed={chosen.includes(value)} onClick={() => onChoose(value)}>
            <span>{words}</span>
            {count === undefined ? null : <span className="count">{count}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
