import { join } from 'node:path';
import { openEngine, type Engine } from '../engine.ts';
import { readManifest, type Manifest } from './manifest.ts';

/** Where a store is, and how it is written. */
export interface StoreOptions {
  /** Need not be there. */
  readonly folder: string;
  /** Does some work while no other process writes the same store. */
  readonly lock: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** All of it was made up. */
  readonly isSynthetic?: boolean;
  /** How long what was replaced stays for those that still read it, in milliseconds; default: an hour. */
  readonly grace?: number;
  /** Most memory that the engine takes, as DuckDB writes it; default: `1GB`. */
  readonly memory?: string;
}

/** One store, with what was opened of it. */
export class StorePlace {
  readonly folder: string;
  readonly isSynthetic: boolean;
  readonly lock: StoreOptions['lock'];
  readonly grace: number;
  readonly #memory: string | undefined;
  #engine: Promise<Engine> | undefined;

  constructor({ folder, lock, isSynthetic = false, grace = HOUR, memory }: StoreOptions) {
    this.folder = folder;
    this.lock = lock;
    this.isSynthetic = isSynthetic;
    this.grace = grace;
    this.#memory = memory;
  }

  /** Started when first needed. */
  async engine(): Promise<Engine> {
    const memory = this.#memory === undefined ? {} : { memory: this.#memory };
    this.#engine ??= openEngine({ folder: join(this.folder, TEMPORARY), ...memory });
    return await this.#engine;
  }

  async close(): Promise<void> {
    const engine = this.#engine;
    this.#engine = undefined;
    // What could not be opened need not be closed.
    await (await engine?.catch(() => undefined))?.close();
  }
}

/** The state of a store that is read: the newest when it was first asked for, until it is renewed. */
export class Snapshot {
  readonly #folder: string;
  #state: Promise<Manifest> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws FoeprintError S905 */
  async state(): Promise<Manifest> {
    this.#state ??= readManifest(this.#folder);
    return await this.#state;
  }

  /** Has the newest state read when it is next asked for. */
  renew(): void {
    this.#state = undefined;
  }
}

const HOUR = 3_600_000;

/** Folder of a store for what is not stored yet. */
export const TEMPORARY = 'tmp';
