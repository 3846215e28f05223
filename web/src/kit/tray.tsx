import type { ReactElement, ReactNode } from 'react';
import './tray.css';

/** What is chosen on a page, with at most two things to do with it: at the foot, from the first choice on. */
export function Tray({
  chosen,
  onRemove,
  actions,
}: {
  readonly chosen: readonly { readonly id: string; readonly name: string }[];
  readonly onRemove: (id: string) => void;
  readonly actions: ReactNode;
}): ReactElement | null {
  if (chosen.length === 0) return null;
  return (
    <div className="tray" role="region" aria-label="Chosen">
      <b>{chosen.length} chosen</b>
      {chosen.slice(0, 8).map(({ id, name }) => (
        <Chip key={id} onRemove={() => onRemove(id)} name={name} />
      ))}
      {chosen.length > 8 ? <span>and {chosen.length - 8} more</span> : null}
      <span className="acts push">{actions}</span>
    </div>
  );
}

/** Something chosen, that can be taken away again. */
export function Chip({
  name,
  onRemove,
}: {
  readonly name: string;
  readonly onRemove?: () => void;
}): ReactElement {
  return (
    <span className="chip">
      {name}
      {onRemove === undefined ? null : (
        <button type="button" aria-label={`Leave out ${name}`} onClick={onRemove}>
          ×
        </button>
      )}
    </span>
  );
}
