import { extname } from 'node:path';

/** Forms of documents, and of the data behind them, by the endings of their files. */
export const DOCUMENT_ENDINGS = {
  txt: 'text',
  text: 'text',
  json: 'json',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  pdf: 'pdf',
} as const;

/** Forms of tables, by the endings of their files. */
export const TABLE_FORMATS = ['csv', 'xlsx'] as const;

/** The form of a list that has each of it on a line. */
export const LINES = 'ndjson';

/** The form of an answer without its reasons. */
export const SLIM = 'slim';

/** What `--format` can ask for of an answer that is a document. */
export const DOCUMENT_FORMATS = ['text', 'markdown', 'html', 'pdf', 'json', ...TABLE_FORMATS] as const;

/** The ending of a file, as forms are found by it; empty where it has none. */
export function endingOf(file: string | undefined): string {
  return extname(file ?? '')
    .slice(1)
    .toLowerCase();
}
