import type { Citation } from './evidence.ts';
import type { ExplainedFact, Explanation, QuotedEvidence } from './explanation.ts';
import { groupDigits } from '../../text/index.ts';
import { sayReportedAs } from '../groups/say-use.ts';

/** How the answer is known, in words; every form of an explanation says it the same way. */
const STATUS: Readonly<Record<Explanation['status'], string>> = {
  reported: 'Reported by a source.',
  derived: 'Derived by rules; no source reports it directly.',
  'reported and derived': 'Reported by a source, and derived by rules as well.',
  unknown: 'Not known: no source reports it, and no rule derives it.',
};

/** The answer in a sentence or two: how it is known, in how many ways, and how many of them are shown. */
export function sayAnswer(explanation: Explanation): string {
  const { proofs, proofCount, status } = explanation;
  const all = String(proofs.length) === proofCount || status === 'unknown';
  return all
    ? sayStatus(explanation)
    : `${sayStatus(explanation).slice(0, -1)}, of which ${proofs.length} shown.`;
}

/** How it is known, and in how many ways. */
export function sayStatus({ status, proofCount, countIsExact }: Explanation): string {
  if (status === 'unknown' || (status === 'reported' && proofCount === '1')) return STATUS[status];
  const least = countIsExact ? '' : 'At least ';
  return `${STATUS[status]} ${least}${groupDigits(proofCount)} ${proofCount === '1' ? 'proof' : 'proofs'}.`;
}

/** `Proof 2 of 1,729`; `Proof` where there is only one. */
export function sayProofNumber(index: number, { proofCount, countIsExact }: Explanation): string {
  if (proofCount === '1') return 'Proof';
  return `Proof ${index + 1} of ${countIsExact ? '' : 'at least '}${groupDigits(proofCount)}`;
}

/** A part of a sentence: words, or the short label of a thing just named. */
export interface SentencePart {
  readonly text: string;
  readonly isLabel: boolean;
}

/**
 * A fact's sentence with the label of each term after its name: `Orangeworm (G0071) uses Kwampirs (S0236)`.
 * Labels whose name the sentence does not contain stand at its end.
 */
export function labelledSentence(fact: ExplainedFact): readonly SentencePart[] {
  const parts: SentencePart[] = [];
  const left: string[] = [];
  let from = 0;
  for (const { name, label } of fact.terms) {
    if (label === '' || fact.sentence.includes(label)) continue;
    const at = name === '' ? -1 : fact.sentence.indexOf(name, from);
    if (at < 0) {
      left.push(label);
      continue;
    }
    const end = at + name.length;
    parts.push(
      { text: fact.sentence.slice(from, end), isLabel: false },
      { text: ` (${label})`, isLabel: true },
    );
    from = end;
  }
  parts.push({ text: fact.sentence.slice(from), isLabel: false });
  if (left.length > 0) parts.push({ text: ` (${left.join(', ')})`, isLabel: true });
  return parts.filter(({ text }) => text !== '');
}

/** {@link labelledSentence} as one text. */
export function sayFact(fact: ExplainedFact): string {
  return labelledSentence(fact)
    .map(({ text }) => text)
    .join('');
}

/** The fields of evidence that say who reports a fact. */
type Reporting = Pick<
  QuotedEvidence,
  | 'source'
  | 'claimant'
  | 'confidence'
  | 'status'
  | 'extractedBy'
  | 'reportedAs'
  | 'firstSeen'
  | 'lastSeen'
  | 'withdrawn'
>;

/** Who reports it, and what is to be minded about that: `Enterprise ATT&CK 18.1; observed 2020-01 to 2021-03`. */
export function sayReportedBy(evidence: Reporting): string {
  return [
    evidence.source.name,
    ...sayClaim(evidence),
    ...(evidence.extractedBy === undefined ? [] : [sayExtraction(evidence.extractedBy)]),
    ...(evidence.reportedAs === undefined ? [] : [sayReportedAs(evidence.reportedAs)]),
    ...saySeen(evidence.firstSeen, evidence.lastSeen),
    ...(evidence.withdrawn === undefined ? [] : [`${evidence.withdrawn} by the source`]),
  ].join('; ');
}

/** That the source reports it in prose only, and by which pattern it was read. */
function sayExtraction(pattern: string): string {
  return `derived: read out of the text by pattern ${pattern}`;
}

/** Whose claim it is, unless the name of the source shows it already, and how sure they are. */
function sayClaim({ source, claimant, confidence, status }: Reporting): readonly string[] {
  const isOwn = claimant === undefined || source.name.includes(claimant);
  return [
    ...(isOwn ? [] : [`according to ${claimant}`]),
    ...(confidence === undefined ? [] : [`confidence: ${confidence}`]),
    ...(status === undefined ? [] : [status]),
  ];
}

function saySeen(first: string | undefined, last: string | undefined): readonly string[] {
  if (first !== undefined && last !== undefined) return [`observed ${day(first)} to ${day(last)}`];
  if (first !== undefined) return [`first observed ${day(first)}`];
  return last === undefined ? [] : [`last observed ${day(last)}`];
}

const day = (timestamp: string): string => timestamp.slice(0, 10);

/** `ESET Lazarus Jun 2020 (2020-06-17)`, without its address. */
export function sayCitation({ name, published }: Citation): string {
  return published === undefined ? name : `${name} (${published})`;
}

/** `0.6` → `60 %`, rounded to whole percents. */
export function sayWeight(weight: number): string {
  return `${Math.round(weight * 100)} %`;
}

/** `reported by Enterprise ATT&CK 18.1 and 2 more (3 documents)`, counting the documents cited. */
export function sayWhoReports(evidence: readonly QuotedEvidence[]): string {
  const names = [...new Set(evidence.map(({ source }) => source.name))];
  const others = names.length > 1 ? ` and ${names.length - 1} more` : '';
  const cited = new Set(evidence.flatMap(({ citations }) => citations.map(({ name }) => name))).size;
  const citing = cited === 0 ? '' : ` (${cited} ${cited === 1 ? 'document' : 'documents'})`;
  return `reported by ${names[0] ?? 'nobody'}${others}${citing}`;
}

/** `12 more derivations not drawn`. */
export function sayUndrawn(count: number): string {
  return `${groupDigits(count)} more ${count === 1 ? 'derivation' : 'derivations'} not drawn`;
}

/** For a proof that goes on below what is shown. */
export function sayDeeper(deeper: number): string {
  const steps = deeper === 1 ? 'one more step' : `${String(deeper)} more steps`;
  return `this rests on ${steps} below, not shown: ask for an explanation of this fact`;
}
