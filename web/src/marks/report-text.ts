import type { AnswerOf } from 'foeprint/answers';

type Suggestion = AnswerOf<'report-show'>['suggestions'][number];

/** A sentence of a report, as far as it is known, with the suggestions that it speaks for. */
export interface MarkedSentence {
  /** Its number in the report. */
  readonly place: number;
  readonly text: string;
  /** Places of suggestions in the list, from 0; none of a sentence that is there for context. */
  readonly suggestions: readonly number[];
}

/**
 * Sentences that state something, with those around them, in the order of the text: runs of sentences that follow each other. What
 * lies between two runs states nothing that is listed.
 */
export function markedText(
  suggestions: readonly Pick<Suggestion, 'sentences'>[],
): readonly (readonly MarkedSentence[])[] {
  const sentences = new Map<number, { text: string; suggestions: Set<number> }>();
  const note = (place: number, text: string | undefined, suggestion?: number): void => {
    if (text === undefined) return;
    const known = sentences.get(place) ?? { text, suggestions: new Set<number>() };
    if (suggestion !== undefined) known.suggestions.add(suggestion);
    sentences.set(place, known);
  };
  for (const [index, suggestion] of suggestions.entries())
    for (const { place, text, before, after } of suggestion.sentences) {
      if (place === undefined) continue;
      note(place, text, index);
      note(place - 1, before);
      note(place + 1, after);
    }
  const runs: MarkedSentence[][] = [];
  for (const [place, { text, suggestions: of }] of [...sentences].toSorted(([one], [other]) => one - other)) {
    const run = runs.at(-1);
    const sentence = { place, text, suggestions: [...of] };
    if (run?.at(-1)?.place === place - 1) run.push(sentence);
    else runs.push([sentence]);
  }
  return runs;
}
