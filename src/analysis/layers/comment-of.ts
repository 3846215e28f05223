import { count } from '../../text/index.ts';

/** Characters that a tooltip of the Navigator shows before it runs over the window, where it cannot be scrolled. */
const ROOM = 300;

/** A comment, and the sentences that are not whole in it: they belong into the metadata of the cell. */
export interface CellComment {
  readonly comment: string;
  readonly left: readonly string[];
}

/**
 * A comment that a tooltip has room for: what matters in one line, below it as many sentences as fit, and how many do not. Of a first
 * one that is too long, the beginning stands.
 */
export function commentOf(standing: string, sentences: readonly string[]): CellComment {
  const whole: string[] = [];
  let room = ROOM - standing.length;
  for (const sentence of sentences) {
    if (sentence.length >= room) break;
    whole.push(sentence);
    room -= sentence.length + 1;
  }
  const left = sentences.slice(whole.length);
  const [begun = ''] = whole.length === 0 ? left : [];
  const more = left.length - (begun === '' ? 0 : 1);
  const lines = [
    standing,
    ...whole,
    ...(begun === '' ? [] : [beginning(begun, room)]),
    ...(more === 0 ? [] : [`${count(more, 'more sentence')} in the metadata.`]),
  ];
  return { comment: lines.join('\n'), left };
}

/** Cut between words. */
function beginning(sentence: string, room: number): string {
  return `${sentence.slice(0, room).replace(/\s+\S*$/, '')} …`;
}
