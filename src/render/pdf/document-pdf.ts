import type { Document } from '../document.ts';
import { loadFonts } from './fonts.ts';
import { pageData } from './page-data.ts';
import { openTypst, TYPST_BUILDS } from './typst.ts';

/** How a PDF is made. */
export interface PdfOptions {
  /** Language of the text, as in BCP 47. Default `en`. */
  readonly language?: string;
  /** When the document was made, as the file is to say. Default: it says nothing, so that the same document is the same file. */
  readonly madeAt?: Date;
  /** Which build of Typst sets it. Default: the native one where it is installed, else the web one. */
  readonly typst?: keyof typeof TYPST_BUILDS;
}

/**
 * A document as PDF to print or to mail, set by Typst: A4, with bookmarks, contents where it is long, clickable links, tables whose heads
 * come again on each page, title and marking above and page numbers below. Text can be selected and searched; it is tagged for screen
 * readers, and keeps to PDF/UA-1 where the native build of Typst makes it. Drawings are drawn on the page. Fonts (Arimo, Cousine) are
 * embedded; those of the machine are not looked at. Text from outside is neutralised; a character that the fonts lack is shown as `□` and
 * listed at the end. The same document gives the same bytes by the same build.
 *
 * @throws FoeprintError E850 where no build of Typst is installed, E851 where it refuses the document
 */
export async function documentPdf(document: Document, options: PdfOptions = {}): Promise<Uint8Array> {
  const { language = 'en', madeAt, typst } = options;
  const builds = typst === undefined ? Object.values(TYPST_BUILDS) : [TYPST_BUILDS[typst]];
  const [set, fonts] = await Promise.all([openTypst(builds), loadFonts()]);
  const data = { ...pageData(document, fonts), ...languageOf(language), ...dateOf(madeAt) };
  return await set(JSON.stringify(data), fonts.files);
}

/** Typst knows languages of two or three letters, and regions of two. */
function languageOf(tag: string): { readonly lang: string; readonly region?: string } {
  const [, lang = 'en', region] = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-|$)/iu.exec(tag) ?? [];
  return region === undefined ? { lang } : { lang, region };
}

function dateOf(madeAt: Date | undefined): { readonly date?: Readonly<Record<string, number>> } {
  if (madeAt === undefined) return {};
  return {
    date: {
      year: madeAt.getUTCFullYear(),
      month: madeAt.getUTCMonth() + 1,
      day: madeAt.getUTCDate(),
      hour: madeAt.getUTCHours(),
      minute: madeAt.getUTCMinutes(),
      second: madeAt.getUTCSeconds(),
    },
  };
}
