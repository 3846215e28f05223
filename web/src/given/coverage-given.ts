import type { QuestionOf } from 'foeprint/answers';

/** What is covered, as questions take it. */
export type Coverage = NonNullable<QuestionOf<'coverage-show'>['coverage']>;

/** Coverage that was read from a file for this visit. */
export interface GivenCoverage {
  /** Name of the file. */
  readonly file: string;
  readonly coverage: Coverage;
  /** The file itself, for whoever wants it kept. */
  readonly sent: Blob & { readonly name: string };
}

/** What questions are given: all files together, beside what the home keeps; undefined where there is none. */
export function coverageGiven(given: readonly Pick<GivenCoverage, 'coverage'>[]): Coverage | undefined {
  if (given.length === 0) return undefined;
  const logSources = given.flatMap(({ coverage }) => coverage.logSources ?? []);
  return {
    claims: given.flatMap(({ coverage }) => coverage.claims),
    ...(logSources.length === 0 ? {} : { logSources }),
    withKept: true,
  };
}
