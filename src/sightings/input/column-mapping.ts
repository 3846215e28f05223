/** Parts of a sighting that columns of a table may hold. */
export const SIGHTING_PARTS = [
  'time',
  'technique',
  'sector',
  'organisation',
  'group',
  'source',
  'detector',
  'count',
  'id',
] as const;
export type SightingPart = (typeof SIGHTING_PARTS)[number];

/** Which columns of a table hold what of a sighting. */
export interface ColumnMapping {
  /** Names of columns. */
  readonly columns: Readonly<Partial<Record<SightingPart, string>>>;
  /** What holds for every row, where no column says it. */
  readonly constants: Readonly<Partial<Record<SightingPart, string>>>;
  /** Form of times, as `strptime` writes it: `%d/%m/%Y %H:%M`. Default: ISO 8601, or numbers since 1970. */
  readonly timeForm?: string | undefined;
  /** IANA name of the time zone of times without an offset. Default: UTC. */
  readonly timeZone?: string | undefined;
  /** What stands between cells. Default: whichever the first line has most of. */
  readonly delimiter?: string | undefined;
  /** Default: UTF-8. */
  readonly encoding?: 'latin-1' | 'utf-16' | undefined;
  /** What stands between several techniques of one cell. Default: what does at the beginning of the table. */
  readonly separator?: string | undefined;
}
