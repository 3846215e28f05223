import { filledCommand, type DraftLog, type EmulationTest } from '../../../answers/index.ts';

/** Fields with their modifiers, and what each has to have, as rules write it. */
export type SelectionMap = Readonly<Record<string, string | readonly string[]>>;

/** What a command of a test leaves in a log. */
export interface Trace {
  readonly log: DraftLog;
  readonly test: EmulationTest;
  /** What of it stays, whatever the values that are given to the test; absent where that does not say enough. */
  readonly selection?: SelectionMap;
  /** The event, as its log has it. */
  readonly event: Readonly<Record<string, unknown>>;
}

/** A text with the defaults of a test put in; `0` where there is none, and where another command would give something. */
export function filled(test: EmulationTest, text: string): string {
  return filledCommand(test, text, () => '0');
}
