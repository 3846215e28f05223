import {
  as,
  count,
  ExplainQuestion,
  list,
  oneOf,
  optional,
  shape,
  text,
  type Explanation,
  type ProofNode,
  type QuotedEvidence,
} from '../../../answers/index.ts';
import { count as counted, defined } from '../../../text/index.ts';
import { Quote, quoted } from '../../results/quotes.ts';
import { named, NamedThing } from '../../results/things.ts';
import { whyAddress } from '../../addresses.ts';
import { linkOf } from '../links.ts';
import { tool, type ToolAnswer } from '../../tool.ts';

/** How much of an explanation is given. */
const MOST = { relations: 5, proofs: 3, steps: 40, quotes: 4, whyNot: 12 } as const;

const Step = shape('ProofStep', 'A step of a proof: a fact, and how it is known.', {
  depth: count('0 for what is proved; what a step rests on follows it, one deeper'),
  fact: text('the fact in words'),
  known: oneOf(
    ['reported', 'derived'],
    'whether sources report it, or a rule derives it from the steps below',
  ),
  rule: optional(text('of a derived fact, why it follows, with the name of the rule')),
  evidence: list(Quote, 'of a reported fact, in which words sources report it; at most 4'),
});

const Reason = shape('FactReason', 'Why a relation holds between two things, or does not.', {
  fact: text('the fact in words'),
  relation: text('the relation, e.g. `uses`'),
  status: oneOf(
    ['reported', 'derived', 'reported and derived', 'unknown'],
    'how it is known; `unknown`: no source reports it and no rule derives it',
  ),
  proofs: text('how many different proofs there are, in decimal digits; the shortest are given'),
  steps: list(
    list(Step, 'one proof, from the fact down to what sources report'),
    'the proofs, shortest first',
  ),
  steps_left_out: count('steps of these proofs that are not given'),
  why_not: list(
    text('a sentence'),
    'of a fact that is not known, what is missing, and what is known instead',
  ),
});

export const explain = tool({
  name: 'explain',
  title: 'Why, or why not',
  description:
    'Says why two things stand in relation (a group and a technique, a group and a mitigation, a technique and its user), as proofs: each step with the rule that derives it, or the words in which sources report it and what they cite. Where nothing holds, says what is missing. Use it before you pass on a claim that matters.',
  asks: ['explain'],
  input: {
    subject: ExplainQuestion.shape.first,
    object: ExplainQuestion.shape.second,
    relation: ExplainQuestion.shape.relation,
    via: ExplainQuestion.shape.via,
    release: ExplainQuestion.shape.release,
  },
  output: {
    subject: as(NamedThing, 'the first thing, as it was understood'),
    object: as(NamedThing, 'the second'),
    reasons: list(
      Reason,
      'one for every relation that holds; for the likeliest that do not, where none holds',
    ),
  },
  example: { subject: 'Example Heron', object: 'T9001.001' },
  answer: async ({ subject, object, relation, via, release }, { ask }) => {
    const explained = await ask('explain', {
      first: subject,
      second: object,
      via,
      limit: MOST.proofs,
      ...defined({ relation, release }),
    });
    const { first, second, explanations } = explained.answer;
    const given = explanations.slice(0, MOST.relations);
    return {
      output: {
        subject: named(first),
        object: named(second),
        reasons: given.map(reasonOf),
      },
      text: given.map(sayReason).join(' '),
      from: [explained],
      cited: given.flatMap(({ proofs }) => proofs.flatMap(evidenceIn).flatMap(({ citations }) => citations)),
      why: [whyAddress(first, second)],
      links: [first, second].flatMap(linkOf),
    } satisfies ToolAnswer<unknown>;
  },
});

function reasonOf({ fact, status, proofCount, countIsExact, proofs, whyNot = [] }: Explanation) {
  const all = proofs.map((proof) => stepsOf(proof, 0));
  const steps = all.map((proof) => proof.slice(0, MOST.steps));
  return {
    fact: fact.sentence,
    relation: fact.relation,
    status,
    proofs: countIsExact ? proofCount : `at least ${proofCount}`,
    steps,
    steps_left_out: all.reduce((sum, { length }) => sum + Math.max(0, length - MOST.steps), 0),
    why_not: whyNot.slice(0, MOST.whyNot),
  };
}

/** A proof from top to bottom: what is concluded before what it rests on. */
function stepsOf(node: ProofNode, depth: number): readonly StepGiven[] {
  if (node.kind === 'reported') {
    const evidence = node.evidence.slice(0, MOST.quotes).flatMap((each) => quoteOf(each) ?? []);
    return [{ depth, fact: node.fact.sentence, known: node.kind, evidence }];
  }
  const { name, sentence, checks } = node.rule;
  const rule = [`${name}: ${sentence}`, ...checks].join('; ');
  const step = { depth, fact: node.fact.sentence, known: node.kind, rule, evidence: [] };
  return [step, ...node.premises.flatMap((premise) => stepsOf(premise, depth + 1))];
}

interface StepGiven {
  readonly depth: number;
  readonly fact: string;
  readonly known: 'reported' | 'derived';
  readonly rule?: string;
  readonly evidence: readonly Quote[];
}

/** The words of a source; where it has the fact as data alone, that it has. */
function quoteOf({ sentence, source, claimant, citations }: QuotedEvidence): Quote {
  const by = claimant === undefined ? source.name : `${claimant}, in ${source.name}`;
  const cites = citations[0] === undefined ? by : `${by}, citing ${citations[0].name}`;
  return quoted(sentence, cites) ?? { quoted_text: '', source: cites };
}

function evidenceIn(node: ProofNode): readonly QuotedEvidence[] {
  return node.kind === 'reported' ? node.evidence : node.premises.flatMap(evidenceIn);
}

function sayReason({ fact, status, proofCount, whyNot: [missing] = [] }: Explanation): string {
  if (status === 'unknown') return `Not known: ${fact.sentence}. ${missing ?? ''}`.trim();
  return `${fact.sentence}: ${status}, ${counted(Number(proofCount), 'proof')}.`;
}
