import type { ReactElement, ReactNode } from 'react';
import type { Explanation } from '../../api/answers.ts';
import { sayWhy, type SaidParts } from '../../words/say-why.ts';
import { ProofGraph } from './proof-graph.tsx';
import { Citations, Quote } from './quote.tsx';
import '../marks.css';
import './why.css';

type Proof = Explanation['proofs'][number];

const STATUS: Readonly<Record<Explanation['status'], string>> = {
  reported: 'Reported',
  derived: 'Derived',
  'reported and derived': 'Reported and derived',
  unknown: 'Not reported, not derived',
};

/** Why a fact holds or does not: a sentence, the proofs as a picture, then each proof with its quotes and documents. */
export function Why({
  of,
  level = 2,
  most = 3,
  picture,
  actions,
}: {
  readonly of: Explanation;
  readonly level?: 2 | 3;
  /** Proofs that are shown; the count says how many there are. */
  readonly most?: number;
  /** In place of the picture of the first two proofs. */
  readonly picture?: ReactNode;
  readonly actions?: ReactNode;
}): ReactElement {
  const Heading = `h${level}` as const;
  const shown = of.proofs.slice(0, most);
  const more = BigInt(of.proofCount) - BigInt(shown.length);
  const [, second] = of.fact.terms;
  return (
    <div className="reasons">
      <p className="note">
        <i
          className={`swatch ${of.status === 'unknown' ? 'none' : of.status === 'derived' ? 'derived' : 'reported'}`}
          aria-hidden="true"
        />
        {STATUS[of.status]}
        {second === undefined || second.label === '' ? null : (
          <>
            {' '}
            · <span className="id">{second.label}</span>
          </>
        )}
      </p>
      <Heading>{shortQuestion(of)}</Heading>
      <p className="say">
        <Said parts={sayWhy(of)} />
      </p>
      {picture ?? <ProofGraph of={of} />}
      {of.whyNot === undefined ? null : (
        <ul className="missing" aria-label="What is missing">
          {of.whyNot.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className="proof-list">
        {shown.map((proof, index) => (
          <div className="proof" key={`${index} ${proof.fact.key}`}>
            <h3>
              <span>{of.proofs.length === 1 ? 'Proof' : `Proof ${index + 1}`}</span>
              {proof.kind === 'derived' ? (
                <span className="faint">
                  rule <code>{proof.rule.name}</code> × {proof.rule.weight}
                </span>
              ) : null}
            </h3>
            {proof.kind === 'reported' ? (
              <Step of={proof} />
            ) : (
              proof.premises.map((premise) => <Step key={premise.fact.key} of={premise} />)
            )}
          </div>
        ))}
      </div>
      {more > 0n ? (
        <p className="note">
          {of.countIsExact ? '' : 'At least '}
          {more.toLocaleString('en')} more {more === 1n ? 'proof' : 'proofs'}.
        </p>
      ) : null}
      {actions === undefined ? null : <div className="acts">{actions}</div>}
    </div>
  );
}

/** One fact of a proof: reported with its words and documents, derived with what it follows from. */
function Step({ of }: { readonly of: Proof }): ReactElement {
  return (
    <div className={`step ${of.kind}`} data-fact={of.fact.key} tabIndex={-1}>
      <b>{of.fact.sentence}</b>
      {of.kind === 'derived' ? (
        <>
          <span className="cite">
            rule <code>{of.rule.name}</code> × {of.rule.weight}
          </span>
          {of.premises.map((premise) => (
            <Step key={premise.fact.key} of={premise} />
          ))}
        </>
      ) : (
        of.evidence.map((evidence) => (
          <div key={evidence.reportedIn}>
            {evidence.sentence === '' ? (
              <span className="cite">
                {evidence.source.name} reports this{' '}
                {evidence.status === undefined ? '' : `as ${evidence.status}, `}without a sentence.
              </span>
            ) : (
              <>
                <Quote>{evidence.sentence}</Quote>
                {evidence.citations.length === 0 || evidence.claimant !== undefined ? (
                  <span className="cite">
                    {[...new Set([evidence.claimant ?? evidence.source.name, evidence.source.name])].join(
                      ', in ',
                    )}
                    {evidence.status === undefined ? '' : `: ${evidence.status}`}
                  </span>
                ) : null}
              </>
            )}
            <Citations of={evidence.citations} />
          </div>
        ))
      )}
    </div>
  );
}

/** Text with parts that stand out. */
export function Said({ parts }: { readonly parts: SaidParts }): ReactElement {
  return (
    <>
      {parts.map((part, index) =>
        // A part is its place in the sentence.
        typeof part === 'string' ? part : <b key={`${index} ${part.strong}`}>{part.strong}</b>,
      )}
    </>
  );
}

/** `Why is it that APT29 (G0016) uses PowerShell (T1059.001)?` without the ids, which stand above it. */
function shortQuestion({ fact, status }: Explanation): string {
  return status === 'unknown'
    ? `Why is it not known that ${fact.sentence}?`
    : `Why is it that ${fact.sentence}?`;
}
