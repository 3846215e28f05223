import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { openHome, type Home, type SyncOptions } from '../../../src/home/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A home whose own configuration has these settings; the same as before with others. */
export async function homeWith(config: Readonly<Record<string, unknown>>, before?: Home): Promise<Home> {
  const folder = before?.paths.folder ?? (await temporaryFolder());
  const settings = { http: { attempts: 2, backoffSeconds: 0 }, sources: [], ...config };
  await writeFile(join(folder, 'config.yaml'), stringify(settings));
  const home = await openHome({ home: folder, cwd: folder });
  onTestFinished(() => home.close());
  return home;
}

/** A time of asking, and no waiting. */
export function on(day: string): SyncOptions {
  return { loadedAt: `${day}T00:00:00.000Z`, world: { sleep: async () => {}, random: () => 0.5 } };
}
