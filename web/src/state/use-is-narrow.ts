import { useSyncExternalStore } from 'react';

const NARROW = matchMedia('(max-width: 719px)');

/** Whether the window is as narrow as a phone’s: matrices are then shown as dots, tables as rows of name and value. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      NARROW.addEventListener('change', listener);
      return () => NARROW.removeEventListener('change', listener);
    },
    () => NARROW.matches,
  );
}
