import type {
  AnswerSource,
  AppliedRule,
  Citation,
  DerivedProof,
  ExplainedFact,
  Mention,
  Explanation,
  ExplanationGraph,
  GraphFact,
  ProofNode,
  QuotedEvidence,
  ReportedProof,
} from '../../../src/answers/index.ts';

/** Invented adversaries, and explanations about them, for the tests of every form of export. */

const source: AnswerSource = { id: 'example-attack@1.2', name: 'Example ATT&CK 1.2' };

export function term(type: string, label: string, name: string): Mention {
  const digits = label.replace(/\D/gu, '').padStart(12, '0');
  return { id: `${type}--00000000-0000-4000-8000-${digits}`, type, name, label };
}

export const heron = term('intrusion-set', 'G9001', 'Example Heron');
export const mudlark = term('malware', 'S9004', 'MUDLARK');
export const lowTide = term('campaign', 'C9001', 'Operation Low Tide');
export const shuffling = term('attack-pattern', 'T9901.002', 'Paper Shuffling: Carbon Copies');
export const drawers = term('course-of-action', 'M9901', 'Locked Drawers');

export function fact(relation: string, verb: string, subject: Mention, object: Mention): ExplainedFact {
  return {
    key: `${relation}(${subject.id},${object.id})`,
    relation,
    terms: [subject, object],
    sentence: `${subject.name} ${verb} ${object.name}`,
  };
}

const harbour: Citation = {
  name: 'Harbour Watch Heron May 2024',
  description:
    'Quill, A. and Rook, B. (2024, May 7). Wading in: how Example Heron copies paper. Retrieved June 1, 2024.',
  url: 'https://research.example.org/2024/05/wading-in-how-example-heron-copies-paper-without-being-seen.html',
  published: '2024-05-07',
};
const tideline: Citation = {
  name: 'Tideline Mudlark 2023',
  url: 'https://tideline.example.org/mudlark',
  published: '2023',
};

export function evidence(
  relationship: string,
  sentence: string,
  citations: readonly Citation[],
): QuotedEvidence {
  return {
    source,
    reportedIn: `relationship--00000000-0000-4000-9000-${relationship.padStart(12, '0')}`,
    sentence,
    citations,
    created: '2024-06-01T00:00:00.000Z',
    modified: '2024-06-02T00:00:00.000Z',
    markings: ['marking-definition--00000000-0000-4000-8000-000000000001'],
  };
}

export const usesMudlark: ReportedProof = {
  kind: 'reported',
  fact: fact('uses', 'uses', heron, mudlark),
  evidence: [
    evidence(
      '1',
      'Example Heron has used MUDLARK to wade through the filing cabinets of paper mills and telephone exchanges since at least 2022.',
      [harbour, tideline],
    ),
  ],
};
export const mudlarkShuffles: ReportedProof = {
  kind: 'reported',
  fact: fact('uses', 'uses', mudlark, shuffling),
  evidence: [evidence('2', 'MUDLARK can make carbon copies of whatever lies on top of a pile.', [tideline])],
};
const tideByHeron: ReportedProof = {
  kind: 'reported',
  fact: fact('attributed-to', 'is attributed to', lowTide, heron),
  evidence: [evidence('3', '', [harbour])],
};
const tideShuffles: ReportedProof = {
  kind: 'reported',
  fact: fact('uses', 'uses', lowTide, shuffling),
  evidence: [
    {
      ...evidence('4', 'During Operation Low Tide, clerks were found to hold carbon copies.', [
        { name: 'Clerk Ledger', description: 'An undated ledger.' },
      ]),
      firstSeen: '2023-01-15T00:00:00.000Z',
      lastSeen: '2023-04-01T00:00:00.000Z',
    },
  ],
};

export function rule(
  name: string,
  sentence: string,
  weight: number,
  checks: readonly string[] = [],
): AppliedRule {
  return { name, sentence, weight, checks };
}

const goal = fact('indirectly-uses', 'indirectly uses', heron, shuffling);
const check = 'no source says that Example Heron uses Paper Shuffling: Carbon Copies directly';

const throughSoftware: DerivedProof = {
  kind: 'derived',
  fact: goal,
  rule: rule(
    'use-through-software',
    'Example Heron uses MUDLARK, which uses Paper Shuffling: Carbon Copies',
    0.6,
    [check],
  ),
  premises: [usesMudlark, mudlarkShuffles],
};
const throughCampaign: DerivedProof = {
  kind: 'derived',
  fact: goal,
  rule: rule(
    'use-by-attribution',
    'Operation Low Tide, attributed to Example Heron, uses Paper Shuffling: Carbon Copies',
    0.8,
    [check],
  ),
  premises: [tideByHeron, tideShuffles],
};
const mitigatesShuffling: ReportedProof = {
  kind: 'reported',
  fact: fact('mitigates', 'mitigates', drawers, shuffling),
  evidence: [evidence('5', 'Keep carbon paper in locked drawers.', [])],
};
const drawersForHeron: DerivedProof = {
  kind: 'derived',
  fact: fact('relevant-to', 'is relevant to', drawers, heron),
  rule: rule(
    'mitigation-for-group',
    'Locked Drawers mitigates Paper Shuffling: Carbon Copies, which Example Heron uses',
    1,
  ),
  premises: [throughSoftware, mitigatesShuffling],
};

/** The graph of some proofs: every fact once, every derivation once. */
export function graphOf(proofs: readonly ProofNode[]): ExplanationGraph {
  const facts = new Map<string, GraphFact>();
  const derivations = new Map<string, ExplanationGraph['derivations'][number]>();
  const visit = (proof: ProofNode): void => {
    const reports = proof.kind === 'reported' ? proof.evidence : (facts.get(proof.fact.key)?.evidence ?? []);
    facts.set(proof.fact.key, { ...proof.fact, evidence: reports });
    if (proof.kind === 'reported') return;
    const premises = proof.premises.map((premise) => premise.fact.key);
    derivations.set([proof.fact.key, proof.rule.name, ...premises].join('|'), {
      conclusion: proof.fact.key,
      rule: proof.rule,
      premises,
    });
    proof.premises.forEach(visit);
  };
  proofs.forEach(visit);
  const reported = [...facts.values()].filter((each) => each.evidence.length > 0).length;
  return { facts: [...facts.values()], reported, derivations: [...derivations.values()] };
}

function explanation(
  question: string,
  proofs: readonly [ProofNode, ...ProofNode[]],
  rest: Partial<Explanation> = {},
): Explanation {
  return {
    question,
    fact: proofs[0].fact,
    status: proofs[0].kind,
    proofCount: String(proofs.length),
    countIsExact: true,
    proofs,
    graph: graphOf(proofs),
    ...rest,
  };
}

/** A fact that does what outside text can do to a page, a terminal or a diagram. */
const nastyName = 'A "quoted" <b>name</b> | with #35; [brackets] & `ticks`\u001b[31m\u202e\nend';
const nastyGroup = term('intrusion-set', 'G"<1>', nastyName);
const nasty: ReportedProof = {
  kind: 'reported',
  fact: fact('uses', 'uses', nastyGroup, mudlark),
  evidence: [
    evidence('6', '<script>alert(1)</script> ![x](javascript:alert(1)) --> ]]> {{7*7}} %% style a:#b;', [
      { name: '<img src=x>', url: 'javascript:alert(1)', published: '2020' },
      { name: 'click', url: 'https://example.org/"><script>alert(1)</script>' },
    ]),
  ],
};

export const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  'derived-two-proofs': explanation(
    'Why does Example Heron (G9001) use Paper Shuffling: Carbon Copies (T9901.002)?',
    [throughSoftware, throughCampaign],
  ),
  reported: explanation('Why does Example Heron (G9001) use MUDLARK (S9004)?', [usesMudlark]),
  'derived-in-two-steps': explanation(
    'Why is Locked Drawers (M9901) relevant to Example Heron (G9001)?',
    [drawersForHeron],
    { proofCount: '123456', countIsExact: false },
  ),
  unknown: {
    ...explanation('Why does Example Heron (G9001) target Paper Mills?', [usesMudlark]),
    fact: fact('targets', 'targets', heron, term('identity', '', 'Paper Mills')),
    status: 'unknown',
    proofCount: '0',
    proofs: [],
    graph: { facts: [], reported: 0, derivations: [] },
    whyNot: [
      'target-by-attribution: Operation Low Tide is attributed to Example Heron, but nothing says what Operation Low Tide targets.',
      'No other rule concludes “targets”.',
    ],
  },
  nasty: explanation(`Why does ${nastyName} use MUDLARK?`, [nasty]),
};

/** One goal with `count` ways to it, each over a software of its own, every third one step longer. */
export function wideExplanation(count: number): Explanation {
  const proofs = Array.from({ length: count }, (_, index): DerivedProof => {
    const software = term('malware', `S${1000 + index}`, `Implement ${index}`);
    const loader = term('tool', `S${5000 + index}`, `Loader ${index}`);
    const uses = (subject: Mention, object: Mention): ReportedProof => ({
      kind: 'reported',
      fact: fact('uses', 'uses', subject, object),
      evidence: [evidence(String(index), '', [tideline])],
    });
    const viaLoader: DerivedProof = {
      kind: 'derived',
      fact: fact('indirectly-uses', 'indirectly uses', software, shuffling),
      rule: rule('use-through-software', 'through the loader', 0.6),
      premises: [uses(software, loader), uses(loader, shuffling)],
    };
    return {
      kind: 'derived',
      fact: goal,
      rule: rule('use-through-software', 'through software', 0.6),
      premises: [uses(heron, software), index % 3 === 0 ? viaLoader : uses(software, shuffling)],
    };
  });
  const [first] = proofs;
  if (first === undefined) throw new Error('count must be at least 1');
  return explanation('Why so many?', [first], { proofCount: String(count), graph: graphOf(proofs) });
}
