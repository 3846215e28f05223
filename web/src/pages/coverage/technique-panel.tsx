import type { ReactElement } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { SidePanel } from '../../kit/side-panel.tsx';
import { Answered } from '../../kit/states.tsx';
import { LEVEL_WORDS } from '../../marks/defence/coverage-matrix.ts';
import { several } from '../../words/count.ts';
import type { Against } from './against.ts';
import { LogState } from './log-state.tsx';

/** Why a technique is as far as it is: what speaks for it, and the logs in which ATT&CK says to look. */
export function TechniquePanel({
  technique,
  against,
  onClose,
}: {
  readonly technique: string;
  readonly against: Against;
  readonly onClose: () => void;
}): ReactElement {
  const { coverage, organisation } = against.question;
  const show = useAnswer('coverage-show', {
    techniques: [technique],
    ...(coverage === undefined ? {} : { coverage }),
    ...(organisation === undefined || organisation === null ? {} : { platforms: organisation.platforms }),
    logs: true,
    evidence: 12,
    limit: 1,
  });
  return (
    <SidePanel label={`Coverage of ${technique}`} onClose={onClose}>
      <Answered of={show}>
        {({ answer: { techniques } }) => {
          const [found] = techniques;
          if (found === undefined)
            return <p>{technique} works on none of these platforms, or is not in view.</p>;
          return (
            <>
              <h2>
                {found.technique.name} <span className="id">{found.technique.label}</span>
              </h2>
              <p className="answer">
                {found.level} of 4: <b>{LEVEL_WORDS[found.level]}</b>
                {found.platforms.length < 2
                  ? ''
                  : ` on the least of ${several(found.platforms.length, 'platform')}`}
                .
              </p>
              {found.reasons.map(({ kind, sentence }) => (
                <p key={kind}>{sentence}</p>
              ))}
              <h3>What speaks for it</h3>
              {found.evidence.length === 0 ? (
                <p className="note">Nothing that was given or is kept.</p>
              ) : (
                <ul className="coverage-evidence">
                  {found.evidence.map((each, index) => (
                    <li key={index}>
                      <i className={`swatch level-${levelOf(each.stage)}`} aria-hidden="true" />
                      {each.title ?? each.rule ?? each.kind}
                      <span className="note">
                        {' '}
                        {each.inventory ?? each.file}
                        {each.date === undefined ? '' : `, ${each.date}`}
                      </span>
                    </li>
                  ))}
                  {found.of > found.evidence.length ? (
                    <li className="note">and {found.of - found.evidence.length} more</li>
                  ) : null}
                </ul>
              )}
              <h3>Where ATT&CK says to look</h3>
              {found.logs.length === 0 ? (
                <p className="note">No analytic in view names a log for it.</p>
              ) : (
                <ul className="coverage-evidence">
                  {found.logs.slice(0, 20).map((log, index) => (
                    <li key={index}>
                      <LogState isAvailable={log.isAvailable} rules={log.readBy} /> {log.logSource}
                      <span className="note"> {log.channel}</span>
                    </li>
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </Answered>
    </SidePanel>
  );
}

const STAGES = ['none', 'log-source', 'rule', 'deployed', 'tested'];

function levelOf(stage: string): number {
  return Math.max(0, STAGES.indexOf(stage));
}
