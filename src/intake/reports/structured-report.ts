import type { Issue, Place } from '../../facts/index.ts';
import { attackId, readEntity, referencesIn, textOf, type Raw } from '../../stix/index.ts';
import { defined, isMapping, neutralise, oneLine, partialDate, plainText } from '../../text/index.ts';
import { attackNumber, numberInName, type MentionKind, type ReportMention } from '../../threat/index.ts';
import type { IssueList } from '../issue-list.ts';
import { INTAKE_ISSUES } from '../issues.ts';

/** A report that names what it speaks of in fields of its format; its text may say more. */
export interface StructuredReport {
  readonly title: string;
  readonly publisher?: string;
  /** `2026`, `2026-05` or `2026-05-02`. */
  readonly date?: string;
  /** As the report writes it, e.g. `en`. */
  readonly language?: string;
  /** Strictest level of the Traffic Light Protocol that it, or something that it contains, is marked with: `amber`. */
  readonly tlp?: string;
  /** Addresses or names of documents that it cites, each once. */
  readonly references: readonly string[];
  /** All that it says in prose, a paragraph to a line. */
  readonly text: string;
  /** In the order of the file; those of a flow in the order of the attack. */
  readonly mentions: readonly ReportMention[];
}

/** Reports of one file. */
export interface ReportsReading {
  /** What the file is, with its article; completes “It is …”. */
  readonly format: string;
  readonly reports: readonly StructuredReport[];
  readonly issues: readonly Issue[];
}

/** What a reader found of a report, as its format writes it. */
export interface ReportParts {
  readonly title: string;
  readonly publisher?: string | undefined;
  /** Any text that begins with a date as ISO 8601 writes it. */
  readonly date?: string | undefined;
  readonly language?: string | undefined;
  readonly tlp?: string | undefined;
  readonly references?: readonly string[];
  readonly paragraphs: readonly string[];
  readonly mentions: readonly ReportMention[];
  /** Whether there is more than was looked at. */
  readonly isCut?: boolean;
}

/** Mentions that one report may have. */
export const MOST_MENTIONS = 20_000;
/** Steps and relationships that all reports of a file together may have: each of thousands may refer to the same thousands. */
export const MOST_SHARED = 300_000;
/** Characters of its text, and of a name or sentence in it. */
const MOST = { text: 4_000_000, line: 4000 } as const;

/** The report of its parts, without what would steer a screen, and within bounds. */
export function structuredReport(parts: ReportParts, issues: IssueList, place: Place): StructuredReport {
  const text = parts.paragraphs.map(paragraph).filter(Boolean).join('\n');
  const mentions = distinct(parts.mentions.slice(0, MOST_MENTIONS));
  if (parts.isCut === true || text.length > MOST.text || parts.mentions.length > MOST_MENTIONS)
    issues.add(INTAKE_ISSUES.reportCut, `“${short(parts.title)}” says more than is read.`, place);
  const optional = {
    publisher: short(parts.publisher ?? '') || undefined,
    date: dateIn(parts.date ?? ''),
    language: short(parts.language ?? '') || undefined,
    tlp: parts.tlp,
  };
  return {
    title: short(parts.title) || 'untitled',
    ...defined(optional),
    references: [...new Set((parts.references ?? []).map(short).filter(Boolean))],
    text: text.slice(0, MOST.text),
    mentions,
  };
}

function paragraph(text: string): string {
  return neutralise(plainText(text)).replace(/\n[\n\s]*/gu, '\n');
}

function short(text: string): string {
  return oneLine(text.slice(0, MOST.line));
}

/** Each once; not without group and sentence where it is mentioned with one of them. */
function distinct(mentions: readonly ReportMention[]): readonly ReportMention[] {
  const all = new Map(
    mentions.map((mention) => {
      const { kind, id, name, group, sentence } = mention;
      const cleaned = {
        kind,
        ...defined({ id }),
        name: short(name),
        ...defined({ group: group === undefined ? undefined : short(group) }),
        sentence: short(plainText(sentence.slice(0, MOST.line))),
      };
      return [JSON.stringify(cleaned), cleaned] as const;
    }),
  );
  const known = new Set([...all.values()].filter((one) => !isBare(one)).map(keyOf));
  return [...all.values()].filter((one) => !isBare(one) || !known.has(keyOf(one)));
}

function isBare({ group, sentence }: ReportMention): boolean {
  return group === undefined && sentence === '';
}

function keyOf({ kind, id, name }: ReportMention): string {
  return JSON.stringify([kind, id ?? name]);
}

/** The date that a text begins with, as precisely as the calendar has it. */
function dateIn(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?!\d)/u.exec(text.trim()) ?? [];
  return year === undefined ? undefined : partialDate(year, Number(month ?? 0), Number(day ?? 0));
}

/** What objects of a STIX type are in a report; undefined for what no mention is of. */
export function mentionKind(type: string): MentionKind | undefined {
  return KINDS.get(type);
}

const KINDS: ReadonlyMap<string, MentionKind> = new Map([
  ['attack-pattern', 'technique'],
  ['intrusion-set', 'group'],
  ['threat-actor', 'group'],
  ['malware', 'software'],
  ['tool', 'software'],
  ['campaign', 'campaign'],
]);

/** What a mention is of. */
export type Mentioned = Pick<ReportMention, 'kind' | 'id' | 'name'>;

/** What a STIX id means, by its object where the report has it; undefined for what no mention is of. */
export function mentionedThing(stixId: string, raw: Raw | undefined): Mentioned | undefined {
  const type = stixId.slice(0, stixId.indexOf('--'));
  const kind = mentionKind(type);
  if (kind === undefined) return undefined;
  const { name = '', label = '' } = (raw === undefined ? undefined : readEntity(raw, type)) ?? {};
  const cited = raw === undefined ? '' : (referencesIn(raw).map(attackId).find(Boolean) ?? '');
  return {
    kind,
    ...defined({ id: explicitId(type, label) ?? explicitId(type, cited) }),
    name: name || stixId,
  };
}

/** What a name means that may bear its number: `APT29 - G0016`, `T1059: Command and Scripting Interpreter`. */
export function namedThing(type: string, name: string): Mentioned | undefined {
  const kind = mentionKind(type);
  if (kind === undefined || name.trim() === '') return undefined;
  const found = numberInName(type, name.trim());
  return { kind, ...defined({ id: found?.number }), name: found?.name ?? name };
}

/** A number of ATT&CK or ATLAS as it writes it; the Attack Flow Builder leaves out the first letter now and then. */
export function explicitId(type: string, text: string): string | undefined {
  const written = text.trim();
  if (ATLAS.test(written)) return written.toUpperCase();
  const number = attackNumber(
    type,
    type === 'attack-pattern' && /^\d/u.test(written) ? `T${written}` : written,
  );
  return number || undefined;
}

const ATLAS = /^AML\.(?:T|CS)\d{4}(?:\.\d{3})?$/iu;

/** How a mention of something else refers to it. */
export function labelOf({ id, name }: Mentioned): string {
  return id ?? name;
}

/** The documents that the references of an object name: addresses, or else names. */
export function documentsCited(references: readonly Raw[]): readonly string[] {
  return references
    .filter(isMapping)
    .map((one) => textOf(one, 'url') || (textOf(one, 'external_id') === '' ? textOf(one, 'source_name') : ''))
    .filter(Boolean);
}
