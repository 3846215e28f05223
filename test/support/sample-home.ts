import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect } from 'vitest';
import { runFoeprint } from './run-foeprint.ts';
import { keptFolder } from './temporary-folder.ts';
import { bundle } from './world/build.ts';

/** The fictional sample that comes with the product, and the organisation that goes with it. */
export const SAMPLE = fileURLToPath(new URL('../../samples/sample-attack.json', import.meta.url));
export const ORGANISATION = fileURLToPath(new URL('../../samples/org.yaml', import.meta.url));
/** Keeps the settings of the folder that the tests run in out of them. */
export const NO_CONFIG = fileURLToPath(new URL('../cli/empty-config.yaml', import.meta.url));

/** A home in a folder with room for more. */
export interface OwnHome {
  /** A file of the folder. */
  readonly path: (file: string) => string;
  readonly read: (file: string) => string;
  /** What is no text is written as JSON. */
  readonly write: (file: string, content: unknown) => void;
  readonly run: (...words: readonly string[]) => ReturnType<typeof runFoeprint>;
  /** Writes a bundle of these objects, and loads it. */
  readonly load: (file: string, ...objects: readonly unknown[]) => Promise<void>;
}

/** A home that knows nothing yet, shared by the tests of a file. */
export function emptyHome(): OwnHome {
  const folder = keptFolder();
  const path = (file: string): string => join(folder.path, file);
  const write = (file: string, content: unknown): void =>
    writeFileSync(path(file), typeof content === 'string' ? content : JSON.stringify(content));
  const run: OwnHome['run'] = async (...words) =>
    runFoeprint(...words, '--home', path('home'), '--config', NO_CONFIG);
  const load: OwnHome['load'] = async (file, ...objects) => {
    write(file, bundle(...objects));
    expect(await run('load', path(file))).toMatchObject({ exitCode: 0 });
  };
  return { path, read: (file) => readFileSync(path(file), 'utf8'), write, run, load };
}

/** A home with the sample loaded, shared by the tests of a file. */
export function sampleHome(): OwnHome {
  const home = emptyHome();
  beforeAll(async () => {
    expect(await home.run('load', SAMPLE)).toMatchObject({ exitCode: 0 });
  });
  return home;
}
