import { storeOf, useStore } from './store.ts';
import { DENSITIES, type Density } from '../kit/matrix-cell.ts';
import { keepInBrowser, keptInBrowser } from './theme.ts';
import { useIsNarrow } from './use-is-narrow.ts';

const NAME = 'foeprint-density';
const DENSITY = storeOf<Density>(DENSITIES.find((each) => each === keptInBrowser(NAME)) ?? 'names');

/** How densely matrices are shown: the user’s choice, kept in the browser and not in the address. Phones have dots. */
export function useDensity(): readonly [Density, (density: Density) => void] {
  const chosen = useStore(DENSITY);
  const isNarrow = useIsNarrow();
  return [isNarrow ? 'dots' : chosen, chooseDensity];
}

export function chooseDensity(density: Density): void {
  DENSITY.set(density);
  keepInBrowser(NAME, density);
}

/** The next of names, ids, dots: for the key D. */
export function nextDensity(): void {
  chooseDensity(DENSITIES[(DENSITIES.indexOf(DENSITY.get()) + 1) % DENSITIES.length] ?? 'names');
}
