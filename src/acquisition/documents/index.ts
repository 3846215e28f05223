export { readFeed, type Feed, type FeedEntry } from './feeds/read-feed.ts'; // RSS, Atom or JSON Feed → its entries
export { takeFeed, type TakenFeed } from './feeds/take-feed.ts'; // a feed at an address, unless it is as it was
export { takeDocument, type TakenDocument, type TakeOptions } from './take-document.ts'; // a document at a path or address → its bytes
export {
  documentBytes,
  readReportFile,
  type AboutDocument,
  type DocumentFormat,
  type ReportDocument,
} from './read-report-file.ts'; // a report in PDF, Word, HTML, Markdown or plain text → its words
export { DOCUMENT_LIMITS, type DocumentLimits } from './document-limits.ts'; // how much of a document we take in
export { DOCUMENT_PACKAGES } from './load-package.ts'; // what has to be installed for it
