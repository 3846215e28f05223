import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readMapping, remember } from '../locking/json-file.ts';
import { isMapping } from '../../text/index.ts';

/** How far something on a server was asked for; what is lost of it costs asking again, nothing else. */
export type ServerMemory = Readonly<Record<string, unknown>>;

/** What is remembered of something on a server; empty if nothing. @param folder the home's `servers` */
export async function recallServer(folder: string, key: string): Promise<ServerMemory> {
  const memory = (await readMapping(join(folder, ASKED)))?.[key];
  return isMapping(memory) ? memory : {};
}

/**
 * Remembers how far something on a server was asked for.
 *
 * @throws FoeprintError H511, H512
 */
export async function rememberServer(folder: string, key: string, memory: ServerMemory): Promise<void> {
  await remember(join(folder, ASKED), key, memory);
}

const ASKED = 'asked.json';

/** Where files of something on a server are; what it is called may be what no file may. */
export function serverPath(folder: string, key: string): string {
  return join(folder, createHash('sha256').update(key).digest('hex').slice(0, 32));
}
