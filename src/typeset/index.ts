export { documentPdf, type PdfOptions } from './document-pdf.ts'; // a document as PDF
