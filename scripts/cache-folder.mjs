import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where checks keep what takes long to make: the user's, since `npm ci` and a fresh checkout empty everything here. Made if missing. */
export function cacheFolder() {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'foeprint-checks');
  mkdirSync(folder, { recursive: true });
  return folder;
}
