import { DEFAULT_LIMITS, type Limits } from '../limits.ts';

/** How much of a document we take in: reports are far below all of it, and what is above it would cost more time and memory than it is worth. */
export interface DocumentLimits extends Limits {
  /** Most characters of text. Default 8 million: four thousand pages. */
  readonly maximumCharacters: number;
  /** Most pages of a PDF. Default 2,000. */
  readonly maximumPages: number;
  /** Most tags of HTML or XML. Default 300,000. */
  readonly maximumTags: number;
  /** How deep elements may stand within each other. Default 1,000. */
  readonly maximumDepth: number;
  /** Longest time for reading the pages of a PDF, in seconds: drawing instructions may call each other without end. Default 120. */
  readonly seconds: number;
}

const MEBIBYTE = 1024 * 1024;

/** Default limits for documents; `maximumBytes` is 64 MiB, before and after decompression. */
export const DOCUMENT_LIMITS: DocumentLimits = {
  ...DEFAULT_LIMITS,
  maximumBytes: 64 * MEBIBYTE,
  maximumCharacters: 8_000_000,
  maximumPages: 2000,
  maximumTags: 300_000,
  maximumDepth: 1000,
  seconds: 120,
};
