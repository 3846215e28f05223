import type { ReactElement } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import type { Organisation } from '../../given/organisation.ts';
import { Section } from '../../kit/layout.tsx';
import { BarCell } from '../../kit/marks.tsx';
import { Answered, Skeleton } from '../../kit/states.tsx';
import '../../kit/table.css';
import { someOf } from '../../words/every.ts';
import { TOP } from './ranked.ts';

/** Variations and thin matches shown. */
const MOST = 9;

/** How far the order hangs on single sources and factors. */
export function RestsOn({ organisation }: { readonly organisation: Organisation }): ReactElement {
  const whatIf = useAnswer('what-if', { organisation, top: TOP });
  return (
    <Section title="What the order rests on">
      <Answered of={whatIf} skeleton={<Skeleton lines={4} />}>
        {({ answer: { variations, thin, top } }) => (
          <>
            <p className="note">Each left out once: how many of the {top} stay.</p>
            <table aria-label="What becomes of the first places">
              <tbody>
                {variations.slice(0, MOST).map(({ leavesOut, name, label, stay, moved }) => (
                  <tr key={`${leavesOut} ${name}`}>
                    <td>
                      <details>
                        <summary>
                          {label} <span className="faint">{leavesOut}</span>
                        </summary>
                        <span className="faint">
                          {moved.length === 0
                            ? 'Nobody moves.'
                            : someOf(
                                moved.map(({ group, from, to }) => `${group.name} ${from} → ${to}`),
                                8,
                              )}
                        </span>
                      </details>
                    </td>
                    <td>
                      <BarCell share={stay / Math.max(1, top)} width={60} kind="neutral" words={stay} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {thin.length === 0 ? null : (
              <details className="thin">
                <summary>
                  {thin.length} {thin.length === 1 ? 'match rests' : 'matches rest'} on one claimant alone
                </summary>
                <ul>
                  {thin.slice(0, 20).map(({ group, factor, label, by, published, age }, index) => (
                    <li key={index}>
                      {group.name}: {label} <span className="faint">{factor}</span> · {by}
                      {published === '' ? ' · undated' : ` · ${published}`}
                      {age === 'old' ? ', old' : ''}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
      </Answered>
    </Section>
  );
}
