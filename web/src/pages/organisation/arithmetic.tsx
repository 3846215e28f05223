import type { ReactElement } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import type { Organisation } from '../../given/organisation.ts';
import { Tag } from '../../kit/controls.tsx';
import { Section } from '../../kit/layout.tsx';
import { BarCell } from '../../kit/marks.tsx';
import { Answered, Skeleton } from '../../kit/states.tsx';
import { factorName, figure, type RankFactor } from './ranked.ts';

/** Grounds shown at once. */
const MOST = 5;

/** Why one group has its score: each factor with what it adds, what was found and who reports it. */
export function Arithmetic({
  organisation,
  group,
}: {
  readonly organisation: Organisation;
  readonly group: string;
}): ReactElement | null {
  const threats = useAnswer('threats', group === '' ? undefined : { organisation, explain: group });
  if (group === '') return null;
  return (
    <Answered of={threats} skeleton={<Skeleton kind="rows" lines={8} />}>
      {({ answer: { groups, factors } }) => {
        const [threat] = groups;
        if (threat === undefined) return <p className="note">Nothing is known of {group}.</p>;
        const sorted = threat.factors.toSorted((one, other) => other.contribution - one.contribution);
        const most = Math.max(...threat.factors.map(({ contribution }) => contribution), 0.01);
        return (
          <Section
            title={`Why ${threat.group.name} has rank ${threat.rank}`}
            about={`${threat.score.toFixed(2)} is the sum of these${threat.isDormant ? '; it is dormant, and stands behind all active groups' : ''}`}
          >
            <table className="arithmetic" aria-label={`Factors of ${threat.group.name}`}>
              <tbody>
                {sorted.map((each) => (
                  <Row
                    key={each.factor}
                    factor={each}
                    most={most}
                    meaning={factors.find(({ name }) => name === each.factor)?.label ?? ''}
                  />
                ))}
              </tbody>
            </table>
          </Section>
        );
      }}
    </Answered>
  );
}

function Row({
  factor: { factor, weight, value, contribution, found, lacking, grounds },
  most,
  meaning,
}: {
  readonly factor: RankFactor;
  readonly most: number;
  readonly meaning: string;
}): ReactElement {
  const mean = weight === 0 ? 0 : contribution / weight;
  return (
    <tr className="tall">
      <th scope="row">
        <b>{factorName(factor)}</b>
        <br />
        <span className="faint">
          {figure(weight)} × {(value ?? mean).toFixed(2)}
        </span>
      </th>
      <td>
        <BarCell
          share={contribution / most}
          width={46}
          kind={value === undefined ? 'derived' : 'adversary'}
          words={contribution.toFixed(2)}
        />
      </td>
      <td>
        {value === undefined ? 'Not known: the mean of the groups of which it is known. ' : ''}
        {found === '' ? (value === 0 ? `Not ${meaning}, as far as anybody reports.` : '') : found}
        {lacking === undefined ? null : <span className="faint"> {lacking}</span>}
        {grounds.length === 0 ? null : (
          <details>
            <summary>
              {grounds[0]?.by} {grounds.length > 1 ? `and ${grounds.length - 1} more` : ''}
            </summary>
            <ul>
              {grounds.slice(0, MOST * 4).map((ground, index) => (
                <li key={index}>
                  <b>{ground.label}</b> · {ground.by}{' '}
                  {ground.extractedBy === '' ? null : <Tag isFromProse>read out of prose</Tag>}
                  {ground.confidence === '' ? '' : ` · ${ground.confidence}`}
                  {ground.via === '' ? null : <span className="faint"> · {ground.via}</span>}
                  {ground.sentence === '' ? null : <q>{ground.sentence}</q>}
                </li>
              ))}
              {grounds.length > MOST * 4 ? (
                <li className="faint">and {grounds.length - MOST * 4} more</li>
              ) : null}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
}
