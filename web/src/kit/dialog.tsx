import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import './dialog.css';

/** A dialog over the page. The browser keeps the focus in it, and gives it back when it closes; Esc closes it. */
export function Dialog({
  label,
  onClose,
  className = '',
  children,
}: {
  /** Accessible name. */
  readonly label: string;
  readonly onClose: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return undefined;
    const before = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // A press beside the dialog lands on its backdrop, which is the element itself.
    <dialog
      ref={dialog}
      aria-label={label}
      className={className}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // Letters mean nothing to the page below as long as this is open.
      onKeyDown={(event) => {
        if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
