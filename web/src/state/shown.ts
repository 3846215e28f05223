import type { Envelope } from 'foeprint/answers';
import { useEffect, useRef } from 'react';
import { storeOf } from './store.ts';

/** The answers that are shown, that of what was opened last first. The frame says their command, sources and notices. */
export const SHOWN = storeOf<readonly Envelope[]>([]);

/** What each part that is shown has answered, in the order in which they were opened. */
const PARTS = new Map<object, readonly Envelope[]>();

/**
 * Says which answers a part of the page shows: the one that its sentence is from first. Those that have not come yet are undefined. A
 * page calls it once; what opens over it, as the panel of reasons does, calls it too and comes first while it is open.
 */
export function useShown(...answers: readonly (Envelope | undefined)[]): void {
  const part = useRef({}).current;
  useEffect(() => {
    PARTS.set(
      part,
      answers.filter((each) => each !== undefined),
    );
    publish();
    // Each answer is one object for as long as it is shown.
  }, [part, ...answers]);
  useEffect(
    () => () => {
      PARTS.delete(part);
      publish();
    },
    [part],
  );
}

function publish(): void {
  SHOWN.set([...PARTS.values()].toReversed().flat());
}
