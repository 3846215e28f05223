import type { Access } from '../../desk/index.ts';
import type { MarkingLevel } from '../../facts/index.ts';
import { accessTo, openHome, type Home } from '../../home/index.ts';
import { versionOf, type HomeChoice } from './home-version.ts';

/** For whom and by which rules knowledge is asked. */
interface Asker {
  readonly clearance: MarkingLevel;
  readonly rules: readonly string[];
}

/** Askers whose desks are kept: each may hold what rules derive for it alone. */
const KEPT_ASKERS = 2;

/** A home as it stood when it was opened: whatever other processes write meanwhile, it answers from one state. */
export class OpenKnowledge {
  readonly home: Home;
  /** Says what the home held; the same for the same. */
  readonly version: string;
  readonly #accesses = new Map<string, Access>();
  #uses = 0;
  #isLeft = false;

  constructor(home: Home, version: string) {
    this.home = home;
    this.version = version;
  }

  /** What is asked by somebody; what rules derive is kept for the last few. */
  accessFor({ clearance, rules }: Asker): Access {
    const key = JSON.stringify([clearance, rules]);
    const access = this.#accesses.get(key) ?? this.#open(clearance, rules);
    this.#accesses.delete(key);
    this.#accesses.set(key, access);
    const [oldest] = this.#accesses.keys();
    if (this.#accesses.size > KEPT_ASKERS && oldest !== undefined) this.#accesses.delete(oldest);
    return access;
  }

  #open(clearance: MarkingLevel, packs: readonly string[]): Access {
    return accessTo(() => Promise.resolve(this.home), {
      clearance,
      rules: (configured) => (packs.length === 0 ? configured : { ...configured, packs, files: [] }),
    });
  }

  /** Answers something from it, which stays open until that is done. */
  async use<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#uses += 1;
    try {
      return await work();
    } finally {
      this.#uses -= 1;
      await this.#closeIfDone();
    }
  }

  /** No more is asked of it: it is closed when what was asked is answered. */
  async leave(): Promise<void> {
    this.#isLeft = true;
    await this.#closeIfDone();
  }

  async #closeIfDone(): Promise<void> {
    if (this.#isLeft && this.#uses === 0) await this.home.close();
  }
}

/** Opens a home as it stands now. @throws FoeprintError where its settings or its knowledge base cannot be used */
export async function openKnowledge(options: HomeChoice): Promise<OpenKnowledge> {
  const home = await openHome({ ...options, oneState: true });
  return new OpenKnowledge(home, await versionOf(home));
}
