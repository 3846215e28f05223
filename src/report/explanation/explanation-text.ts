import {
  labelledSentence,
  sayAnswer,
  sayCitation,
  sayDeeper,
  sayProofNumber,
  sayReportedBy,
  sayWeight,
} from '../../answers/index.ts';
import type {
  Citation,
  Envelope,
  ExplainAnswer,
  QuotedEvidence,
  DerivedProof,
  ExplainedFact,
  Explanation,
  ProofNode,
  ReportedProof,
} from '../../answers/index.ts';
import { oneLine } from '../../text/index.ts';
import {
  PLAIN_STYLE,
  paint,
  spacedLike,
  span,
  type Line,
  type Span,
  type TextOptions,
  type StyleName,
  wrap,
  WIDEST_PROSE,
  wrapWithin,
} from '../../render/index.ts';
import { inSentence } from '../words.ts';

/**
 * An explanation for a terminal or a text file: the question, the answer, then each proof as a tree whose leaves
 * quote their sources. The evidence of a fact is quoted where it comes first; later leaves refer back to it.
 * Everything from outside is neutralised. Ends with a line feed.
 */
export function explanationText(explanation: Explanation, options: TextOptions = {}): string {
  const { width = 100, style = PLAIN_STYLE } = options;
  const quoted = new Map<string, string>();
  const lines: Line[] = [
    ...wrap([outside(explanation.question, 'heading')], width),
    [],
    ...wrap(
      [outside(sayAnswer(explanation), explanation.status === 'unknown' ? 'warning' : 'strong')],
      width,
    ),
    ...(explanation.whyNot ?? []).flatMap((reason) => wrapWithin([outside(reason)], width, '  • ', '    ')),
    ...explanation.proofs.flatMap((proof, index) => {
      const title = sayProofNumber(index, explanation);
      const heading: readonly Line[] = explanation.proofCount === '1' ? [] : [[span(title, 'heading')], []];
      return [[], ...heading, ...proofLines(proof, { width, title, quoted }, '', '')];
    }),
  ];
  return lines.map((line) => `${paint(line, style)}\n`).join('');
}

/** Explanations one after the other, with the notices of the sources that they quote. */
export function explanationsText(
  { explanations }: ExplainAnswer,
  { notices }: Pick<Envelope, 'notices'>,
  options: TextOptions,
): string {
  const { style = PLAIN_STYLE, hasNotices = true } = options;
  const width = Math.min(options.width ?? 100, WIDEST_PROSE);
  return [
    ...explanations.map((explanation) => explanationText(explanation, options)),
    ...(hasNotices ? notices : []).map((notice) =>
      wrap([outside(notice, 'muted')], width)
        .map((line) => `${paint(line, style)}\n`)
        .join(''),
    ),
  ].join('\n');
}

interface Setting {
  readonly width: number;
  /** What the proof being written is called. */
  readonly title: string;
  /** Which proof quotes the evidence of a fact. */
  readonly quoted: Map<string, string>;
}

/** `first` stands before the fact, `rest` before everything under it. */
function proofLines(proof: ProofNode, setting: Setting, first: string, rest: string): readonly Line[] {
  const hangs = proof.kind === 'derived' ? '│  ' : '   ';
  return [
    ...wrapWithin(factSpans(proof.fact), setting.width, first, rest + hangs),
    ...(proof.kind === 'reported'
      ? reportedLines(proof, setting, rest + hangs)
      : derivedLines(proof, setting, rest)),
  ];
}

function derivedLines(
  { rule, premises, deeper }: DerivedProof,
  setting: Setting,
  rest: string,
): readonly Line[] {
  const because = [span('because ', 'derived'), outside(rule.sentence)];
  const name = [
    span('rule ', 'muted'),
    outside(rule.name, 'rule'),
    span(`, ${sayWeight(rule.weight)} confidence`, 'muted'),
  ];
  const under = rest + (premises.length + rule.checks.length > 0 || deeper !== undefined ? '│  ' : '   ');
  const branches: readonly Branch[] = [
    ...(deeper === undefined ? [] : [noteBranch([span(sayDeeper(deeper), 'muted')], setting)]),
    ...premises.map(
      (premise): Branch =>
        (first, next) =>
          proofLines(premise, setting, first, next),
    ),
    ...rule.checks.map((check) => noteBranch([span('checked: ', 'derived'), outside(check)], setting)),
  ];
  return [
    ...wrapWithin(because, setting.width, under),
    ...wrapWithin(name, setting.width, under),
    ...branches.flatMap((branch, index) =>
      index < branches.length - 1 ? branch(`${rest}├─ `, `${rest}│  `) : branch(`${rest}└─ `, `${rest}   `),
    ),
  ];
}

type Branch = (first: string, rest: string) => readonly Line[];

function noteBranch(note: readonly Span[], { width }: Setting): Branch {
  return (first, rest) => wrapWithin(note, width, first, `${rest}   `);
}

function reportedLines({ fact, evidence }: ReportedProof, setting: Setting, prefix: string): readonly Line[] {
  const before = setting.quoted.get(fact.key);
  setting.quoted.set(fact.key, before ?? setting.title);
  const sources = evidence.map((one) => oneLine(sayReportedBy(one)));
  if (before === undefined) return evidence.flatMap((one) => evidenceLines(one, setting, prefix));
  const where = before === setting.title ? 'as quoted above' : `as quoted in ${inSentence(before)}`;
  return wrapWithin([span(`reported by ${sources.join(', ')}, ${where}`, 'reported')], setting.width, prefix);
}

function evidenceLines(evidence: QuotedEvidence, { width }: Setting, prefix: string): readonly Line[] {
  const sentence = oneLine(evidence.sentence);
  return [
    ...wrapWithin(
      [span('reported by ', 'reported'), outside(sayReportedBy(evidence), 'reported')],
      width,
      prefix,
    ),
    ...(sentence === '' ? [] : wrapWithin([span(`“${sentence}”`, 'quote')], width, prefix)),
    ...evidence.citations.flatMap((citation) => citationLines(citation, width, prefix)),
  ];
}

function citationLines(citation: Citation, width: number, prefix: string): readonly Line[] {
  const name = outside(sayCitation(citation));
  const address = citation.url === undefined ? [] : [span(' '), outside(citation.url, 'link')];
  return wrapWithin([name, ...address], width, `${prefix}· `, `${prefix}  `);
}

function factSpans(fact: ExplainedFact): readonly Span[] {
  return labelledSentence(fact).map(({ text, isLabel }) =>
    span(spacedLike(text, oneLine(text)), isLabel ? 'muted' : 'strong'),
  );
}

/** Text from outside, neutralised. */
function outside(text: string, style?: StyleName): Span {
  return span(oneLine(text), style);
}
