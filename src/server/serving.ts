import type { MarkingLevel } from '../facts/index.ts';
import type { Answerer } from './answering/answerer.ts';

/** What routes answer from. */
export interface Serving {
  readonly answerer: Answerer;
  /** How far any answer may go. */
  readonly clearance: MarkingLevel;
  /** Folder of the built web application; it need not be there. */
  readonly webFolder: string;
  /** Folders of this machine, which no refusal names. */
  readonly places: readonly string[];
}
