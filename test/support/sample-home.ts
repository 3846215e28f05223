import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect } from 'vitest';
import { runFoeprint } from './run-foeprint.ts';
import { keptFolder } from './temporary-folder.ts';

/** The fictional sample that comes with the product, and the organisation that goes with it. */
export const SAMPLE = fileURLToPath(new URL('../../samples/sample-attack.json', import.meta.url));
export const ORGANISATION = fileURLToPath(new URL('../../samples/org.yaml', import.meta.url));
/** Keeps the settings of the folder that the tests run in out of them. */
export const NO_CONFIG = fileURLToPath(new URL('../cli/empty-config.yaml', import.meta.url));

type Ran = ReturnType<typeof runFoeprint>;

/** A home with the sample loaded, shared by the tests of a file, in a folder with room for more. */
export function sampleHome(): {
  /** A file of the folder. */
  readonly path: (file: string) => string;
  readonly run: (...words: readonly string[]) => Ran;
} {
  const folder = keptFolder();
  const path = (file: string): string => join(folder.path, file);
  const run = async (...words: readonly string[]): Ran =>
    runFoeprint(...words, '--home', path('home'), '--config', NO_CONFIG);
  beforeAll(async () => {
    expect(await run('load', SAMPLE)).toMatchObject({ exitCode: 0 });
  });
  return { path, run };
}
