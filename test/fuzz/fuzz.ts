import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mulberry32 } from '../../bench/mulberry32.ts';
import { FoeprintError } from '../../src/facts/index.ts';
import { mutate } from './mutate.ts';
import { READERS, type Reader } from './readers.ts';
import { SEEDS } from './seeds.ts';

/** A text that a reader could not cope with. */
export interface Fault {
  readonly reader: string;
  /** Makes the text again: `inputOf(reader, seed)`. */
  readonly seed: number;
  readonly text: string;
  readonly error: unknown;
}

/** The text that a seed makes for a reader. */
export function inputOf({ seeds }: Reader, seed: number): string {
  const chance = mulberry32(seed);
  const own = SEEDS[seeds];
  if (own === undefined) throw new RangeError(`there are no texts called ${seeds}`);
  return mutate(own[Math.floor(chance() * own.length)] ?? own[0], own, chance);
}

/**
 * Hands mutated texts to all readers in turn.
 *
 * @param count how many in all
 * @param first seed of the first; each further one has the next number
 * @param onText is called with each text before it is read, so that one that never ends can be named
 */
export async function fuzz(
  count: number,
  first: number,
  onText: (reader: string, seed: number) => void = () => {},
): Promise<readonly Fault[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-fuzz-'));
  const faults: Fault[] = [];
  try {
    for (let index = 0; index < count; index++) {
      const reader = READERS[index % READERS.length];
      if (reader === undefined) break;
      const seed = first + index;
      onText(reader.name, seed);
      const text = inputOf(reader, seed);
      const error = await faultOf(reader, text, folder);
      if (error !== undefined) faults.push({ reader: reader.name, seed, text, error });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return faults;
}

async function faultOf(reader: Reader, text: string, folder: string): Promise<unknown> {
  try {
    await reader.read(text, folder);
    return undefined;
  } catch (error) {
    // A refusal with codes is what is wanted.
    return error instanceof FoeprintError && error.issues.every(({ code }) => /^[A-Z]\d{3}$/u.test(code))
      ? undefined
      : error;
  }
}
