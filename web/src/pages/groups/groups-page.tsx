import type { ReactElement } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { useShown } from '../../frame/shown.ts';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Skeleton } from '../../kit/states.tsx';
import '../../kit/table.css';

export function Page(): ReactElement {
  const groups = useAnswer('list', { catalogue: 'groups' });
  useShown(groups.data);
  return (
    <>
      <Head
        title="Groups"
        answer={
          groups.data === undefined ? undefined : (
            <>
              <b>{groups.data.answer.things.length} groups</b> are known, from ATT&CK and from galaxies.
            </>
          )
        }
      />
      <Answered of={groups} skeleton={<Skeleton kind="rows" lines={12} />}>
        {({ answer }) => (
          <Section>
            <table className="stackable">
              <thead>
                <tr>
                  <th>Group</th>
                  <th>Other names</th>
                </tr>
              </thead>
              <tbody>
                {answer.things.map((thing) => (
                  <tr key={thing.id}>
                    <td>
                      <Go className="name" to={`/groups/${thing.label === '' ? thing.id : thing.label}`}>
                        {thing.name}
                      </Go>{' '}
                      <span className="id">{thing.label}</span>
                    </td>
                    <td className="one-line quiet">{thing.aliases.join(', ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
        )}
      </Answered>
    </>
  );
}
