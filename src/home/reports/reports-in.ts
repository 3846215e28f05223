import { isUtf8 } from 'node:buffer';
import { DEFAULT_LIMITS, inUtf8, isWebAddress, parseJson, type Limits } from '../../acquisition/index.ts';
import {
  DOCUMENT_LIMITS,
  documentBytes,
  readReportFile,
  type DocumentLimits,
} from '../../acquisition/documents/index.ts';
import { errorOf, issueOf, type Issue } from '../../facts/index.ts';
import { HINTS, readReports, textFormat, type ReportsReading } from '../../intake/index.ts';
import { defined, fromUtf8, oneLine } from '../../text/index.ts';
import { tlpNamed, type KeptReport, type ReportKind } from '../../threat/index.ts';
import { HOME_ISSUES } from '../issues.ts';
import { reportId, type ReportStated } from './report-store.ts';

/** What is known of bytes beside what they say. */
export interface AboutReports {
  /** Path, address or `-`. */
  readonly location: string;
  /** `Content-Type`, as a server gave it. */
  readonly mediaType?: string | undefined;
  readonly kind: ReportKind;
  /** When they are added, a timestamp. */
  readonly addedAt: string;
  /** What holds in place of what they state of themselves. */
  readonly stated?: ReportStated & { readonly title?: string };
  readonly limits?: DocumentLimits;
}

/** The reports of a file, an answer of a server or an entry of a feed. */
export interface ReportsIn {
  readonly reports: readonly KeptReport[];
  /** What was left out or guessed. */
  readonly issues: readonly Issue[];
}

/** Limits for reports: far lower than those for knowledge, unless these are set. */
export function reportLimits(configured: Limits): DocumentLimits {
  const isSet = configured.maximumBytes !== DEFAULT_LIMITS.maximumBytes;
  const { maximumBytes } = isSet ? configured : DOCUMENT_LIMITS;
  return { ...DOCUMENT_LIMITS, ...configured, maximumBytes };
}

/**
 * The reports in some bytes: those of a format that has fields for what they name (STIX, MISP, DeTT&CT, Attack Flow; there may be
 * several), or a document in words. What they are, their content says.
 *
 * @throws FoeprintError A404 to A414, A470 to A474, A477, H592: nothing of it can be read
 */
export async function reportsIn(given: Buffer, about: AboutReports): Promise<ReportsIn> {
  const { location: file, mediaType, limits = DOCUMENT_LIMITS } = about;
  const bytes = await documentBytes(given, file, limits);
  const structured = readStructured(bytes, file);
  if (structured !== undefined) {
    const { reports, format, issues } = structured;
    return found(
      reports.map((report) => ({ ...report, format })),
      issues,
      about,
    );
  }
  const { report, label, issues } = await readReportFile(bytes, {
    name: file,
    limits,
    ...defined({ mediaType }),
  });
  return found([{ ...report, format: label, references: [], mentions: [] }], issues, about);
}

/** Endings of JSON, by which a file that is none is broken. */
const JSON_NAME = /\.(?:json|afb|stix2?|ndjson|jsonl)(?:\.gz)?$/iu;
/** Endings of texts that are no prose, whatever words they have. */
const DATA_NAME = /\.(?:ya?ml|csv|tsv|toml|xml|ini|sigma|yara?|rules)(?:\.gz)?$/iu;

/** Undefined for documents in words, and for what is no text. @throws FoeprintError A410 to A414, H592 */
function readStructured(bytes: Buffer, file: string): ReportsReading | undefined {
  const plain = inUtf8(bytes, file);
  if (!isUtf8(plain) || plain.subarray(0, 4).includes(0)) return undefined;
  const text = fromUtf8(plain);
  const isJson = JSON_NAME.test(file) || /^\s{0,100}[{[]\s{0,100}["{[]/u.test(text);
  const json = isJson ? parseJson(plain, file) : undefined;
  // JSON Lines are the list of their values.
  const isLines = Array.isArray(json) && !/^\s*\[/u.test(text);
  const read = readReports(isLines ? JSON.stringify(json) : text, file);
  if (read !== undefined || !DATA_NAME.test(file) || isWebAddress(file)) return read;
  const { label = 'data, by its name', hint = HINTS.nothing } = textFormat(text) ?? {};
  throw errorOf(HOME_ISSUES['not-a-report'], `It is ${label}.`, { file }, hint);
}

/** What a reader found of a report. */
interface Found extends Omit<KeptReport, 'id' | 'kind' | 'location' | 'addedAt' | 'decisions' | 'level'> {
  readonly tlp?: string;
}

function found(reports: readonly Found[], issues: readonly Issue[], about: AboutReports): ReportsIn {
  const { location, kind, addedAt, stated } = about;
  const url = isWebAddress(location) && reports.length === 1 ? location : undefined;
  const kept = reports.map(({ tlp = '', language, ...report }): KeptReport => {
    const own = { url, level: tlpNamed(tlp)?.name, language: primaryLanguage(language) };
    const all = { ...defined(own), ...report, ...stated };
    const publisher = all.publisher === undefined ? undefined : short(all.publisher);
    const content = { ...all, title: short(all.title), ...defined({ publisher }) };
    return { id: reportId(content), kind, location, addedAt, decisions: [], ...content };
  });
  return {
    reports: kept.filter((report) => !isEmpty(report)),
    issues: [...issues, ...kept.filter(isEmpty).map(({ title }) => nothingIn(title, location))],
  };
}

/** Characters of a title: pages have some that are all of their text. */
const LONGEST_LINE = 300;

/** Also what is taken from the name of a file may steer a screen. */
function short(line: string): string {
  return line.length <= LONGEST_LINE ? oneLine(line) : `${oneLine(line.slice(0, LONGEST_LINE))}…`;
}

/** `en-GB` → `en`. */
function primaryLanguage(language: string | undefined): string | undefined {
  return /^[a-z]{2,3}(?![a-z])/iu.exec(language ?? '')?.[0].toLowerCase();
}

function isEmpty({ text, mentions }: KeptReport): boolean {
  return text === '' && mentions.length === 0;
}

function nothingIn(title: string, file: string): Issue {
  const message = `“${title}” has neither words nor anything that it names.`;
  return issueOf(HOME_ISSUES['empty-report'], message, { file });
}
