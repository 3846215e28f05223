import { storeOf, useStore } from '../../state/store.ts';

/** What lies over the page: one thing or nothing. */
export type Overlay = 'palette' | 'keys' | 'export' | 'pages' | undefined;

const OVERLAY = storeOf<Overlay>(undefined);

export function openOverlay(overlay: Overlay): void {
  OVERLAY.set(overlay);
}

export function useOverlay(): Overlay {
  return useStore(OVERLAY);
}
