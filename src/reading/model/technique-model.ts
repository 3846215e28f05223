import { compareText, sum } from '../../text/index.ts';
import { gramReader, type GramReader } from './grams.ts';
import { nearestTexts, type NearestTexts } from './nearest.ts';
import { contributionsTo, learnLinear, sharesOf, type LinearModel } from './softmax.ts';
import { vectorOf, vocabularyOf, type GramVocabulary, type TextVector } from './vocabulary.ts';

/** A text of which it is known what technique it states. */
export interface ModelSample {
  readonly text: string;
  /** ATT&CK id; empty of a text that states none. */
  readonly technique: string;
  /** How much it counts beside a procedure of ATT&CK. */
  readonly weight: number;
  /** What has the text: id of an object. */
  readonly from: string;
}

/** What is kept of a model. */
export interface LearntModel {
  /** ATT&CK ids in order; last the empty one, of texts that state none. */
  readonly techniques: readonly string[];
  readonly vocabulary: GramVocabulary;
  readonly linear: LinearModel;
  /** Of every sample that states a technique: which, what has it, and the columns of its grams. */
  readonly examples: readonly ModelExample[];
}

export interface ModelExample {
  /** Place in {@link LearntModel.techniques}. */
  readonly label: number;
  readonly from: string;
  readonly columns: readonly number[];
}

/** What a model makes of a text. */
export interface ModelReading {
  /** Techniques, the most likely first, each with its share of certainty. */
  readonly shares: readonly { readonly technique: string; readonly share: number }[];
  /** How likely it states none. */
  readonly none: number;
  /** Techniques of the texts most like it, by their share of the likeness. */
  readonly near: ReadonlyMap<string, number>;
  /** How like the most like one is (BM25); 0 where nothing is. */
  readonly likeness: number;
  /** How many grams of it are known. */
  readonly known: number;
}

/** A model, ready to read texts. */
export interface TechniqueModel {
  readonly read: (text: string) => ModelReading;
  /** Why a text is taken for a technique: the words that say most, and the texts of this technique that are most like it. */
  readonly because: (text: string, technique: string) => ModelReasons;
}

export interface ModelReasons {
  /** Words or pairs of words of the text, in small letters, those that say most first. */
  readonly words: readonly string[];
  /** Ids of the objects that have the texts most like it. */
  readonly examples: readonly string[];
}

/** Learns a model from samples. */
export function learnTechniques(
  samples: readonly ModelSample[],
  progress?: (done: number, of: number) => void,
): LearntModel {
  const reader = gramReader();
  const grams = samples.map(({ text }) => reader.grams(text));
  const vocabulary = vocabularyOf(grams);
  const techniques = [...new Set(samples.map(({ technique }) => technique).filter((id) => id !== ''))]
    .toSorted(compareText)
    .concat('');
  const labels = new Map(techniques.map((technique, label) => [technique, label]));
  const labelled = samples.map(({ technique, weight }, place) => ({
    label: labels.get(technique) ?? 0,
    weight,
    vector: vectorOf(vocabulary, grams[place] ?? []),
  }));
  const linear = learnLinear(
    labelled,
    { classes: techniques.length, columns: vocabulary.grams.length },
    progress,
  );
  const examples = samples.flatMap(({ technique, from }, place) =>
    technique === ''
      ? []
      : [
          {
            label: labels.get(technique) ?? 0,
            from,
            columns: [...(labelled[place]?.vector.columns ?? [])],
          },
        ],
  );
  return { techniques, vocabulary, linear, examples };
}

/** Shares below this are not given. */
const LEAST_SHARE = 0.001;

/** Likest texts that are looked at, and given as reasons. */
const NEIGHBOURS = 30;
const REASONS = 3;
const MOST_WORDS = 5;

/** Makes a learnt model ready to read. */
export function techniqueModel(learnt: LearntModel): TechniqueModel {
  const { techniques, vocabulary, linear, examples } = learnt;
  const reader = gramReader();
  const nearest = nearestTexts(
    examples.map(({ columns }) => columns),
    vocabulary.rarity,
  );
  return {
    read: (text) => {
      const vector = vectorOf(vocabulary, reader.grams(text));
      const all = sharesOf(linear, vector);
      const none = all[techniques.length - 1] ?? 0;
      const shares: { technique: string; share: number }[] = [];
      for (let label = 0; label < techniques.length - 1; label++) {
        const share = all[label] ?? 0;
        if (share >= LEAST_SHARE) shares.push({ technique: techniques[label] ?? '', share });
      }
      shares.sort((one, other) => other.share - one.share);
      return { shares, none, known: vector.columns.length, ...likeness(learnt, nearest, vector) };
    },
    because: (text, technique) => reasonsFor(learnt, { nearest, reader }, text, technique),
  };
}

function likeness(
  { techniques, examples }: LearntModel,
  nearest: NearestTexts,
  { columns }: TextVector,
): Pick<ModelReading, 'near' | 'likeness'> {
  const found = nearest.nearestTo(columns, NEIGHBOURS);
  const whole = sum(found.map(({ score }) => score)) || 1;
  const near = new Map<string, number>();
  for (const { text, score } of found) {
    const technique = techniques[examples[text]?.label ?? -1] ?? '';
    near.set(technique, (near.get(technique) ?? 0) + score / whole);
  }
  return { near, likeness: found[0]?.score ?? 0 };
}

function reasonsFor(
  { techniques, vocabulary, linear, examples }: LearntModel,
  { nearest, reader }: { readonly nearest: NearestTexts; readonly reader: GramReader },
  text: string,
  technique: string,
): ModelReasons {
  const label = techniques.indexOf(technique);
  const vector = vectorOf(vocabulary, reader.grams(text));
  const counted = contributionsTo(linear, vector, label);
  const written = reader.wordsOf(text);
  const words = [...vector.columns]
    .map((column, place) => ({ gram: vocabulary.grams[column] ?? '', counts: counted[place] ?? 0 }))
    .filter(({ counts }) => counts > 0)
    .toSorted((one, other) => other.counts - one.counts)
    .slice(0, MOST_WORDS)
    .map(({ gram }) => written.get(gram) ?? gram);
  const found = nearest
    .nearestTo(vector.columns, NEIGHBOURS)
    .filter((each) => examples[each.text]?.label === label)
    .slice(0, REASONS)
    .flatMap((each) => examples[each.text]?.from ?? []);
  return { words, examples: found };
}
