import { documentHtml, documentMarkdown, documentTables } from '../render/index.ts';
import type { Document } from '../render/index.ts';
import type { DOCUMENT_FORMATS } from './formats.ts';
import type { HowWritten } from './form.ts';
import { TABLE_FILES } from './table-files.ts';

/** What a document can be made into, and the data behind it. */
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** What documents are made into, beside text for people, which depends on where it is shown, and data. */
export const DOCUMENT_FORMS: Readonly<
  Record<
    Exclude<DocumentFormat, 'text' | 'json'>,
    (document: Document, remark: HowWritten['remark']) => string | Promise<string | Uint8Array>
  >
> = {
  markdown: (document) => documentMarkdown(document),
  html: (document) => documentHtml(document),
  // Loaded when wanted: no other form needs to lay out pages.
  pdf: async (document) => await (await import('../render/pdf/index.ts')).documentPdf(document),
  csv: async (document, remark) => await TABLE_FILES.csv(tablesIn(document, remark)),
  xlsx: async (document, remark) => await TABLE_FILES.xlsx(tablesIn(document, remark)),
};

function tablesIn(
  document: Document,
  remark: HowWritten['remark'],
): Parameters<(typeof TABLE_FILES)['csv']>[0] {
  return { tables: documentTables(document), level: document.marking, notices: document.notices, remark };
}
