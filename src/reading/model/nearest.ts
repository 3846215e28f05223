import { addTo, sum } from '../../text/index.ts';

/** Texts that are like another, found by the words that they share. */
export interface NearestTexts {
  /** The texts most like one, best first, each with how like (BM25). */
  readonly nearestTo: (columns: Iterable<number>, most: number) => readonly Scored[];
}

/** Usual values of BM25 (Robertson and Zaragoza, 2009): how fast a word is worn out, and how much long texts lose. */
const WORN_OUT = 1.2;
const LENGTH_LOSS = 0.75;

/** Words in more texts than this say so little that they are not looked up. */
const MOST_POSTINGS = 4000;

/** An index of texts by the columns of their grams, each once. */
export function nearestTexts(texts: readonly (readonly number[])[], rarity: Float32Array): NearestTexts {
  const having = new Map<number, number[]>();
  texts.forEach((columns, text) => {
    for (const column of columns) addTo(having, column, text);
  });
  const postings = new Map(
    [...having]
      .filter(([, of]) => of.length <= MOST_POSTINGS)
      .map(([column, of]) => [column, Uint32Array.from(of)]),
  );
  const mean = sum(texts.map(({ length }) => length)) / Math.max(1, texts.length);
  const scores = new Float32Array(texts.length);
  const gains = Float64Array.from(
    texts,
    ({ length }) => (WORN_OUT + 1) / (1 + WORN_OUT * (1 - LENGTH_LOSS + (LENGTH_LOSS * length) / mean)),
  );
  return {
    nearestTo: (columns, most) => {
      const met: number[] = [];
      for (const column of new Set(columns)) {
        const found = postings.get(column);
        if (found === undefined) continue;
        const rare = rarity[column] ?? 0;
        for (let place = 0; place < found.length; place++) {
          const text = found[place] ?? 0;
          const score = scores[text] ?? 0;
          if (score === 0) met.push(text);
          scores[text] = score + rare * (gains[text] ?? 0);
        }
      }
      const found = best(met, scores, most);
      for (const text of met) scores[text] = 0;
      return found;
    },
  };
}

/** The few with the highest scores, of equal ones the first; without putting all of the others in order. */
function best(met: readonly number[], scores: Float32Array, most: number): readonly Scored[] {
  const kept: Scored[] = [];
  for (const text of met) {
    const score = scores[text] ?? 0;
    const last = kept.at(-1);
    if (kept.length === most && (last === undefined || !isBefore({ text, score }, last))) continue;
    if (kept.length === most) kept.pop();
    let place = kept.length;
    for (let before = kept[place - 1]; before && isBefore({ text, score }, before); before = kept[place - 1])
      place -= 1;
    kept.splice(place, 0, { text, score });
  }
  return kept;
}

interface Scored {
  readonly text: number;
  readonly score: number;
}

function isBefore(one: Scored, other: Scored): boolean {
  return one.score > other.score || (one.score === other.score && one.text < other.text);
}
