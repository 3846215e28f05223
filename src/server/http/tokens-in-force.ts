import { statSync } from 'node:fs';
import { keptTokens, type KeptToken } from '../../home/index.ts';

/** The tokens of a home as they stand now: read anew when their file has changed, so that one taken back is at once. */
export class TokensInForce {
  readonly #file: string;
  #looks = '';
  #tokens: Promise<readonly KeptToken[]> = Promise.resolve([]);

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws FoeprintError H572 where the file is not legible */
  async all(): Promise<readonly KeptToken[]> {
    const state = statSync(this.#file, { throwIfNoEntry: false });
    const looks = state === undefined ? 'none' : `${state.ino}.${state.size}.${state.mtimeMs}`;
    if (looks !== this.#looks) {
      this.#looks = looks;
      this.#tokens = keptTokens(this.#file);
    }
    return await this.#tokens;
  }
}
