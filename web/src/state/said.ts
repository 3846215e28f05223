import { storeOf } from './store.ts';

/** One line that says that something was done, with a way to undo it where there is one. */
export interface Said {
  readonly words: string;
  readonly undo?: () => void;
}

export const SAID = storeOf<Said | undefined>(undefined);

/** Says at the foot of the window that something was done; it goes after some seconds. */
export function say(words: string, undo?: () => void): void {
  SAID.set(undo === undefined ? { words } : { words, undo });
}
