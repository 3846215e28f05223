import { refusal } from '../issues.ts';
import { tooLarge } from '../read-bytes.ts';
import { cleanLine } from './clean-text.ts';
import type { DocumentLimits } from './document-limits.ts';

/** What there is to do with an archive. */
export const UNPACK = 'Unpack it, and add the folder.';

/** Refuses what holds nothing, or more than is taken. */
export function refuseSize({ length }: Buffer, file: string, limits: DocumentLimits): void {
  if (length > limits.maximumBytes) throw tooLarge(file, limits, length);
  if (length === 0) throw refusal('empty', 'It holds no bytes.', { file });
}

/** The refusal of a document that its reader stumbles over. */
export function damaged(what: string, reason: string, file: string): Error {
  const clean = (cleanLine(reason) ?? '').replace(/\.$/u, '');
  return refusal('broken-document', `The ${what} is damaged: ${clean}.`, { file });
}

/** The refusal of a document that is over a limit. */
export function tooMuch(what: string, most: string, file: string): Error {
  return refusal('too-much-document', `It has ${what}; at most ${most} are read.`, { file });
}

/** Refuses XML of more tags than any report has; every run of text has some that say how it looks. */
export function refuseManyTags(
  xml: { indexOf(sign: string, from?: number): number },
  file: string,
  { maximumTags }: DocumentLimits,
): void {
  const most = 2 * maximumTags;
  let tags = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1))
    if (++tags > most) throw tooMuch('more tags', String(most), file);
}
