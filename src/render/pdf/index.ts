export { drawingPdf, type DrawingPage } from './drawing-pdf.ts'; // a drawing as a page
export { documentPdf, type PdfOptions } from './document-pdf.ts'; // a document as PDF
export { PDF_ISSUES } from './issues.ts'; // what can go wrong with it
