import type { AnswerOf } from 'foeprint/answers';
import { useMemo, type ReactElement } from 'react';
import { RELATIONS } from 'virtual:relations';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { reaches, roleFor, useCaller } from '../../api/use-caller.ts';
import { useKeys } from '../../keys/keys.ts';
import { Btn, Tag } from '../../kit/controls.tsx';
import { Quote } from '../../kit/reasons/quote.tsx';
import { Doing } from '../../kit/states.tsx';
import { assertableOf, assertionsOf } from '../../marks/assertable.ts';
import { sayDate } from '../../words/count.ts';
import { sayLevel } from '../../words/markings.ts';
import { Allowed } from '../allowed.tsx';
import { Go } from '../go.tsx';
import { AssertionForm } from './assertion-form.tsx';
import './assertions.css';
import { sayOtherwise, useIsSaid } from './open-form.ts';

type Assertion = AnswerOf<'assertions'>['assertions'][number];

/** Below the reasons of two things: what analysts have asserted of them, and a form to assert something. */
export function Otherwise({
  first,
  second,
  of,
}: {
  /** The pair as the address has it. */
  readonly first: string;
  readonly second: string;
  readonly of: AnswerOf<'explain'>;
}): ReactElement {
  const isOpen = useIsSaid(first, second);
  const assertable = useMemo(() => assertableOf(of, RELATIONS), [of]);
  const all = useAnswer('assertions', {}).data?.answer.assertions;
  const asserted = useMemo(() => assertionsOf(assertable, all ?? []), [assertable, all]);
  const caller = useCaller();
  const mayAssert = caller !== undefined && reaches(caller.role, roleFor('assert'));
  useKeys(
    'With reasons open',
    mayAssert && assertable.length > 0
      ? [{ key: 'n', does: 'say otherwise', run: () => sayOtherwise(first, second) }]
      : [],
  );
  if (assertable.length === 0) return <></>;
  return (
    <section className="otherwise" aria-label="Asserted">
      {asserted.length === 0 ? null : <Asserted of={asserted} />}
      <Allowed
        to="assert"
        what={asserted.length === 0 ? 'To say otherwise' : 'To say otherwise, or take it back,'}
      >
        {isOpen ? (
          <AssertionForm assertable={assertable} onClose={() => sayOtherwise('', '')} />
        ) : (
          <Btn keyName="N" onClick={() => sayOtherwise(first, second)}>
            Say otherwise…
          </Btn>
        )}
      </Allowed>
    </section>
  );
}

/** What is asserted, with a way to take it back. */
function Asserted({ of }: { readonly of: readonly Assertion[] }): ReactElement {
  const { act, state } = useAct();
  const takeBack = ({ label, statement }: Assertion): void =>
    void act('retract', { name: label }, { words: () => `“${statement}” is taken back.` });
  return (
    <>
      <h3>Asserted</h3>
      <ul>
        {of.map((assertion) => (
          <li key={assertion.label}>
            <b>{assertion.statement}</b>{' '}
            <span className="quiet">
              {assertion.status}, by {assertion.source}, {sayDate(assertion.created)}
            </span>{' '}
            {assertion.tlp === '' ? null : <Tag>{sayLevel(assertion.tlp)}</Tag>}
            {assertion.sentence === '' ? null : <Quote>{assertion.sentence}</Quote>}
            {assertion.report === undefined ? (
              <Allowed to="retract" what={null}>
                <Btn
                  disabled={state.is === 'doing'}
                  aria-label={`Take back: ${assertion.statement}, by ${assertion.source}`}
                  onClick={() => takeBack(assertion)}
                >
                  Take back
                </Btn>
              </Allowed>
            ) : (
              <Go className="why" to={`/reports/${encodeURIComponent(assertion.source)}`}>
                in {assertion.report.title}
              </Go>
            )}
          </li>
        ))}
      </ul>
      <Doing of={state} />
    </>
  );
}
