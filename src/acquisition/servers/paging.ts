import type { FoeprintError } from '../../facts/index.ts';
import { refusal } from '../issues.ts';

/** Most pages that are asked for at once: servers may go on for ever, each time with something new. */
export const MOST_PAGES = 1000;

/** Pages in a row that may bring nothing new: some servers send empty ones where they leave out what one may not see. */
const MOST_IDLE = 3;

/**
 * Notices servers that send what they have sent before, again and again.
 *
 * @returns says of a page, by the keys of what is on it, whether something is new
 * @throws FoeprintError A485, from the function returned
 */
export function newOnPages(file: string): (keys: readonly string[]) => boolean {
  const seen = new Set<string>();
  let idle = 0;
  return (keys) => {
    const before = seen.size;
    for (const key of keys) seen.add(key);
    const isNew = seen.size > before;
    idle = isNew ? 0 : idle + 1;
    if (idle > MOST_IDLE) throw repeatsItself(`${idle} pages in a row have nothing new on them.`, file);
    return isNew;
  };
}

/** The refusal to ask on. */
export function repeatsItself(message: string, file: string): FoeprintError {
  return refusal('repeats-itself', message, { file });
}

/** What is said when there is more than {@link MOST_PAGES}. */
export function moreNextTime(file: string): FoeprintError {
  return refusal('more-next-time', `There is more after ${MOST_PAGES} pages.`, { file });
}
