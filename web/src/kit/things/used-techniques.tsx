import type { ReactElement } from 'react';
import type { Mention, UsedTechnique } from '../../api/answers.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { techniquesByTactic } from '../../marks/by-tactic.ts';
import { several } from '../../words/count.ts';
import { Section } from '../layout.tsx';
import { Empty } from '../states.tsx';
import { Statements } from './statements.tsx';
import './things.css';

/** Techniques of a piece of software or a campaign, tactic by tactic in the order of the matrix, each in which words. */
export function UsedTechniques({
  of,
  user,
}: {
  readonly of: readonly UsedTechnique[];
  /** Whose they are, for their reasons. */
  readonly user: Mention;
}): ReactElement {
  const matrix = useAnswer('matrix', {});
  const order = (matrix.data?.answer.matrices ?? []).flatMap(({ tactics: all }) =>
    all.map(({ label }) => label),
  );
  const tactics = techniquesByTactic(of, order);
  return (
    <Section
      id="techniques"
      title="Techniques"
      about={
        of.length === 0
          ? undefined
          : `${several(of.length, 'technique')}; one that serves several tactics stands under each`
      }
    >
      {of.length === 0 ? (
        <Empty title={`No technique is reported of ${user.name}.`}>
          What is not reported may be so all the same.
        </Empty>
      ) : (
        <>
          <ul className="tactic-bars" aria-label="Techniques by tactic">
            {tactics.map(({ tactic, techniques }) => (
              <li key={tactic.id}>
                <a href={`#${tactic.label}`}>
                  <span>{tactic.name}</span>
                  <i style={{ width: `${techniques.length * 12}px` }} aria-hidden="true" />
                  <b>{techniques.length}</b>
                </a>
              </li>
            ))}
          </ul>
          {tactics.map(({ tactic, techniques }) => (
            <Section
              key={tactic.id}
              id={tactic.label === '' ? undefined : tactic.label}
              kind="thin"
              title={tactic.name}
              about={tactic.label === '' ? undefined : <span className="id">{tactic.label}</span>}
            >
              <Statements
                label={`Techniques of ${tactic.name}`}
                head="Technique"
                of={techniques}
                pair={(technique) => [user, technique]}
              />
            </Section>
          ))}
        </>
      )}
    </Section>
  );
}
