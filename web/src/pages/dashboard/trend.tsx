import type { ReactElement } from 'react';
import type { AnswerOf } from 'foeprint/answers';

const BOX = { width: 900, height: 150, foot: 22, side: 40 };

/** Shares over time, as a line with a value at each end. */
export function Trend({ points }: { readonly points: AnswerOf<'dashboard'>['trend'] }): ReactElement {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined)
    return (
      <p className="note">
        No coverage is kept, so there is no history. What <code>foeprint coverage import</code> keeps of each
        day stands here.
      </p>
    );
  const most = Math.max(0.05, ...points.map(({ share }) => share)) * 1.15;
  const x = (index: number): number =>
    points.length < 2 ? BOX.side : BOX.side + (index * (BOX.width - 2 * BOX.side)) / (points.length - 1);
  const y = (share: number): number => BOX.height - BOX.foot - (share / most) * (BOX.height - BOX.foot - 18);
  const line = points.map(({ share }, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(share)}`).join('');
  return (
    <svg
      className="trend"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      width="100%"
      role="img"
      aria-label={`From ${percent(first.share)} in ${first.label} to ${percent(last.share)} in ${last.label}, in ${points.length} steps`}
    >
      <path d={`M${BOX.side} ${BOX.height - BOX.foot}H${BOX.width - BOX.side}`} stroke="var(--rule)" />
      <path d={line} fill="none" stroke="var(--d4)" strokeWidth={2} />
      {points.map(({ label, share }, index) => (
        <circle key={label} cx={x(index)} cy={y(share)} r={3} fill="var(--d4)" />
      ))}
      {[...new Set([0, points.length - 1])].map((index) => (
        <g key={index}>
          <text x={x(index)} y={y(points[index]?.share ?? 0) - 8} textAnchor="middle">
            {percent(points[index]?.share ?? 0)}
          </text>
          <text x={x(index)} y={BOX.height - 6} textAnchor="middle">
            {points[index]?.label}
          </text>
        </g>
      ))}
    </svg>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
