import { list, readAddress, text, type AddressOf, type Search } from './address.ts';

/** Under which terms all answers of a page hold. They stay when the page changes. */
export const TERMS = {
  /** Release of ATT&CK; empty for the newest loaded. */
  release: text(),
  /** Day from which the age of evidence counts; empty for when the knowledge in view was last changed. */
  'as-of': text(),
  /** Rule packs by name; none for those of the settings. */
  rules: list(),
  /** How far answers may go at most: `clear`, `green`, `amber` …; empty for all that the reader may see. */
  tlp: text(),
  /** Whether derived facts are shown: `0` leaves them out. */
  derived: text(),
  /** Sources that are left out. */
  hide: list(),
} as const;
export type Terms = AddressOf<typeof TERMS>;

/** Of an address, what stays when the page changes. */
export function keptTerms(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([name]) => name in TERMS));
}

export function readTerms(search: Search): Terms {
  return readAddress(TERMS, search);
}
