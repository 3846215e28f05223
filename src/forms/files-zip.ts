import { strToU8, zipSync } from 'fflate';
import type { Envelope } from '../answers/index.ts';
import { filesOf, type UseCase } from '../workbench/index.ts';
import { harmlessText } from './harmless-text.ts';

/** An answer of several files as one archive; the same answer gives the same bytes. Undefined where there are no files. */
export async function filesZip(useCase: UseCase, envelope: Envelope): Promise<Uint8Array | undefined> {
  const files = await filesOf(useCase, envelope);
  if (files.length === 0) return undefined;
  const entries = files.map(({ path, text, isGiven }) => [
    path,
    strToU8(isGiven === true ? text : harmlessText(text)),
  ]);
  // The earliest day that a zip can hold; made from local fields, because that is how it is written.
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1) });
}
