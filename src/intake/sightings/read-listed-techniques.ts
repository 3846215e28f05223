import { isOnlyIds, techniqueIdsIn } from '../coverage/technique-ids.ts';
import type { GivenSighting } from './given-sighting.ts';

/** A line of a list: what it says, or what could not be read. */
export interface ListedLine {
  readonly line: number;
  readonly text: string;
  readonly sightings: readonly GivenSighting[];
}

/** Whether a text is a list of techniques: its first line with any text begins with an id, and has no cells beside it. */
export function isListOfTechniques(beginning: string): boolean {
  const first = linesOf(beginning)[0]?.text ?? '';
  return isOnlyIds(first) || /^(?:attack\.)?T\d{4}(?:[./]\d{3})?\s*(?:[:#–—-]|\s)\s*\p{L}/iu.test(first);
}

/** Techniques line by line: one or more ids, or one with its name. Remarks after `#` are none. */
export function listedTechniques(text: string): readonly ListedLine[] {
  return linesOf(text).map(({ line, text: written }) => {
    const ids = techniqueIdsIn(written).slice(0, isOnlyIds(written) ? undefined : 1);
    const isRead = ids.length > 0 && /^(?:[-*•]\s+)?(?:attack\.)?T\d/iu.test(written);
    return { line, text: written, sightings: isRead ? ids.map((id) => ({ techniques: [id] })) : [] };
  });
}

function linesOf(text: string): readonly { readonly line: number; readonly text: string }[] {
  return text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '' && !/^(?:#|\/\/)/u.test(line.text));
}
