import { deflateSync } from 'node:zlib';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { mulberry32 } from '../../../bench/mulberry32.ts';
import {
  DOCUMENT_LIMITS,
  DOCUMENT_PACKAGES,
  readReportFile,
  type DocumentLimits,
} from '../../../src/acquisition/documents/index.ts';
import { loadPackage } from '../../../src/acquisition/documents/load-package.ts';
import { FoeprintError } from '../../../src/facts/index.ts';
import { importsOf } from '../../support/imports-of.ts';
import { zipOf } from '../../support/zip-of.ts';
import { broken } from './broken.ts';
import { docxOf, paragraph } from './docx-of.ts';
import { pdfOf, pdfOfObjects, streamOf, type PdfText } from './pdf-of.ts';

/** `read`, or the code of the refusal. */
async function outcome(name: string, bytes: Buffer, limits: Partial<DocumentLimits> = {}): Promise<string> {
  try {
    await readReportFile(bytes, { name, limits: { ...DOCUMENT_LIMITS, ...limits } });
    return 'read';
  } catch (error) {
    if (error instanceof FoeprintError) return error.code;
    throw error;
  }
}

const LINE: PdfText = [60, 700, 'The weasel came at night and dug a hole (T9001).'];
const PDF = pdfOf([[LINE]]);
const DOCX = docxOf(paragraph('The weasel dug a hole.'));
const MEBIBYTE = 1024 * 1024;

/** A page that draws a form, which draws the next one ten times, and so on: 10^depth lines of text. */
function nestedForms(depth: number): Buffer {
  const objects: Record<number, string> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Count 1 /Kids [10 0 R] >>',
    3: '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>',
    10: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 20 0 R >> >> /Contents 11 0 R >>',
    11: streamOf('/X Do'),
  };
  for (let level = 0; level <= depth; level++)
    objects[20 + level] = streamOf(
      level === depth ? 'BT /F 10 Tf 60 700 Td (dug a hole) Tj ET' : '/X Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> /XObject << /X ${String(21 + level)} 0 R >> >>`,
    );
  return pdfOfObjects(objects);
}

const ENCRYPTED = pdfOf(
  [[LINE]],
  `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
);

/** A page whose content is packed, twice. */
function packedTwice(bytes: number): Buffer {
  const packed = deflateSync(deflateSync(Buffer.alloc(bytes, ' '), { level: 9 }), { level: 9 });
  return pdfOfObjects({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: '<< /Type /Pages /Count 1 /Kids [10 0 R] >>',
    10: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 11 0 R >>',
    11: streamOf(packed.toString('latin1'), '/Filter [/FlateDecode /FlateDecode]'),
  });
}

test.for([
  ['nothing', 'a.txt', Buffer.alloc(0), 'A405'],
  ['more than the limit', 'a.txt', Buffer.alloc(DOCUMENT_LIMITS.maximumBytes + 1), 'A404'],
  ['a PDF of pictures', 'a.pdf', pdfOf([[], []]), 'A471'],
  ['a PDF with a password', 'a.pdf', ENCRYPTED, 'A472'],
  ['a PDF cut short', 'a.pdf', PDF.subarray(0, 60), 'A473'],
  ['a PDF of 10,000 pages', 'a.pdf', pdfOf(Array.from({ length: 10_000 }, () => [])), 'A474'],
  [
    'a PDF whose tree of pages goes round',
    'a.pdf',
    pdfOfObjects({
      1: '<< /Type /Catalog /Pages 2 0 R >>',
      2: '<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>',
    }),
    'A473',
  ],
  ['a PDF packed to the thousandth, twice', 'a.pdf', packedTwice(300 * MEBIBYTE), 'A409'],
  ['a Word document cut short', 'a.docx', DOCX.subarray(0, 300), 'A407'],
  ['a Word document of broken XML', 'a.docx', docxOf('<w:p><w:r>'), 'A473'],
  ['a Word document that is a bomb', 'a.docx', docxOf(paragraph('x'.repeat(20 * MEBIBYTE))), 'A404'],
  [
    'a Word document that lies about its size',
    'a.docx',
    zipOf([{ name: 'word/document.xml', bytes: Buffer.alloc(20 * MEBIBYTE, ' '), claimedSize: 10 }]),
    'A407',
  ],
  ['a Word document of a million runs', 'a.docx', docxOf(`<w:p>${'<w:r/>'.repeat(1_300_000)}</w:p>`), 'A474'],
  [
    'a Word document nested 100,000 deep',
    'a.docx',
    docxOf('<w:sdt><w:sdtContent>'.repeat(50_000) + '</w:sdtContent></w:sdt>'.repeat(50_000)),
    'A474',
  ],
  [
    'another Office document',
    'a.docx',
    zipOf([
      { name: '[Content_Types].xml', bytes: Buffer.from('<x/>') },
      { name: 'xl/workbook.xml', bytes: Buffer.from('<x/>') },
    ]),
    'A477',
  ],
  ['a zip archive', 'a.docx', zipOf([{ name: 'a.txt', bytes: Buffer.from('x') }]), 'A477'],
  ['an old Word document', 'a.doc', Buffer.from('\u00d0\u00cf\u0011\u00e0 and more', 'latin1'), 'A477'],
  [
    'a Word document with a password',
    'a.docx',
    Buffer.concat([
      Buffer.from('\u00d0\u00cf\u0011\u00e0', 'latin1'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]),
    'A472',
  ],
  ['HTML nested 100,000 deep', 'a.html', Buffer.from(`<html>${'<div>'.repeat(100_000)}x`), 'A474'],
  ['HTML of a million tags', 'a.html', Buffer.from(`<html>${'<b>x</b>'.repeat(500_000)}`), 'A474'],
  [
    'HTML that has only scripts',
    'a.html',
    Buffer.from('<html><script>document.write("T9001")</script><style>p{}</style></html>'),
    'A471',
  ],
  ['a picture', 'a.png', Buffer.from('\u0089PNG\r\n', 'latin1'), 'A477'],
  ['bytes', 'a.txt', Buffer.from([1, 2, 0, 3, 0, 0, 0]), 'A477'],
  ['JSON', 'a.txt', Buffer.from('{"type": "bundle"}'), 'A477'],
  ['XML', 'a.xml', Buffer.from('<?xml version="1.0"?><rss/>'), 'A477'],
  ['a line of 50 MB', 'a.txt', Buffer.alloc(50_000_000, 'weasel '), 'A474'],
  ['a paragraph of 50 MB in HTML', 'a.html', Buffer.from(`<html><p>${'weasel '.repeat(7_000_000)}`), 'A474'],
  ['a line of 50 MB in Markdown', 'a.md', Buffer.alloc(50_000_000, '[*weasel '), 'A474'],
  ['signs that begin tags and end none', 'a.html', Buffer.from(`<html>${'<a '.repeat(200_000)}`), 'A474'],
] as const)('%s is refused with a code', async ([, name, bytes, code]) => {
  expect(await outcome(name, bytes)).toBe(code);
});

test('what draws itself again and again is stopped by its text', async () => {
  expect(await outcome('a.pdf', nestedForms(3))).toBe('read');
  expect(await outcome('a.pdf', nestedForms(9), { maximumCharacters: 100_000 })).toBe('A474');
});

test('a PDF that takes too long is given up', async () => {
  expect(await outcome('a.pdf', nestedForms(12), { seconds: 0.2 })).toBe('A474');
});

test.for([
  [
    'HTML of many tags at a time',
    'a.html',
    `<html>${`${'<div>'.repeat(900)}dug${'</div>'.repeat(900)}`.repeat(160)}`,
  ],
  ['HTML of many tags, all in a row', 'a.html', `<html>${'<p>It <b>dug</b>.</p>'.repeat(70_000)}`],
  [
    'paragraphs that never end',
    'a.txt',
    'The weasel came at night and dug a hole under the fence of the barn,\n'.repeat(110_000),
  ],
  ['marks without an end', 'a.md', '*a [b `c '.repeat(300_000)],
] as const)('%s are read, to their end', async ([, name, text]) => {
  expect(await outcome(name, Buffer.from(text))).toBe('read');
});

test('refusals say what is wrong and what to do', async () => {
  const error: unknown = await readReportFile(pdfOf([[], []]), { name: 'a.pdf' }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FoeprintError);
  expect(error instanceof FoeprintError && error.issues[0]).toMatchObject({
    message: 'Its 2 pages are pictures, without text.',
    place: { file: 'a.pdf' },
    hint: expect.stringContaining('OCR') as string,
  });
});

test('a package that is not installed is named with the line that installs it', async () => {
  const absent = Object.assign(new Error("Cannot find package 'unpdf'"), { code: 'ERR_MODULE_NOT_FOUND' });
  await expect(loadPackage('unpdf', async () => await Promise.reject(absent))).rejects.toMatchObject({
    issues: [
      {
        code: 'A470',
        message: 'The package unpdf is not installed.',
        hint: 'Install it: `npm i unpdf@1.7.0`.',
      },
    ],
  });
});

test('packages for documents are optional, in the versions that we name, and loaded in one folder', () => {
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    optionalDependencies: object;
  };
  expect(optionalDependencies).toMatchObject(DOCUMENT_PACKAGES);
  const users = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => importsOf(join('src', file)).some((name) => Object.hasOwn(DOCUMENT_PACKAGES, name)))
    .map((file) => file.replaceAll('\\', '/'));
  expect(users.length).toBeGreaterThan(2);
  expect(users.filter((file) => !file.startsWith('acquisition/documents/'))).toEqual([]);
});

test('reading a document asks nobody else', async () => {
  const fetching = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('asked'));
  const html =
    '<html><head><link rel="stylesheet" href="http://127.0.0.1:9/x.css"><base href="http://127.0.0.1:9/"></head><body><img src="http://127.0.0.1:9/a.png"><iframe src="http://127.0.0.1:9/"></iframe><p>The weasel dug.</p></body></html>';
  expect(await outcome('a.html', Buffer.from(html))).toBe('read');
  expect(await outcome('a.pdf', PDF)).toBe('read');
  expect(await outcome('a.docx', docxOf(paragraph('dug') + '<w:p><w:r><w:drawing/></w:r></w:p>'))).toBe(
    'read',
  );
  expect(fetching).not.toHaveBeenCalled();
});

const SOUND = [
  ['a.pdf', PDF],
  ['a.docx', DOCX],
  [
    'a.html',
    Buffer.from(
      '<!doctype html><html lang="en"><title>Weasels</title><table><tr><td>T9001<td>dig</table><p>It <a href="x">digs</a> &amp; climbs.<pre>a\nb</pre></html>',
    ),
  ],
  [
    'a.md',
    Buffer.from(
      '---\ntitle: x\n---\n# Weasels\n\n- it *digs* [here](x)\n\n| a | b |\n|---|---|\n\n```\ncode\n```\n',
    ),
  ],
  ['a.txt', Buffer.from('TLP:AMBER\nMarch 4, 2021\nThe weasel digs.\n')],
] as const;

test.for(SOUND)('%s, broken in many ways, is read or refused with a code', async ([name, sound]) => {
  const chance = mulberry32(15);
  const codes = new Set<string>();
  for (let round = 0; round < (name === 'a.pdf' ? 30 : 150); round++)
    codes.add(await outcome(name, broken(sound, chance)));
  expect([...codes].filter((code) => code !== 'read' && !/^A4\d\d$/u.test(code))).toEqual([]);
  expect(codes).toContain('read');
});
