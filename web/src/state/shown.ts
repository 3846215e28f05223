import type { Envelope } from 'foeprint/answers';
import { useEffect } from 'react';
import { storeOf } from './store.ts';

/** The answers that the page shows, the one that its sentence is from first. The frame says their command, sources and notices. */
export const SHOWN = storeOf<readonly Envelope[]>([]);

/** Says which answers a page shows; those that have not come yet are undefined. */
export function useShown(...answers: readonly (Envelope | undefined)[]): void {
  useEffect(() => {
    SHOWN.set(answers.filter((each) => each !== undefined));
    // Each answer is one object for as long as it is shown.
  }, answers);
  useEffect(() => () => SHOWN.set([]), []);
}
