import type { Issue } from '../../facts/index.ts';
import type { ReportText } from '../../reading/index.ts';
import type { DocumentLimits } from './document-limits.ts';

/** A document to be read. */
export interface DocumentInput {
  readonly bytes: Buffer;
  /** Its name or address, for messages. */
  readonly file: string;
  /** As a server gave it. */
  readonly mediaType?: string;
  readonly limits: DocumentLimits;
}

/** What a document has by itself; what it lacks is looked for in its text. */
export interface DocumentParts extends Partial<Omit<ReportText, 'text'>> {
  readonly text: string;
  readonly issues?: readonly Issue[];
}
