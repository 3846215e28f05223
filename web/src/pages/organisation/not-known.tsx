import type { ReactElement } from 'react';
import { Section } from '../../kit/layout.tsx';
import '../../kit/table.css';
import type { Threats } from './ranked.ts';

/** Of how many groups nothing of a kind is known. */
export function NotKnown({ answer: { unknown, of, hidden } }: { readonly answer: Threats }): ReactElement {
  return (
    <Section title="Not known">
      <table aria-label="Of how many groups it is not known">
        <tbody>
          {Object.entries(unknown)
            .filter(([, groups]) => groups > 0)
            .map(([kind, groups]) => (
              <tr key={kind}>
                <td>{kind}</td>
                <td className="number">
                  {groups} of {of}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="note">Not known is not no: such a group gets the mean of the others, drawn hatched.</p>
      {hidden.length === 0 ? null : <p className="note">Left out: {hidden.join(', ')}.</p>}
    </Section>
  );
}
