/** A line of text on a page: where it stands, in points from the lower left corner, and how large it is. */
export type PdfText = readonly [left: number, y: number, text: string, size?: number];

/** Objects of a PDF by their numbers; 1 is the catalogue, 2 the tree of pages, 3 the font (Courier: a character is 0.6 of its size wide). */
export type PdfObjects = Readonly<Record<number, string>>;

/** A PDF whose pages (A4: 595 × 842 points) have these lines. */
export function pdfOf(pages: readonly (readonly PdfText[])[], trailer = '', info = ''): Buffer {
  const objects: Record<number, string> = {
    1: '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>',
    2: `<< /Type /Pages /Count ${String(pages.length)} /Kids [${pages.map((_, index) => `${String(10 + 2 * index)} 0 R`).join(' ')}] >>`,
    3: '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
  };
  for (const [index, lines] of pages.entries()) {
    const number = 10 + 2 * index;
    objects[number] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${String(number + 1)} 0 R >>`;
    objects[number + 1] = streamOf(lines.map(drawn).join('\n'));
  }
  if (info !== '') objects[4] = info;
  return pdfOfObjects(objects, `${trailer}${info === '' ? '' : ' /Info 4 0 R'}`);
}

function drawn([left, y, text, size = 10]: PdfText): string {
  return `BT /F ${String(size)} Tf ${String(left)} ${String(y)} Td (${text.replaceAll(/[\\()]/gu, '\\$&')}) Tj ET`;
}

/** An object that is a stream. */
export function streamOf(content: string, dictionary = ''): string {
  return `<< /Length ${String(Buffer.byteLength(content, 'latin1'))} ${dictionary} >>\nstream\n${content}\nendstream`;
}

/** A PDF of these objects (ISO 32000-1, 7.5). */
export function pdfOfObjects(objects: PdfObjects, trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const offsets: [number, number][] = [];
  for (const [number, object] of Object.entries(objects)) {
    offsets.push([Number(number), text.length]);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const at = text.length;
  const rows = offsets.map(
    ([number, offset]) => `${String(number)} 1\n${String(offset).padStart(10, '0')} 00000 n \n`,
  );
  const size = Math.max(...offsets.map(([number]) => number)) + 1;
  text += `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${String(size)} /Root 1 0 R ${trailer} >>\nstartxref\n${String(at)}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
