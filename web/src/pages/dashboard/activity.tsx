import type { ReactElement } from 'react';
import type { AnswerOf } from 'foeprint/answers';
import { Go } from '../../frame/go.tsx';
import { Section } from '../../kit/layout.tsx';
import { Ramp } from '../../kit/marks.tsx';

/** How the groups that count work, tactic by tactic, against what is covered. */
export function Activity({
  answer: { activity, tactics },
}: {
  readonly answer: AnswerOf<'dashboard'>;
}): ReactElement {
  return (
    <Section
      title="Who counts, and how they work"
      about={
        <>
          techniques of each tactic, reported or derived
          <Ramp /> and on the left edge how many of them are detected
        </>
      }
    >
      <div className="scroll" role="region" aria-label="Groups by tactic" tabIndex={0}>
        <table className="heat">
          <thead>
            <tr>
              <th>Group</th>
              <th className="number">Counts</th>
              {tactics.map(({ id, name }) => (
                <th key={id} className="tactic">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {activity.map(({ group, share, cells }) => (
              <tr key={group.id}>
                <td>
                  <Go className="name" to={`/groups/${group.label === '' ? group.id : group.label}`}>
                    {group.name}
                  </Go>{' '}
                  <span className="id">{group.label}</span>
                </td>
                <td className="number">{Math.round(share * 100)} %</td>
                {cells.map(({ used, rule, deployed }, index) => (
                  <td
                    key={tactics[index]?.id ?? index}
                    className={`heat-cell step-${stepOf(used)}`}
                    aria-label={`${tactics[index]?.name ?? ''}: ${used} techniques, for ${rule} a rule is to hand, ${deployed} detected`}
                  >
                    <i
                      className="detected"
                      style={{ height: `${used === 0 ? 0 : Math.round((deployed / used) * 100)}%` }}
                    />
                    {used === 0 ? '' : used}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** Steps of the number of techniques: 1, 4, 8, 14, 22. */
function stepOf(used: number): number {
  return [1, 4, 8, 14, 22].filter((least) => used >= least).length;
}
