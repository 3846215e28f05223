import { quoted } from './engine.ts';

export interface GenerateOptions {
  readonly rows: number;
  /** The same seed makes the same sightings, by the same version of DuckDB. */
  readonly seed: number;
  /** The month that they end with, `YYYY-MM`; they are of the twelve months up to it. */
  readonly until: string;
  /** At least one each. */
  readonly techniques: readonly string[];
  readonly groups: readonly string[];
  readonly sectors: readonly string[];
}

/** Organisations, and products that report, among those made up. */
const ORGANISATIONS = 2000;
const SOURCES = 12;

/**
 * Made-up sightings as a relation, for demonstrations and measurements. Techniques, organisations, groups and products are log-uniform
 * by rank (near Zipf, exponent 1): the first is seen most. Six in ten sightings follow one order of techniques for all sectors, the others
 * an order of the sector's own; 5 % name a group, 0.2 % are noise, any technique alike. They grow from 0.8 to 1.2 of the mean over twelve
 * months. Every organisation has one sector, every technique three rules.
 */
export function generatedRelation(options: GenerateOptions): string {
  const { rows, seed, until, techniques, groups, sectors } = options;
  /** One of many, numbered for each row; from 0 up to 1. */
  const random = (number: number): string => `((hash(i, ${number}, ${seed}) >> 11) / 9007199254740992.0)`;
  const rank = (number: number, size: number): string =>
    `floor(exp(${random(number)} * ln(${size + 1})))::INTEGER - 1`;
  const size = techniques.length;
  return `SELECT 'made-up-' || ${seed} || '-' || i AS uid,
    first + to_seconds((share * epoch(after - first))::BIGINT) AS ts,
    ${among(sectors, 'sector_number')} AS sector,
    'organisation-' || lpad(organisation::VARCHAR, 4, '0') AS org_id,
    CASE WHEN ${random(5)} < 0.05 THEN ${among(groups, 'group_number')} ELSE '' END AS group_id,
    ${among(techniques, 'technique')} AS technique_id,
    'product-' || product AS source,
    'rule-' || technique || '-' || product % 3 AS detector,
    1 AS n
  FROM (SELECT *, CASE WHEN ${random(8)} < 0.002 THEN floor(${random(9)} * ${size})::INTEGER
      WHEN ${random(7)} < 0.6 THEN technique_rank ELSE (technique_rank + 37 * (sector_number + 1)) % ${size} END AS technique
    FROM (SELECT i, DATE '${until}-01'::TIMESTAMP - INTERVAL 11 MONTH AS first, DATE '${until}-01'::TIMESTAMP + INTERVAL 1 MONTH AS after,
        (sqrt(0.64 + 0.8 * ${random(6)}) - 0.8) / 0.4 AS share, ${rank(1, size)} AS technique_rank, ${rank(2, ORGANISATIONS)} AS organisation,
        (${rank(2, ORGANISATIONS)}) % ${sectors.length} AS sector_number, ${rank(3, groups.length)} AS group_number,
        ${rank(4, SOURCES)} AS product
      FROM range(${rows}) AS t(i)))`;
}

/** A word by its number, from 0. */
function among(words: readonly string[], index: string): string {
  return `list_extract([${words.map(quoted).join(', ')}], (${index}) + 1)`;
}
