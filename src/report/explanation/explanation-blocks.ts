import {
  labelledSentence,
  sayAnswer,
  sayDeeper,
  sayProofNumber,
  sayReportedBy,
  sayWeight,
} from '../../answers/index.ts';
import type {
  QuotedEvidence,
  ExplainedFact,
  Explanation,
  ProofNode,
  ReportedProof,
} from '../../answers/index.ts';
import {
  bullets,
  figure,
  item,
  paragraph,
  type Block,
  type ListItem,
  emphasis,
  strong,
  type Inline,
} from '../../render/index.ts';
import { explanationMermaid, describeExplanation, explanationSvg } from '../../draw/index.ts';
import { citationLink, inSentence } from '../words.ts';

/**
 * An explanation as blocks of a report: the answer, then each proof as a nested list whose leaves quote their
 * sources. The question is left to a heading of the report, the notices to its end.
 */
export function explanationBlocks(explanation: Explanation): readonly Block[] {
  const quoted = new Map<string, string>();
  const reasons = explanation.whyNot ?? [];
  return [
    paragraph(sayAnswer(explanation)),
    ...(reasons.length === 0 ? [] : [bullets(reasons)]),
    ...explanation.proofs.flatMap((proof, index) => {
      const title = sayProofNumber(index, explanation);
      const tree = bullets([proofItem(proof, { title, quoted })]);
      return explanation.proofCount === '1' ? [tree] : [paragraph(strong(title)), tree];
    }),
  ];
}

/** An explanation's graph as a figure of a report: drawn in HTML, as Mermaid in Markdown, in words in a terminal. */
export function explanationFigure(explanation: Explanation, caption: string): Block {
  const drawing = {
    svg: explanationSvg(explanation),
    description: describeExplanation(explanation),
    mermaid: explanationMermaid(explanation),
  };
  return figure(drawing, caption);
}

interface Setting {
  /** What the proof being written is called. */
  readonly title: string;
  /** Which proof quotes the evidence of a fact. */
  readonly quoted: Map<string, string>;
}

function proofItem(proof: ProofNode, setting: Setting): ListItem {
  if (proof.kind === 'reported') return item(sayFactInline(proof.fact), ...reportedBlocks(proof, setting));
  const { rule, premises, fact, deeper } = proof;
  return item(
    [
      ...sayFactInline(fact),
      ` — because ${rule.sentence} `,
      emphasis(`(rule ${rule.name}, ${sayWeight(rule.weight)} confidence)`),
    ],
    bullets([
      ...premises.map((premise) => proofItem(premise, setting)),
      ...(deeper === undefined ? [] : [item([emphasis(sayDeeper(deeper))])]),
      ...rule.checks.map((check) => item([emphasis('checked:'), ` ${check}`])),
    ]),
  );
}

/** Names and verbs strong, labels not; spaces stand outside, as emphasis may not begin or end with one. */
function sayFactInline(fact: ExplainedFact): readonly Inline[] {
  return labelledSentence(fact).flatMap(({ text, isLabel }) =>
    isLabel ? [text] : [text.startsWith(' ') ? ' ' : '', strong(text.trim()), text.endsWith(' ') ? ' ' : ''],
  );
}

function reportedBlocks({ fact, evidence }: ReportedProof, setting: Setting): readonly Block[] {
  const before = setting.quoted.get(fact.key);
  setting.quoted.set(fact.key, before ?? setting.title);
  if (before === undefined) return [bullets(evidence.map(evidenceItem))];
  const sources = evidence.map(sayReportedBy).join(', ');
  const where = before === setting.title ? 'above' : `in ${inSentence(before)}`;
  return [bullets([`reported by ${sources}, as quoted ${where}`])];
}

function evidenceItem(evidence: QuotedEvidence): ListItem {
  const sentence = evidence.sentence.trim();
  const quoted = sentence === '' ? '' : `: “${sentence}”`;
  return item([
    emphasis('reported by'),
    ` ${sayReportedBy(evidence)}${quoted}`,
    ...evidence.citations.flatMap((cited, index) => [index === 0 ? ' — ' : '; ', citationLink(cited)]),
  ]);
}
