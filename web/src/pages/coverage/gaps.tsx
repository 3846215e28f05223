import type { ReactElement } from 'react';
import type { CoverageGap } from '../../api/answers.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { BarCell } from '../../kit/marks.tsx';
import { Seg } from '../../kit/controls.tsx';
import { Section } from '../../kit/layout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import '../../kit/table.css';
import { several } from '../../words/count.ts';
import { FIELDS, type Against } from './against.ts';
import { LogState } from './log-state.tsx';

const SHOWN = 15;

/** What is missing, that first which counts most: a log, a rule, or that the rule runs. */
export function Gaps({ against }: { readonly against: Against }): ReactElement {
  const [{ stage }, change] = useAddress(FIELDS);
  const show = useAnswer('coverage-show', {
    ...against.question,
    ...(stage === 'any' ? {} : { stage }),
    evidence: 1,
    limit: SHOWN,
  });
  const gaps = useAnswer(
    'coverage-gaps',
    stage === 'any' ? { ...against.question, evidence: 1, limit: SHOWN } : undefined,
  );
  return (
    <div id="gaps">
      <Section
        title={stage === 'any' ? 'What is missing' : 'Techniques at one stage'}
        about="what counts most first, with what is next"
        actions={
          <Seg
            label="Stage"
            choices={[
              ['any', 'All gaps'],
              ['none', 'Nothing known'],
              ['log-source', 'Only logs'],
              ['rule', 'Rule to hand'],
              ['deployed', 'Deployed'],
              ['tested', 'Tested'],
            ]}
            value={stage}
            onChange={(each) => change({ stage: each })}
          />
        }
      >
        {stage === 'any' ? (
          <Answered of={gaps} skeleton={<Skeleton kind="rows" lines={8} />}>
            {({ answer }) => <List of={answer.of} techniques={answer.gaps} cheap={answer.cheap} />}
          </Answered>
        ) : (
          <Answered of={show} skeleton={<Skeleton kind="rows" lines={8} />}>
            {({ answer }) => <List of={answer.found} techniques={answer.techniques} />}
          </Answered>
        )}
      </Section>
    </div>
  );
}

function List({
  of,
  techniques,
  cheap,
}: {
  readonly of: number;
  readonly techniques: readonly CoverageGap[];
  readonly cheap?: number;
}): ReactElement {
  const [, change] = useAddress(FIELDS);
  const [first] = techniques;
  // Where nothing weighs more than anything else, a bar would say nothing.
  const isWeighed = techniques.some(({ weight }) => weight !== first?.weight);
  if (first === undefined) return <Empty title="None.">No technique that is looked at stands there.</Empty>;
  return (
    <>
      <p>
        <b>{several(of, 'technique')}</b>
        {cheap === undefined
          ? '.'
          : cheap === 0
            ? '; of none of them logs are known to be at hand.'
            : `; for ${cheap} logs are at hand: what is cheap to win.`}
      </p>
      <table className="stackable coverage-gaps">
        <thead>
          <tr>
            <th>Technique</th>
            {isWeighed ? <th>Counts</th> : null}
            <th>Logs and rules</th>
            <th>What is next</th>
          </tr>
        </thead>
        <tbody>
          {techniques.map((each) => (
            <tr key={each.technique.id} className="tall">
              <td>
                <button
                  type="button"
                  className="name why"
                  onClick={() => change({ technique: each.technique.label })}
                >
                  {each.technique.name}
                </button>{' '}
                <span className="id">{each.technique.label}</span>
              </td>
              {isWeighed ? (
                <td>
                  <BarCell
                    share={each.weight / Math.max(first.weight, 0.001)}
                    words={Math.round(each.weight * 100)}
                    width={60}
                  />
                </td>
              ) : null}
              <td className="one-word">
                <LogState isAvailable={each.level >= 1} rules={each.level >= 2 ? Math.max(1, each.of) : 0} />
              </td>
              <td className="whole-line">{each.reasons.map(({ sentence }) => sentence).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {of > techniques.length ? <p className="note">and {of - techniques.length} more</p> : null}
    </>
  );
}
