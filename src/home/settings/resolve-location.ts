import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isWebAddress } from '../../acquisition/index.ts';

/** What a file means by a path or address in it: paths are relative to the file, `~/` is the user's folder. */
export function resolveLocation(written: string, file: string): string {
  if (isWebAddress(written)) return written;
  return written.startsWith('~/') ? join(homedir(), written.slice(2)) : resolve(dirname(file), written);
}
