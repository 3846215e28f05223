import { basename } from 'node:path';
import type { Issue } from '../../facts/index.ts';

/** A place without the folders of the machine: the name of a file; an address stays as it is. */
export function placeName(location: string): string {
  return /^https?:\/\//iu.test(location) ? location : basename(location);
}

/** The same issue, with another name for its file: without its folders, where nothing else is said. */
export function withFileName(issue: Issue, nameOf = placeName): Issue {
  const { place } = issue;
  return place?.file === undefined ? issue : { ...issue, place: { ...place, file: nameOf(place.file) } };
}
