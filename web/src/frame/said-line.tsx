import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useKeys } from '../keys/keys.ts';
import { useStore } from '../state/store.ts';
import { Btn } from '../kit/controls.tsx';
import { Go } from './go.tsx';
import { SAID, type Said } from '../state/said.ts';

/** How long a line stays, in milliseconds; one that one may want to do something about longer. */
const STAYS = { plain: 4000, longer: 12_000 };

/** Says that something was done, and has a way back where there is one. */
export function SaidLine(): ReactElement {
  const said = useStore(SAID);
  return (
    <div className="said-line" role="status" aria-live="polite">
      {said === undefined ? null : <Line said={said} />}
    </div>
  );
}

function Line({ said }: { readonly said: Said }): ReactElement {
  const { words, undo, undoAs = 'Undo', isTakenDown = false, isFault = false } = said;
  const [isHeld, setIsHeld] = useState(false);
  const cameFrom = useRef<Element | null>(null);
  // What is shown may be from before the change until all of it is answered anew.
  const isAsked = useIsFetching() > 0 && undo !== undefined;
  useEffect(() => {
    // Whoever is at it, or waits for what comes of it, is not hurried.
    if (isHeld || isAsked) return undefined;
    const stays = undo === undefined && !isFault ? STAYS.plain : STAYS.longer;
    const timer = setTimeout(() => SAID.set(undefined), stays);
    return () => clearTimeout(timer);
  }, [said, isHeld, isAsked, undo, isFault]);
  const back = (): void => {
    SAID.set(undefined);
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus();
    undo?.();
  };
  useKeys(
    'Everywhere',
    undo === undefined
      ? []
      : [{ key: 'z', does: `${undoAs === 'Undo' ? 'undo' : 'redo'} what was done last`, run: back }],
  );
  return (
    <p
      className={isFault ? 'wrong' : ''}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={({ relatedTarget }) => {
        cameFrom.current = relatedTarget;
        setIsHeld(true);
      }}
      onBlur={() => setIsHeld(false)}
    >
      <span>
        {words}
        {isAsked ? <small> Answers are asked anew …</small> : null}
      </span>
      {undo === undefined ? null : (
        <Btn keyName="Z" onClick={back}>
          {undoAs}
        </Btn>
      )}
      {isTakenDown ? <Go to="/journal">Journal</Go> : null}
    </p>
  );
}
