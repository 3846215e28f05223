import type { HomeOptions } from '../home/index.ts';
import type { Authentication } from './http/authentication.ts';
import type { Metrics } from './http/metrics.ts';
import type { Answering } from './answering/answering.ts';
import type { Writer } from './writing/writer.ts';

/** What routes answer from. */
export interface Serving {
  /** The home that is served, for its settings. */
  readonly home: Pick<HomeOptions, 'home' | 'config'>;
  readonly answering: Answering;
  /** Does what changes the home. */
  readonly writer: Writer;
  /** Whether assistants have tools that change the home, where the role of whoever asks allows it. */
  readonly assistantsWrite: boolean;
  readonly authentication: Authentication;
  readonly metrics: Metrics;
  /** Where it is reached, e.g. `http://127.0.0.1:8737`, as pages name it. */
  readonly address: string;
  /** Folder of the built web application; it need not be there. */
  readonly webFolder: string;
  /** Folders of this machine, which no refusal names. */
  readonly places: readonly string[];
}
