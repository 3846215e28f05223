import type { ReactElement } from 'react';
import type { Explanation } from '../../api/answers.ts';
import { drawnProofs, type DrawnFact, type DrawnRule } from '../../marks/proof-graph.ts';

/** Proofs as a picture: the asked fact on top, rules as pills with what they hand on, reported facts on the ground line. */
export function ProofGraph({ of }: { readonly of: Explanation }): ReactElement | null {
  const { width, height, facts, rules, edges, ground } = drawnProofs(of);
  if (rules.length === 0) return null;
  const isDerived = of.status === 'derived';
  return (
    <svg
      className="proof-graph"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`Proof graph: ${rules.map(({ words }) => words).join(', ')} ${rules.length === 1 ? 'derives' : 'derive'} that ${of.fact.sentence}`}
    >
      {edges.map((edge) => (
        <path key={edge} className="edge" d={edge} />
      ))}
      {facts.map((fact) => (
        <g key={`${fact.x} ${fact.y}`}>
          <FactBox of={fact} isDerived={isDerived} />
        </g>
      ))}
      {rules.map((rule) => (
        <g key={rule.x}>
          <RulePill of={rule} />
        </g>
      ))}
      {ground === undefined ? null : <path className="ground" d={`M0 ${ground}H${width}`} />}
    </svg>
  );
}

/** A fact as a box: solid with a warm edge where a source reports it, dashed where it is derived, marked where it is asked about. */
export function FactBox({
  of: { kind, x, y, width, height, lines, documents },
  isDerived,
}: {
  readonly of: DrawnFact;
  /** Whether what is asked about is derived only. */
  readonly isDerived: boolean;
}): ReactElement {
  return (
    <>
      <rect
        className={`${kind}${kind === 'asked' && isDerived ? ' is-derived' : ''}`}
        x={x}
        y={y}
        width={width}
        height={height}
      />
      {kind === 'reported' ? <rect className="warm" x={x} y={y} width={4} height={height} /> : null}
      {lines.map((line, index) => (
        <text
          key={line}
          x={x + 10}
          y={y + 17 + index * 14}
          className={kind === 'asked' ? 'on-asked' : ''}
          fontWeight={index === lines.length - 1 ? 640 : 450}
        >
          {line}
        </text>
      ))}
      {documents === undefined || documents === 0 ? null : (
        <text className="mute" x={x + 10} y={y + height - 8}>
          {documents === 1 ? '1 document' : `${documents} documents`}
        </text>
      )}
    </>
  );
}

/** A rule as a pill, with how much it hands on. */
export function RulePill({ of: { x, y, width, height, words } }: { readonly of: DrawnRule }): ReactElement {
  return (
    <>
      <rect className="rule" x={x} y={y} width={width} height={height} rx={11} />
      <text x={x + width / 2} y={y + 15} textAnchor="middle">
        {words}
      </text>
    </>
  );
}
