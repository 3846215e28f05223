/**
 * One stated way of reading a fact out of a sentence. Claims name the pattern that they were read by, so the name is as
 * lasting as a code. Add a row to the table of its reading to add a pattern: test and documentation take it from there.
 */
export interface ProsePattern {
  /** In kebab case, unique among all patterns. */
  readonly name: string;
  /** What it reads, in words. */
  readonly label: string;
  /** A sentence of our own about a made-up group named Amber Gull. */
  readonly example: string;
  /** What is read out of the example by this pattern: `relation object`, and the confidence in brackets. */
  readonly gives: readonly string[];
}
