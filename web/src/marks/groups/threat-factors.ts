/** What factors have in common: in which colour they stand in a bar. */
const FAMILIES: readonly {
  readonly words: string;
  readonly fill: string;
  readonly factors: readonly string[];
}[] = [
  { words: 'where', fill: 'a5', factors: ['country', 'region', 'peers'] },
  { words: 'whom and why', fill: 'a4', factors: ['sector', 'motive', 'focus'] },
  { words: 'through what', fill: 'a3', factors: ['supply-chain', 'platform', 'product', 'sighting'] },
  { words: 'how lately', fill: 'a2', factors: ['freshness', 'recency', 'volume'] },
];

/** For the legend: colours of a bar with what they stand for. */
export const FACTOR_FAMILIES: readonly { readonly words: string; readonly fill: string }[] = FAMILIES;

/** Colour of a factor in a bar; a factor that none of them has stands with the last. */
export function fillOfFactor(factor: string): string {
  return FAMILIES.find(({ factors }) => factors.includes(factor))?.fill ?? 'a2';
}

interface Factor {
  readonly factor: string;
  readonly value?: number;
  readonly contribution: number;
}

/** A score as the parts of a bar, by families: what is known of each before what the mean stands in for. */
export function scoreParts(
  factors: readonly Factor[],
  highest: number,
): readonly { readonly key: string; readonly fill: string; readonly share: number }[] {
  const known = FAMILIES.map(({ words, fill }) => ({
    key: words,
    fill,
    share:
      sum(factors.filter((each) => each.value !== undefined && fillOfFactor(each.factor) === fill)) / highest,
  }));
  const imputed = sum(factors.filter(({ value }) => value === undefined)) / highest;
  return [...known, { key: 'not known', fill: 'imputed', share: imputed }];
}

function sum(factors: readonly Factor[]): number {
  return factors.reduce((total, { contribution }) => total + contribution, 0);
}
