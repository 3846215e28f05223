import type { HomeOptions } from '../home/index.ts';
import type { Authentication } from './http/authentication.ts';
import type { Answerer } from './answering/answerer.ts';

/** What routes answer from. */
export interface Serving {
  readonly answerer: Answerer;
  /** The home that is served, for its settings. */
  readonly home: Pick<HomeOptions, 'home' | 'config'>;
  readonly authentication: Authentication;
  /** Where it is reached, e.g. `http://127.0.0.1:8737`, as pages name it. */
  readonly address: string;
  /** Folder of the built web application; it need not be there. */
  readonly webFolder: string;
  /** Folders of this machine, which no refusal names. */
  readonly places: readonly string[];
}
