import { placeName } from '../acquisition/index.ts';
import type { Issue } from '../facts/index.ts';

/** The same issue, with another name for its file: without its folders, where nothing else is said. */
export function withFileName(issue: Issue, nameOf = placeName): Issue {
  const { place } = issue;
  return place?.file === undefined ? issue : { ...issue, place: { ...place, file: nameOf(place.file) } };
}
