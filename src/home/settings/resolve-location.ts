import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isWebAddress } from '../../acquisition/index.ts';

/** What a file means by a path or address in it: paths are relative to the file, `~/` is the user's folder. */
export function resolveLocation(told: string, file: string): string {
  if (isWebAddress(told)) return told;
  return told.startsWith('~/') ? join(homedir(), told.slice(2)) : resolve(dirname(file), told);
}
