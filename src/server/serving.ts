import type { Authentication } from './http/authentication.ts';
import type { Answerer } from './answering/answerer.ts';

/** What routes answer from. */
export interface Serving {
  readonly answerer: Answerer;
  readonly authentication: Authentication;
  /** Folder of the built web application; it need not be there. */
  readonly webFolder: string;
  /** Folders of this machine, which no refusal names. */
  readonly places: readonly string[];
}
