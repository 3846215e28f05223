import { sayCitation, type Analytic, type Citation, type Mention } from '../answers/index.ts';
import { formatIssue, type Issue } from '../facts/index.ts';
import {
  link,
  plain,
  reference,
  share,
  strong,
  type Columns,
  type Inline,
  type Reference,
  type Share,
} from '../render/index.ts';
import { pageOfNumber } from '../threat/index.ts';

/** A thing as tables name it: `T1059.003 Windows Command Shell`; what is withdrawn says so. */
export function sayThing(thing: Mention): string {
  return plain(thingNamed(thing));
}

/** The same with its id as a reference. */
export function thingNamed(thing: Mention): readonly Inline[] {
  return thing.label === '' ? [nameCell(thing)] : [idReference(thing), ` ${nameCell(thing)}`];
}

/** The same words, where they are no id, standing out. */
export function stressed(words: readonly Inline[]): readonly Inline[] {
  return words.map((piece) => (typeof piece === 'string' ? strong(piece) : piece));
}

/** The same as a sentence names it: `Orangeworm (G0071)`. */
export function thingMentioned(thing: Mention): readonly Inline[] {
  return thing.label === '' ? [thing.name] : [`${thing.name} (`, idReference(thing), ')'];
}

/** Its ATT&CK id, which leads to its page. */
function idReference({ label, type }: Mention): Reference {
  return reference(label, pageOfNumber(type, label));
}

/** The same in two cells: the ATT&CK id, or a dash where there is none, and the name. */
export function thingCells(thing: Mention): readonly [id: Inline, name: string] {
  return [labelCell(thing), nameCell(thing)];
}

/** Label for a table cell: the ATT&CK id, or a dash where there is none. */
export function labelCell(thing: Mention): Inline {
  return thing.label === '' ? '–' : idReference(thing);
}

/** Name for a table cell; what is withdrawn says so. */
export function nameCell({ name, withdrawn }: Mention): string {
  return withdrawn === undefined ? name : `${name} (${withdrawn})`;
}

/** The first columns of a table with a thing in each row: its ATT&CK id, else its STIX id, and its name. */
export function thingColumns<Field extends string>(
  field: Field,
  head: string = field,
): Columns<Readonly<Record<Field, Mention>>> {
  return { [head]: (row) => idCell(row[field]), name: (row) => row[field].name };
}

/** The ATT&CK id, else the STIX id. */
export function idOf({ label, id }: Mention): string {
  return label || id;
}

/** The same in a cell of a spreadsheet, leading to its page at ATT&CK. */
export function idCell(thing: Mention): Reference | string {
  return pageOfNumber(thing.type, thing.label) === undefined ? idOf(thing) : idReference(thing);
}

/** Labels in a row, or names where there are none. */
export function sayLabels(things: readonly Mention[], between = ', '): string {
  return things.map(({ label, name }) => label || name).join(between);
}

/** Names with ids, listed in a sentence, at most `most` of them. */
export function thingsMentioned(things: readonly Mention[], most = 12): readonly Inline[] {
  const shown = things.slice(0, most).map(thingMentioned);
  return [...inARow(shown), things.length > most ? ` and ${things.length - most} more` : ''];
}

/** The same without references, for titles. */
export function sayMentions(things: readonly Mention[], most?: number): string {
  return plain(thingsMentioned(things, most));
}

/** Its ATT&CK id as a reference, or its name where it has none. */
export function shortReference(thing: Mention): Inline {
  return thing.label === '' ? thing.name : idReference(thing);
}

/** Labels listed in a cell, at most `most` of them; names stand in for missing labels. */
export function labelList(things: readonly Mention[], most = 8): readonly Inline[] {
  const shown = things.slice(0, most).map((thing) => [shortReference(thing)]);
  return [...inARow(shown), things.length > most ? `, … (${things.length})` : ''];
}

/** Pieces with something between them. */
export function inARow(parts: readonly (readonly Inline[])[], between = ', '): readonly Inline[] {
  return parts.flatMap((part, place) => (place === 0 ? part : [between, ...part]));
}

/** A citation with its date, as a link where it has an address; empty where there is none. */
export function citationLink(citation: Citation | undefined): Inline {
  if (citation === undefined) return '';
  const text = sayCitation(citation);
  return citation.url === undefined ? text : link(text, citation.url);
}

/** How sure a claimant is, to be put behind a name: `, suspected`, `, 50 % sure`; nothing where they do not say. */
export function sayConfidence(confidence: string): string {
  if (confidence === '') return '';
  return /^\d+$/.test(confidence) ? `, ${confidence} % sure` : `, ${confidence}`;
}

/** An issue on one line. */
export function sayIssue(issue: Issue): string {
  return formatIssue(issue).replaceAll(/\n\s*/gu, ' ');
}

/** A file and a line of it: `rules/a.yml:12`. */
export function sayPlace(place: Issue['place']): string {
  return [place?.file, place?.line].filter((part) => part !== undefined).join(':');
}

/** The day of a timestamp; empty where there is none. */
export function dayOf(timestamp: string | undefined): string {
  return timestamp?.slice(0, 10) ?? '';
}

/** Points of 100 with one decimal. */
export function points(value: number): string {
  return (100 * value).toFixed(1);
}

/** The same as a share, which no line breaks: `7.9 %`. */
export function pointShare(value: number): string {
  return `${points(value)}\u{A0}%`;
}

/** A share or a similarity in a cell of a spreadsheet: four decimals. */
export function rounded(value: number): number {
  return Number(value.toFixed(4));
}

/** A share of 1 in a cell of a spreadsheet; six decimals: more are noise, fewer would not add up. */
export function shareCell(value: number): Share {
  return share(Number(value.toFixed(6)));
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], joined = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joined} ${words.at(-1)}`;
}

/** With a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A title within a sentence: `proof 1 of 2`. */
export function inSentence(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** Platforms of analytics, each once, in order. */
export function platformsOf(analytics: readonly Analytic[]): readonly string[] {
  return distinct(analytics.flatMap(({ platforms }) => platforms));
}

/** Names of the log sources of analytics, each once, in order. */
export function logSourcesOf(analytics: readonly Analytic[]): readonly string[] {
  return distinct(analytics.flatMap(({ logSources }) => logSources.map(({ name }) => name)));
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}
