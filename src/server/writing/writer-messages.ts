import type { ActedEnvelope, ActionName, ActOptions } from '../../actions/index.ts';
import type { Issue } from '../../facts/index.ts';
import type { HomeOptions } from '../../home/index.ts';

/** An action that the writer is to do. */
export interface WriterTask {
  readonly home: Pick<HomeOptions, 'home' | 'config' | 'cwd'>;
  readonly name: ActionName;
  readonly given: Readonly<Record<string, unknown>>;
  readonly options: Pick<ActOptions, 'who' | 'role' | 'uploads' | 'clearance' | 'through'>;
  /** Folder from which files are named; absent where none was sent. */
  readonly folder?: string;
}

/** What the writer says of it: what it does now, and in the end what came of it. */
export type WriterWord =
  | { readonly is: 'ready' }
  | { readonly is: 'progress'; readonly line: string }
  | { readonly is: 'done'; readonly answer: ActedEnvelope }
  | { readonly is: 'refused'; readonly issues: readonly Issue[]; readonly level?: string }
  | { readonly is: 'fault'; readonly reason: string };
