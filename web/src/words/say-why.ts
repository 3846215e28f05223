import type { Explanation } from '../api/answers.ts';
import { joined } from './scope.ts';

/** A sentence of parts, some of which stand out. */
export type SaidParts = readonly (string | { readonly strong: string })[];

/**
 * Why a fact holds, in one sentence or two: who reports it, what it follows from, or that nobody does.
 *
 * @param subject name of what is asked about, e.g. `APT29`
 */
export function sayWhy(
  explanation: Pick<Explanation, 'status' | 'proofs' | 'proofCount' | 'countIsExact' | 'fact'>,
): SaidParts {
  const { status, proofs, proofCount, countIsExact, fact } = explanation;
  const subject = fact.terms[0]?.name ?? 'it';
  const reported = proofs.find((proof) => proof.kind === 'reported');
  if (status === 'unknown')
    return ['No source reports that ', { strong: fact.sentence }, ', and no rule derives it.'];
  const sources = [...new Set((reported?.evidence ?? []).map(({ source }) => source.name))];
  const documents = new Set(
    (reported?.evidence ?? []).flatMap(({ citations }) => citations.map(({ name }) => name)),
  );
  const isReported: SaidParts =
    sources.length === 0
      ? []
      : [
          { strong: joined(sources) },
          sources.length === 1 ? ' reports it' : ' report it',
          documents.size === 0
            ? ', without citing a document.'
            : `, citing ${documents.size === 1 ? 'one document' : `${documents.size} documents`}.`,
        ];
  if (status === 'reported') return isReported;
  const through = throughOf(proofs, subject);
  const weights = proofs.flatMap((proof) => (proof.kind === 'derived' ? [proof.rule.weight] : []));
  const best = Math.max(0, ...weights);
  const total = BigInt(proofCount) - (status === 'reported and derived' ? 1n : 0n);
  const derived: SaidParts = [
    through.length === 0 ? 'It follows by rules' : `It follows because of `,
    ...(through.length === 0 ? [] : [{ strong: joined(through) }]),
    '. ',
    {
      strong: `${countIsExact ? '' : 'At least '}${total.toLocaleString('en')} ${total === 1n ? 'proof' : 'proofs'}`,
    },
    best > 0 ? `, the best holds ${Math.round(best * 100)} %.` : '.',
  ];
  return status === 'derived'
    ? [`No source reports it of ${subject} itself. `, ...derived]
    : [...isReported, ' ', ...derived];
}

/** What the proofs go through: things of their reported facts that are neither the subject nor what is asked about it; the first few. */
function throughOf(proofs: Explanation['proofs'], subject: string): readonly string[] {
  const names = proofs.flatMap((proof) =>
    proof.kind === 'derived'
      ? proof.premises
          .slice(0, 1)
          .flatMap(({ fact }) => fact.terms.flatMap(({ name }) => (name === subject ? [] : [name])))
      : [],
  );
  const distinct = [...new Set(names)];
  return distinct.length > 4 ? [...distinct.slice(0, 3), `${distinct.length - 3} more`] : distinct;
}
