import type { MarkingLevel } from './marking-level.ts';

/** The kinds of source; the score policy and the explanations read them. */
export const SOURCE_KINDS = [
  'attack',
  'galaxy',
  'mapping',
  'vendor-report',
  'feed',
  'incident',
  'analyst',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A source as it arrives: one delivery of intelligence, e.g. one release of ATT&CK Enterprise. */
export interface SourceDescription {
  readonly kind: SourceKind;
  /** Title for people, e.g. `Enterprise ATT&CK 18.1`. */
  readonly name: string;
  /**
   * Series to which the delivery belongs, e.g. `enterprise-attack`. Of a series only one release is in view
   * at a time, by default the newest; deliveries without a series add up.
   */
  readonly series?: string;
  /** Release within the series, e.g. `18.1`. */
  readonly release?: string;
  /** Where it was read from: a file name, a URL, `-` for standard input. */
  readonly location: string;
  /** SHA-256 of the bytes as delivered after decompression, lower-case hex. */
  readonly sha256: string;
  /** Size of those bytes. */
  readonly bytes: number;
  /** Copyright or licence statements that the source asks to be kept with its text. */
  readonly statements: readonly string[];
  /**
   * Level of what names the source, a report or a case: who is not cleared for it learns neither of the source nor anything
   * that only the source reports. Absent where that bears no marking.
   */
  readonly level?: MarkingLevel;
  /** Levels that objects of the source bear, each once, from the freest; absent where none bears one. */
  readonly levels?: readonly MarkingLevel[];
}

/** A source as stored. */
export interface Source extends SourceDescription {
  /** `enterprise-attack@18.1` for a release of a series, otherwise `sha256:` and its first 12 digits. */
  readonly id: string;
  /** When it was loaded, ISO 8601 UTC. */
  readonly loadedAt: string;
  /** How many objects it contains. */
  readonly objects: number;
}

/** Begins the series of what was loaded of a report; the label of the report follows. */
export const REPORT_SERIES = 'report:';

/** Whether a source is what was loaded of a report. */
export function isLoadedReport({ series }: Pick<SourceDescription, 'series'>): boolean {
  return series?.startsWith(REPORT_SERIES) === true;
}

/** Lasting name of a source, see {@link Source.id}. */
export function sourceId(source: SourceDescription): string {
  return source.series !== undefined && source.release !== undefined
    ? `${source.series}@${source.release}`
    : `sha256:${source.sha256.slice(0, 12)}`;
}
