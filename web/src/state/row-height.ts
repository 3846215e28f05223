import { storeOf, useStore } from './store.ts';
import { keepInBrowser, keptInBrowser } from './theme.ts';

/** How high rows of tables are; `style/tokens.css` has the pixels. */
export const ROW_HEIGHTS = ['compact', 'normal', 'roomy'] as const;
export type RowHeight = (typeof ROW_HEIGHTS)[number];

const NAME = 'foeprint-rows';
const HEIGHT = storeOf<RowHeight>(ROW_HEIGHTS.find((each) => each === keptInBrowser(NAME)) ?? 'normal');

/** The height that was chosen in this browser, under the name that public/theme.js reads. */
export function useRowHeight(): readonly [RowHeight, (height: RowHeight) => void] {
  return [useStore(HEIGHT), chooseRowHeight];
}

export function chooseRowHeight(height: RowHeight): void {
  const root = document.documentElement;
  if (height === 'normal') delete root.dataset['rows'];
  else root.dataset['rows'] = height;
  HEIGHT.set(height);
  keepInBrowser(NAME, height);
}
