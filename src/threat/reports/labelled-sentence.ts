/** A sentence of which somebody knows what it states, for a model to learn from. */
export interface LabelledSentence {
  readonly text: string;
  /** ATT&CK ids as given, old ones too; none where it states nothing. */
  readonly techniques: readonly string[];
  /** What it is a sentence of: sentences of one report are never on both sides of a test. */
  readonly doc: string;
}
