import type { Document } from '../render/index.ts';

/** How a PDF is made. */
export interface PdfOptions {
  /** Language of the text, as in BCP 47. Default `en`. */
  readonly language?: string;
  /** When the document was made, as the file is to say. Default 1980-01-01, so that the same document is the same file. */
  readonly madeAt?: Date;
}

/**
 * A document as PDF to print or to mail: A4, with bookmarks, contents where it is long, clickable links, tables whose
 * heads come again on each page, title above and page numbers below. Text can be selected and searched; a structure
 * tree tells screen readers what is what. Charts are drawn on the page, other drawings are pictures. Fonts (Arimo, Cousine) are embedded; those of the
 * machine are not looked at. Text from outside is neutralised; a character that the fonts lack is shown as `□` and
 * listed at the end. The same document gives the same bytes on the same version of Node.
 */
export async function documentPdf(document: Document, options: PdfOptions = {}): Promise<Uint8Array> {
  // Loaded when wanted: the PDF writer takes a tenth of a second to load.
  const [{ loadFaces }, { layOut }, { paint }, { picturesOf }] = await Promise.all([
    import('./faces.ts'),
    import('./lay-out.ts'),
    import('./paint.ts'),
    import('./pictures.ts'),
  ]);
  const [faces, pictures] = await Promise.all([loadFaces(), picturesOf(document)]);
  const pages = layOut(document, pictures, { ...faces, missing: new Set() });
  const { language = 'en', madeAt = NO_DAY } = options;
  return await paint(pages, document, faces, { language, madeAt });
}

/** A PDF must say when it was made. */
const NO_DAY = new Date('1980-01-01T00:00:00Z');
