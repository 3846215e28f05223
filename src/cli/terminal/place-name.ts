import { basename } from 'node:path';

/** A place without the folders of the machine: the name of a file; an address stays as it is. */
export function placeName(location: string): string {
  return /^https?:\/\//iu.test(location) ? location : basename(location);
}
