export { documentPdf, type PdfOptions } from './document-pdf.ts'; // a document as PDF
export { PDF_ISSUES } from './issues.ts'; // what can go wrong with it
