import type { ReactElement } from 'react';
import type { Explanation } from '../../api/answers.ts';
import { drawnProofs } from '../../marks/proof-graph.ts';

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
      {facts.map(({ kind, x, y, width: wide, height: high, lines, documents }) => (
        <g key={`${x} ${y}`}>
          <rect
            className={`${kind}${kind === 'asked' && isDerived ? ' is-derived' : ''}`}
            x={x}
            y={y}
            width={wide}
            height={high}
          />
          {kind === 'reported' ? <rect className="warm" x={x} y={y} width={4} height={high} /> : null}
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
            <text className="mute" x={x + 10} y={y + high - 8}>
              {documents === 1 ? '1 document' : `${documents} documents`}
            </text>
          )}
        </g>
      ))}
      {rules.map(({ x, y, width: wide, height: high, words }) => (
        <g key={x}>
          <rect className="rule" x={x} y={y} width={wide} height={high} rx={11} />
          <text x={x + wide / 2} y={y + 15} textAnchor="middle">
            {words}
          </text>
        </g>
      ))}
      {ground === undefined ? null : <path className="ground" d={`M0 ${ground}H${width}`} />}
    </svg>
  );
}
