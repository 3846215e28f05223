import { basename } from 'node:path';
import { issueOf, type Issue } from '../../facts/index.ts';
import { byteFormat, textFormat } from '../../intake/index.ts';
import type { ReportText } from '../../reading/index.ts';
import { defined } from '../../text/index.ts';
import { ACQUISITION_ISSUES, refusal } from '../issues.ts';
import { isGzip, unpack } from '../unpack/unpack.ts';
import { decodeText } from './decode-text.ts';
import type { DocumentInput, DocumentParts } from './document-format.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from './document-limits.ts';
import { refuseSize, tooMuch, UNPACK } from './refusals.ts';
import { dateStated, tlpStated } from './stated.ts';

/** What a report is written in. */
export type DocumentFormat = 'pdf' | 'docx' | 'html' | 'markdown' | 'text';

export interface ReportDocument {
  readonly report: ReportText;
  readonly format: DocumentFormat;
  /** What it is, with its article; completes “It is …”. */
  readonly label: string;
  /** Warnings: what was guessed, or could not be read of it. */
  readonly issues: readonly Issue[];
}

export interface AboutDocument {
  /** Path, address or `-`. */
  readonly name: string;
  /** `Content-Type`, as a server gave it. */
  readonly mediaType?: string;
  readonly limits?: DocumentLimits;
}

interface Format {
  readonly name: DocumentFormat;
  readonly label: string;
  readonly ending: RegExp;
  readonly mediaType: RegExp;
}

interface BinaryFormat extends Format {
  readonly isOne: (bytes: Buffer) => boolean;
  readonly read: (input: DocumentInput) => Promise<DocumentParts>;
}

interface TextFormat extends Format {
  /** By the text, or because it is called so. */
  readonly isOne: (text: string, isCalledSo: boolean) => boolean;
  readonly read: (text: string, input: DocumentInput) => Promise<Omit<DocumentParts, 'issues'>>;
}

/** PDF readers look for the mark in the first kilobyte (ISO 32000-1, annex H.3.4.1). */
const PDF_MARK_WITHIN = 1024;

const BINARY: readonly BinaryFormat[] = [
  {
    name: 'pdf',
    label: 'a PDF',
    ending: /\.pdf$/iu,
    mediaType: /^application\/(?:x-)?pdf\b/iu,
    isOne: (bytes) => bytes.subarray(0, PDF_MARK_WITHIN).includes('%PDF-'),
    read: async (input) => await (await import('./pdf/read-pdf.ts')).readPdf(input),
  },
  {
    name: 'docx',
    label: 'a Word document',
    ending: /\.docx$/iu,
    mediaType: /wordprocessingml/iu,
    isOne: (bytes) => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')),
    read: async (input) => await (await import('./read-docx.ts')).readDocx(input),
  },
];

const HTML_BEGINS =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|title|meta)\b/iu;

const TEXTS: readonly TextFormat[] = [
  {
    name: 'html',
    label: 'a web page',
    ending: /\.x?html?$/iu,
    mediaType: /^(?:text\/html|application\/xhtml)/iu,
    isOne: (text, isCalledSo) => HTML_BEGINS.test(text) || (isCalledSo && /<[a-z][^>]{0,500}>/iu.test(text)),
    read: async (text, input) => await (await import('./html/read-html.ts')).readHtml(text, input),
  },
  {
    name: 'markdown',
    label: 'a text in Markdown',
    ending: /\.(?:md|markdown|mdown)$/iu,
    mediaType: /^text\/(?:x-)?markdown/iu,
    isOne: (_, isCalledSo) => isCalledSo,
    read: async (text, input) => (await import('./read-prose.ts')).readMarkdown(text, input),
  },
  {
    name: 'text',
    label: 'a plain text',
    ending: /\.(?:txt|text|log)$/iu,
    mediaType: /^text\/plain/iu,
    isOne: () => true,
    read: async (text, input) => (await import('./read-prose.ts')).readPlain(text, input),
  },
];

/**
 * The words of a report in PDF, Word, HTML, Markdown or plain text, and what it states of itself. What it is, its bytes say, and not
 * its name. Time and memory are bounded by the limits, whatever it holds.
 *
 * @throws FoeprintError A404 to A410, A470 to A474, A477
 */
export async function readReportFile(given: Buffer, about: AboutDocument): Promise<ReportDocument> {
  const { name: file, mediaType = '', limits = DOCUMENT_LIMITS } = about;
  const bytes = await documentBytes(given, file, limits);
  const input = { bytes, file, mediaType, limits };
  const called = file.replace(/\.gz$/iu, '').replace(/[?#].*$/u, '');
  const expected =
    [...BINARY, ...TEXTS].find(({ ending }) => ending.test(called)) ??
    [...BINARY, ...TEXTS].find((format) => format.mediaType.test(mediaType));
  const { format, parts, issues } = await readAs(input, expected?.name);
  if (parts.text.length > limits.maximumCharacters)
    throw tooMuch('more text', `${String(limits.maximumCharacters)} characters`, file);
  if (!/[\p{L}\d]/u.test(parts.text)) throw refusal('no-text', 'It has no text.', { file });
  return {
    report: reportOf(parts, called),
    format: format.name,
    label: format.label,
    issues: [...issues, ...namedOtherwise(expected, format, file)],
  };
}

/** The bytes of a document, unpacked where they are gzip. @throws FoeprintError A404 to A406, A409 */
export async function documentBytes(given: Buffer, file: string, limits: DocumentLimits): Promise<Buffer> {
  refuseSize(given, file, limits);
  if (!isGzip(given)) return given;
  return (await unpack(given, file, limits))[0]?.bytes ?? given;
}

async function readAs(
  input: DocumentInput,
  expected: DocumentFormat | undefined,
): Promise<{
  readonly format: Format;
  readonly parts: Omit<DocumentParts, 'issues'>;
  readonly issues: readonly Issue[];
}> {
  const binary = BINARY.find(({ isOne }) => isOne(input.bytes));
  if (binary !== undefined) {
    const { issues = [], ...parts } = await binary.read(input);
    return { format: binary, parts, issues };
  }
  refuseOtherBytes(input);
  const { text, issues } = decodeText(input.bytes, input.file, input.mediaType);
  refuseOtherText(text, input.file);
  const format = TEXTS.find(({ name, isOne }) => isOne(text, name === expected));
  if (format === undefined) throw refusal('unreadable-format', 'It is no text.', { file: input.file });
  return { format, parts: await format.read(text, input), issues };
}

function refuseOtherBytes({ bytes, file }: DocumentInput): void {
  const known = byteFormat(bytes);
  if (known === undefined) return;
  // Word keeps what is protected by a password in a file of its old form.
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    throw refusal('encrypted-document', 'It opens only with a password.', { file });
  const hint = /archive|packed/u.test(known.label) ? UNPACK : undefined;
  throw refusal('unreadable-format', `It is ${known.label}.`, { file }, hint);
}

/** Characters at the beginning by which data are known. */
const BEGINNING = 4096;

function refuseOtherText(text: string, file: string): void {
  const beginning = text.slice(0, BEGINNING);
  if (beginning.includes('\0')) throw refusal('unreadable-format', 'It is no text.', { file });
  if (/^\s*[{[]\s*["{[]/u.test(beginning)) throw refusal('unreadable-format', 'It is JSON.', { file });
  const root = /^\s*<\?xml[^]*?<([a-z][\w:.-]*)/iu.exec(beginning)?.[1]?.toLowerCase();
  if (root !== undefined && root !== 'html')
    throw refusal('unreadable-format', `It is XML (\`${root}\`).`, { file }, textFormat(beginning)?.hint);
}

function namedOtherwise(expected: Format | undefined, found: Format, file: string): readonly Issue[] {
  const isProse = ({ name }: Format): boolean => name === 'markdown' || name === 'text';
  if (expected === undefined || expected === found || (isProse(expected) && isProse(found))) return [];
  const message = `It is called ${expected.label}, but is ${found.label}, and was read as such.`;
  return [issueOf(ACQUISITION_ISSUES['named-otherwise'], message, { file })];
}

function reportOf(parts: Omit<DocumentParts, 'issues'>, name: string): ReportText {
  const text = withWords(parts.text);
  const full = parts.full === undefined ? undefined : withWords(parts.full);
  return defined({
    ...parts,
    text,
    full: full === text ? undefined : full,
    title: parts.title ?? firstTitle(text) ?? basename(name),
    date: parts.date ?? dateStated(text, full ?? text),
    tlp: parts.tlp ?? tlpStated(full ?? text),
  });
}

/** The lines that have a letter or a digit. */
function withWords(text: string): string {
  return text
    .split('\n')
    .filter((line) => /[\p{L}\d]/u.test(line))
    .join('\n');
}

/** Lines among which the title is, and characters that it has at most. */
const TITLE = { lines: 15, characters: 200 };

/** The first line that has some words and is no marking. */
function firstTitle(text: string): string | undefined {
  const lines = text
    .slice(0, TITLE.lines * TITLE.characters)
    .split('\n')
    .slice(0, TITLE.lines);
  return lines.find(
    (line) => line.length <= TITLE.characters && /\p{L}\S* +\S*\p{L}/u.test(line) && !/\bTLP:/u.test(line),
  );
}
