import type { ComponentType } from 'react';

/** The questions that the navigation is ordered by. */
export const NAV_GROUPS = ['Who', 'How', 'What to do', 'Behind it'] as const;

/** One kind of page. Router, navigation, search, list of keys and chords are made from these rows. */
export interface Page {
  /** What the navigation and the list of keys call it. */
  readonly title: string;
  /** Its path; `$name` is a part that varies, `{-$name}` one that may be missing. */
  readonly path: string;
  /** Under which question it stands in the navigation; absent where it stands in none. */
  readonly nav?: (typeof NAV_GROUPS)[number];
  /** Path of the page of the navigation that it is a part of, e.g. as one of its tabs; absent where it stands for itself. */
  readonly partOf?: string;
  /** The letter that leads to it after `G`. */
  readonly chord?: string;
  /** Whether it has a place in the tab bar of phones. At most four have. */
  readonly isOnPhones?: boolean;
  /** What it answers, for the search. */
  readonly summary: string;
  /** Loads what shows it. */
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
}
