import { useSyncExternalStore } from 'react';

let isPrinting = false;

/** Whether the page is being printed: what is rendered only near the window is rendered whole then. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const begin = (): void => {
        isPrinting = true;
        listener();
      };
      const end = (): void => {
        isPrinting = false;
        listener();
      };
      window.addEventListener('beforeprint', begin);
      window.addEventListener('afterprint', end);
      return () => {
        window.removeEventListener('beforeprint', begin);
        window.removeEventListener('afterprint', end);
      };
    },
    () => isPrinting,
  );
}
