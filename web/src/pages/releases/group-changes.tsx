import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { Section } from '../../kit/layout.tsx';
import { Empty } from '../../kit/states.tsx';
import { Statements } from '../../kit/things/statements.tsx';
import { ThingLink } from '../../kit/things/thing-link.tsx';
import { several } from '../../words/count.ts';
import './releases.css';

type GroupDiff = AnswerOf<'diff'>['groups'][number];

/** What is reported of a group in one release and not in the other. */
export function GroupChanges({
  of: { group, added, removed, carried, reworded },
}: {
  readonly of: GroupDiff;
}): ReactElement {
  const isSame = added.length + removed.length + carried.length + reworded.length === 0;
  const statements = (uses: typeof added): Parameters<typeof Statements>[0]['of'] =>
    uses.map(({ used, ...support }) => ({ thing: used, through: [], ...support }));
  return (
    <Section
      title={group.name}
      about={`${several(added.length, 'use')} newly reported, ${removed.length} no longer, ${reworded.length} in other words`}
    >
      {isSame ? <Empty title={`Nothing is different of ${group.name}.`} /> : null}
      {added.length === 0 ? null : (
        <Statements label={`Newly reported of ${group.name}`} head="Newly reported" of={statements(added)} />
      )}
      {removed.length + carried.length === 0 ? null : (
        <div className="change-list">
          <h3>No longer reported, or under another id</h3>
          <ul className="plain-list">
            {removed.map(({ used, withdrawn, successor }) => (
              <li key={used.id}>
                <ThingLink of={used} />{' '}
                <span className="quiet">
                  {withdrawn === undefined ? 'is no longer reported of it' : `was ${withdrawn}`}
                  {successor === undefined ? null : (
                    <>
                      , is <ThingLink of={successor} /> now
                    </>
                  )}
                </span>
              </li>
            ))}
            {carried.map(({ from, to }) => (
              <li key={from.id}>
                <ThingLink of={from} />{' '}
                <span className="quiet">
                  is reported as <ThingLink of={to} /> now
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {reworded.length === 0 ? null : (
        <details className="change-list">
          <summary>{several(reworded.length, 'use')} reported in other words</summary>
          <Statements
            label={`Reported of ${group.name} in other words`}
            head="In other words"
            of={statements(reworded)}
          />
        </details>
      )}
    </Section>
  );
}
