/** A text as a model sees it: the columns of its grams, and how much each weighs; its length is 1. */
export interface TextVector {
  readonly columns: Int32Array;
  readonly weights: Float32Array;
}

/** The grams that a model knows, and how much each says. */
export interface GramVocabulary {
  readonly grams: readonly string[];
  /** Inverse document frequency, by column: ln(texts ÷ texts that have it). */
  readonly rarity: Float32Array;
  readonly columnOf: (gram: string) => number | undefined;
}

/** Grams that stand in fewer texts say nothing of others. */
const LEAST_TEXTS = 2;

/** Learns the vocabulary of some texts, given by their grams. */
export function vocabularyOf(texts: readonly (readonly string[])[]): GramVocabulary {
  const counts = new Map<string, number>();
  for (const grams of texts) for (const gram of new Set(grams)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= LEAST_TEXTS);
  return vocabularyFrom(
    kept.map(([gram]) => gram),
    Float32Array.from(kept, ([, count]) => Math.log(texts.length / count)),
  );
}

/** A vocabulary that was learnt before. */
export function vocabularyFrom(grams: readonly string[], rarity: Float32Array): GramVocabulary {
  const columns = new Map(grams.map((gram, column) => [gram, column]));
  return { grams, rarity, columnOf: (gram) => columns.get(gram) };
}

/** A text by its grams: (1 + ln count) · rarity of each that is known, to a length of 1 (TF-IDF with sublinear counts). */
export function vectorOf(vocabulary: GramVocabulary, grams: readonly string[]): TextVector {
  const counts = new Map<number, number>();
  for (const gram of grams) {
    const column = vocabulary.columnOf(gram);
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const columns = Int32Array.from(counts.keys());
  const weights = Float32Array.from(
    counts,
    ([column, count]) => (1 + Math.log(count)) * (vocabulary.rarity[column] ?? 0),
  );
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, 0)) || 1;
  return { columns, weights: weights.map((weight) => weight / length) };
}
