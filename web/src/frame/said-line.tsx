import { useEffect, type ReactElement } from 'react';
import { useStore } from '../state/store.ts';
import { Btn } from '../kit/controls.tsx';
import { SAID } from '../state/said.ts';

/** How long a line stays, in milliseconds; one with an undo longer. */
const STAYS = { plain: 4000, undoable: 10_000 };

/** Says that something was done. */
export function SaidLine(): ReactElement {
  const said = useStore(SAID);
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(
      () => SAID.set(undefined),
      said.undo === undefined ? STAYS.plain : STAYS.undoable,
    );
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div className="said-line" role="status" aria-live="polite">
      {said === undefined ? null : (
        <p>
          {said.words}{' '}
          {said.undo === undefined ? null : (
            <Btn
              onClick={() => {
                said.undo?.();
                SAID.set(undefined);
              }}
            >
              Undo
            </Btn>
          )}
        </p>
      )}
    </div>
  );
}
