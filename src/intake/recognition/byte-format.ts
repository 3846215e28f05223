import { HINTS, type KnownFormat } from './known-format.ts';

interface Row extends KnownFormat {
  readonly begins: string;
  /** Where it stands; default at the very beginning. */
  readonly at?: number;
}

const UNPACK = 'Unpack it, and load the files in it that are for loading.';

/** Formats that are no text, by their first bytes, each byte a character. */
const ROWS: readonly Row[] = [
  { begins: '%PDF-', label: 'a PDF document', hint: HINTS.report },
  { begins: '\u00d0\u00cf\u0011\u00e0', label: 'a document of Microsoft Office', hint: HINTS.office },
  { begins: '{\\rtf', label: 'a document in RTF', hint: HINTS.office },
  {
    begins: 'SQLite format 3\u0000',
    label: 'a SQLite database',
    hint: 'A home of Foeprint is named by `--home FOLDER`.',
  },
  { begins: 'ustar', at: 257, label: 'a tar archive', hint: UNPACK },
  { begins: 'PK\u0003\u0004', label: 'a zip archive', hint: UNPACK },
  { begins: '7z\u00bc\u00af', label: 'a 7z archive', hint: UNPACK },
  { begins: 'Rar!', label: 'a RAR archive', hint: UNPACK },
  { begins: 'BZh', label: 'packed with bzip2', hint: UNPACK },
  { begins: '\u00fd7zXZ', label: 'packed with xz', hint: UNPACK },
  { begins: '(\u00b5/\u00fd', label: 'packed with zstd', hint: UNPACK },
  { begins: '\u001f\u008b', label: 'packed with gzip twice', hint: UNPACK },
  { begins: '\u007fELF', label: 'a program', hint: HINTS.nothing },
  { begins: 'MZ', label: 'a program', hint: HINTS.nothing },
  { begins: 'PAR1', label: 'a Parquet file', hint: HINTS.nothing },
  { begins: '\u0089PNG', label: 'a picture (PNG)', hint: HINTS.nothing },
  { begins: '\u00ff\u00d8\u00ff', label: 'a picture (JPEG)', hint: HINTS.nothing },
];

/** What bytes are that are no text, by how they begin; undefined where it is no format that is known. */
export function byteFormat(bytes: Uint8Array): KnownFormat | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 512));
  return ROWS.find(({ begins, at = 0 }) => start.startsWith(begins, at));
}
