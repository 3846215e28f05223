import { storeOf } from './store.ts';

/** One line that says that something was done, with a way to undo it where there is one. */
export interface Said {
  readonly words: string;
  readonly undo?: () => void;
  /** What the way back is called; default `Undo`. */
  readonly undoAs?: 'Undo' | 'Redo';
  /** Whether the journal has it. */
  readonly isTakenDown?: boolean;
  /** Whether it says that something could not be done. */
  readonly isFault?: boolean;
}

export const SAID = storeOf<Said | undefined>(undefined);

/** Says at the foot of the window that something was done; it goes after some seconds. */
export function say(words: string, undo?: () => void, more: Omit<Said, 'words' | 'undo'> = {}): void {
  SAID.set({ words, ...(undo === undefined ? {} : { undo }), ...more });
}
