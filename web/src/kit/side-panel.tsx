import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import './side-panel.css';

/**
 * What something is made of, beside the picture that it was opened from: over it on narrow screens. Esc closes it, and the focus
 * goes back to where it came from.
 */
export function SidePanel({
  label,
  onClose,
  children,
}: {
  /** Accessible name, e.g. `Coverage of T1055`. */
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const panel = useRef<HTMLElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close.current();
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [label]);
  return (
    <aside ref={panel} className="side-panel" aria-label={label} tabIndex={-1}>
      <button type="button" className="icon close" aria-label="Close (Esc)" onClick={onClose}>
        ×
      </button>
      {children}
    </aside>
  );
}
