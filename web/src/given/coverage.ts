import { storeOf, useStore } from '../state/store.ts';
import type { GivenCoverage } from './coverage-given.ts';

const GIVEN = storeOf<readonly GivenCoverage[]>([]);

/** Files of coverage that were given on this visit. They count beside what the home keeps, and are gone when the page is loaded anew. */
export function useGivenCoverage(): readonly GivenCoverage[] {
  return useStore(GIVEN);
}

/** Counts a file from now on; one of the same name takes its place. */
export function giveCoverage(given: GivenCoverage): void {
  GIVEN.set([...GIVEN.get().filter(({ file }) => file !== given.file), given]);
}

export function takeCoverageBack(file: string): void {
  GIVEN.set(GIVEN.get().filter((each) => each.file !== file));
}
