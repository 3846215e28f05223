import { mkdtempSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** A folder of the test's own, gone when it is finished. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'foeprint-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder for all tests of a file, gone when they are over. Call it where the file is collected. */
export function keptFolder(): { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'foeprint-test-'));
  afterAll(() => rm(path, { recursive: true, force: true }));
  return { path };
}
