import { zipSync } from 'fflate';
import { defined } from '../../text/index.ts';
import { refusal } from '../issues.ts';
import { unpackEntriesOfZip } from '../unpack/unpack-zip.ts';
import { isOfOffice } from '../unpack/unpack.ts';
import { cleanLine } from './clean-text.ts';
import type { DocumentInput, DocumentParts } from './document-format.ts';
import { damaged, refuseManyTags, tooMuch, UNPACK } from './refusals.ts';
import { openHtml } from './html/html-document.ts';
import { linesOfHtml } from './html/html-text.ts';
import { loadPackage } from './load-package.ts';
import { primaryLanguage } from './stated.ts';

/** Bytes of XML that are read of one document; a book has some ten million. */
const MOST_XML = 16 * 1024 * 1024;

/** The text of a Word document. Its pictures are not unpacked, and what is, only within limits: mammoth would take any archive as it comes. */
export async function readDocx({ bytes, file, limits }: DocumentInput): Promise<DocumentParts> {
  const names: string[] = [];
  const own = { ...limits, maximumBytes: Math.min(limits.maximumBytes, MOST_XML) };
  const entries = await unpackEntriesOfZip(bytes, file, own, (name) => {
    names.push(name);
    return /\.(?:xml|rels)$/iu.test(name);
  });
  const parts = new Map(entries.map((entry) => [entry.location.slice(file.length + 1), entry.bytes]));
  if (!parts.has('word/document.xml')) throw otherZip(names, file);
  for (const xml of parts.values()) refuseManyTags(xml, file, limits);
  const mammoth = await loadPackage('mammoth', async () => await import('mammoth'));
  let html: string;
  try {
    const buffer = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));
    const withoutPictures = mammoth.default.images.imgElement(async () => await Promise.resolve({ src: '' }));
    html = (await mammoth.default.convertToHtml({ buffer }, { convertImage: withoutPictures })).value;
  } catch (error) {
    // The stack of calls is at its end.
    if (error instanceof RangeError) throw tooMuch('elements nested deeper', 'a thousand levels or so', file);
    throw damaged('Word document', error instanceof Error ? error.message : String(error), file);
  }
  const document = await openHtml(html, file, limits);
  const said = (part: string, element: string): string | undefined =>
    cleanLine(
      new RegExp(`<${element}\\b[^>]{0,200}>([^<]{1,1000})<`, 'u').exec(
        parts.get(part)?.toString() ?? '',
      )?.[1],
    );
  return {
    ...defined({
      title: said('docProps/core.xml', 'dc:title') ?? cleanLine(document.querySelector('h1')?.textContent),
      language: primaryLanguage(said('docProps/core.xml', 'dc:language')),
      publisher: said('docProps/app.xml', 'Company'),
    }),
    text: linesOfHtml(document.documentElement),
  };
}

function otherZip(names: readonly string[], file: string): Error {
  return names.some(isOfOffice)
    ? refusal('unreadable-format', 'It is a document of another Office program than Word.', { file })
    : refusal('unreadable-format', 'It is a zip archive, not a report.', { file }, UNPACK);
}
