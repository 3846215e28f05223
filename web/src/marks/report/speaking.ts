import type { AnswerOf } from 'foeprint/answers';

/** Something that a report is read to state. */
export type Suggestion = AnswerOf<'report-show'>['suggestions'][number];

/** Sentences of a suggestion that are marked at most. */
export const MARKED = 100;

/** In the order of the text; what stands in fields alone comes last. */
export function inOrder(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const places = new Map(
    suggestions.map(({ key, sentences }) => [
      key,
      Math.min(Infinity, ...sentences.flatMap(({ place }) => place ?? [])),
    ]),
  );
  const placeOf = ({ key }: Suggestion): number => places.get(key) ?? Infinity;
  return suggestions.toSorted((one, other) => {
    const [first, second] = [placeOf(one), placeOf(other)];
    return first === second ? 0 : first < second ? -1 : 1;
  });
}

/** Of each sentence that states something, by its number in the report: the suggestions that it speaks for, by their places in the list. */
export type Speaking = ReadonlyMap<number, readonly number[]>;

export function speakingFor(suggestions: readonly Pick<Suggestion, 'sentences'>[]): Speaking {
  const speaking = new Map<number, number[]>();
  for (const [index, { sentences }] of suggestions.entries())
    for (const { place } of sentences) {
      if (place === undefined) continue;
      const known = speaking.get(place);
      if (known === undefined) speaking.set(place, [index]);
      else if (!known.includes(index)) known.push(index);
    }
  return speaking;
}

/** Sentences of a text that are asked for at once. */
export const PART = 300;

/** The part of a text that a sentence is in, from 0. */
export function partOf(place: number): number {
  return Math.floor(place / PART);
}
