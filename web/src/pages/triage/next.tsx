import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { Section } from '../../kit/layout.tsx';
import { BarCell } from '../../kit/marks.tsx';
import { ThingLink, ThingLinks } from '../../kit/things/thing-link.tsx';
import '../../kit/table.css';
import { percent } from '../../words/percent.ts';

type Triage = AnswerOf<'triage'>;

/** What the candidates are known for beside what was seen: where to look, and whether it would be seen. */
export function NextToLookFor({ of: { next } }: { readonly of: Triage }): ReactElement {
  const isCovered = next.some(({ covered }) => covered !== undefined);
  return (
    <Section
      title="What to look for next"
      about="what the candidates are known for beside what was seen, the most expected first"
    >
      <table className="stackable" aria-label="What to look for next">
        <thead>
          <tr>
            <th scope="col">Technique</th>
            <th scope="col" className="wide-only">
              Of whom
            </th>
            <th scope="col" className="wide-only">
              How to see it
            </th>
            <th scope="col">Expected</th>
            {isCovered ? <th scope="col">Ours</th> : null}
          </tr>
        </thead>
        <tbody>
          {next.map(({ technique, expectation, groups, detections, covered }) => (
            <tr key={technique.id}>
              <td>
                <ThingLink of={technique} />
              </td>
              <td className="wide-only">
                <ThingLinks of={groups} />
              </td>
              <td className="wide-only quiet">
                {detections.length === 0
                  ? 'no strategy'
                  : detections.map(({ name, label }) => `${name} ${label}`).join(', ')}
              </td>
              <td>
                <BarCell share={expectation} words={percent(expectation)} kind="neutral" />
              </td>
              {isCovered ? <td>{covered === true ? 'would be seen' : <b>blind</b>}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
