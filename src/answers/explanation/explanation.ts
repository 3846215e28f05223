import type * as z from 'zod/mini';
import { AnswerSource } from '../envelope.ts';
import { Citation } from './evidence.ts';
import { Mention } from './mention.ts';
import { count, either, list, number, oneOf, optional, shape, text, truth, type Of } from '../schema.ts';

export const QuotedEvidence = shape(
  'QuotedEvidence',
  'What a source gives for a fact: in which words, citing what.',
  {
    source: AnswerSource,
    reportedIn: text('STIX id of the object that reports the fact'),
    sentence: text('the sentence as the source gives it; empty where there is none'),
    citations: list(Citation, 'documents that are cited for it'),
    claimant: optional(text('whose claim it is, where the source passes on somebody else’s')),
    confidence: optional(text('how sure the source is, in its own words: `likely`, `50` (per cent)')),
    extractedBy: optional(
      text('name of the pattern that read it out of prose; absent where it is given as data'),
    ),
    status: optional(text('what an analyst holds of it, e.g. `confirmed`')),
    created: optional(text('when the reporting object was made: a timestamp')),
    modified: optional(text('when it was last changed: a timestamp')),
    firstSeen: optional(text('when the behaviour was first observed: a timestamp')),
    lastSeen: optional(text('when it was last observed: a timestamp')),
    withdrawn: optional(oneOf(['revoked', 'deprecated'], 'present where the source has withdrawn it')),
    reportedAs: optional(list(text('an id'), 'ids under which it is reported that have been replaced since')),
    markings: list(text('STIX id of a marking'), 'markings that cover it'),
  },
);
export type QuotedEvidence = Of<typeof QuotedEvidence>;

const FACT = {
  key: text('key of the fact within the explanation'),
  relation: text('name of the relation'),
  terms: list(Mention, 'the things related, in order'),
  sentence: text('the fact in words: `Orangeworm uses Kwampirs`'),
};

export const ExplainedFact = shape('ExplainedFact', 'A fact in words.', FACT);
export type ExplainedFact = Of<typeof ExplainedFact>;

export const AppliedRule = shape('AppliedRule', 'A rule as it was applied.', {
  name: text('its name'),
  sentence: text('why the conclusion follows, with names filled in'),
  weight: number('confidence that it hands on, 0 … 1'),
  checks: list(text('a sentence'), 'negated premises and comparisons that held'),
});
export type AppliedRule = Of<typeof AppliedRule>;

export const ReportedProof = shape('ReportedProof', 'A fact that sources report: a leaf of a proof.', {
  kind: oneOf(['reported'], 'that it is reported'),
  fact: ExplainedFact,
  evidence: list(QuotedEvidence, 'what sources give for it, in the order of loading'),
});
export type ReportedProof = Of<typeof ReportedProof>;

/** A fact that a rule derives, with the proofs of its premises. */
export interface DerivedProof {
  readonly kind: 'derived';
  readonly fact: ExplainedFact;
  readonly rule: AppliedRule;
  readonly premises: readonly ProofNode[];
  readonly deeper?: number;
}

/** One proof, as a tree whose leaves are reported. */
export type ProofNode = ReportedProof | DerivedProof;

const DerivedProof = shape('DerivedProof', 'A fact that a rule derives, with the proofs of its premises.', {
  kind: oneOf(['derived'], 'that it is derived'),
  fact: ExplainedFact,
  rule: AppliedRule,
  // By its type, since a proof holds proofs.
  get premises(): z.ZodMiniType<readonly ProofNode[]> {
    return list(
      either(ReportedProof, DerivedProof, 'a proof'),
      'empty where the proof goes on below what is shown',
    );
  },
  deeper: optional(
    count(
      'rule applications above each other that lie below and are not shown, in proofs too deep to be read',
    ),
  ),
});

const GraphFact = shape('GraphFact', 'A fact of the graph of an explanation.', {
  ...FACT,
  evidence: list(QuotedEvidence, 'what sources give for it; empty where it is only derived'),
});
export type GraphFact = Of<typeof GraphFact>;

const GraphDerivation = shape(
  'GraphDerivation',
  'A derivation of the graph: from premises to a conclusion.',
  {
    conclusion: text('key of the fact derived'),
    rule: AppliedRule,
    premises: list(text('key of a fact'), 'the facts that it rests on'),
  },
);
export type GraphDerivation = Of<typeof GraphDerivation>;

const ExplanationGraph = shape('ExplanationGraph', 'All proofs at once, as nodes and edges.', {
  facts: list(GraphFact, 'every fact that takes part in a proof'),
  reported: count('how many of them a source reports'),
  derivations: list(GraphDerivation, 'every derivation that takes part'),
});
export type ExplanationGraph = Of<typeof ExplanationGraph>;

/** Why a fact holds, or does not. */
export const Explanation = shape('Explanation', 'Why a fact holds, or does not.', {
  question: text('what was asked, in words'),
  fact: ExplainedFact,
  status: oneOf(
    ['reported', 'derived', 'reported and derived', 'unknown'],
    'how the fact is known; unknown where no source reports it and no rule derives it',
  ),
  proofCount: text(
    'how many different proofs there are, in decimal digits (may exceed 2^53); being reported is one',
  ),
  countIsExact: truth('false where counting stopped at its budget: then there are at least so many'),
  proofs: list(
    either(ReportedProof, DerivedProof, 'a proof'),
    'proofs, shortest first; as many as were asked for',
  ),
  graph: ExplanationGraph,
  whyNot: optional(list(text('a sentence'), 'of a fact that is not known, what is missing')),
});
export type Explanation = Of<typeof Explanation>;
