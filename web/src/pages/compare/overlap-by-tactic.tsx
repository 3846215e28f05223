import { useMemo, type ReactElement } from 'react';
import { StackBar } from '../../kit/charts/bars.tsx';
import { Section } from '../../kit/layout.tsx';
import '../../kit/table.css';
import { overlapByTactic } from '../../marks/groups/compare-matrix.ts';
import { spelledOut } from '../../words/every.ts';
import type { Comparison } from './compared.ts';

const WIDTH = 260;

/** By tactic, how many techniques all, all but one … one of the groups use. */
export function OverlapByTactic({ answer }: { readonly answer: Comparison }): ReactElement {
  const rows = useMemo(() => overlapByTactic(answer), [answer]);
  const count = answer.groups.length;
  const most = Math.max(1, ...rows.map(({ all }) => all));
  return (
    <Section
      title="Overlap by tactic"
      about={`techniques and sub-techniques, each apart, by how many of the ${spelledOut(count)} use them`}
    >
      <div className="scroll" role="region" aria-label="Techniques by tactic" tabIndex={0}>
        <table className="overlap-by-tactic" aria-label="Overlap by tactic">
          <thead>
            <tr>
              <th scope="col">Tactic</th>
              <th scope="col">Used by {answer.groups.map((_, index) => count - index).join(' · ')}</th>
              <th scope="col" className="number">
                All {spelledOut(count)}
              </th>
              <th scope="col" className="number">
                Of
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, by, all }) => (
              <tr key={id}>
                <td className="no-wrap">{name}</td>
                <td>
                  <span className="unseen">
                    {by.map((each, index) => `${each} by ${count - index}`).join(', ')}
                  </span>
                  <StackBar
                    width={WIDTH}
                    parts={by.map((each, index) => ({
                      key: String(index),
                      fill: `a${Math.max(1, Math.min(5, count - index))}`,
                      share: each / most,
                    }))}
                  />
                </td>
                <td className="number">{by[0] ?? 0}</td>
                <td className="number faint">{all}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
