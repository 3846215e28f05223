import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { useAct } from '../../api/use-act.ts';
import { Allowed } from '../../frame/allowed.tsx';
import { Btn } from '../../kit/controls.tsx';
import { Section } from '../../kit/layout.tsx';
import { Doing } from '../../kit/states.tsx';

/** Sources that were forgotten, each with the way back. */
export function Forgotten({ of }: { readonly of: AnswerOf<'sources'>['forgotten'] }): ReactElement {
  const { act, state } = useAct();
  return (
    <Section title="Forgotten" about="out of every answer; the copy is kept, and can be taken back">
      <ul className="plain-list">
        {of.map(({ sha256, name, file, loadedAt }) => (
          <li key={sha256}>
            {name} <span className="faint">{`${file}, loaded ${loadedAt.slice(0, 10)}`}</span>{' '}
            <Allowed to="forget" what={null}>
              <Btn
                disabled={state.is === 'doing'}
                aria-label={`Take ${name} back`}
                onClick={() =>
                  void act(
                    'forget',
                    { source: sha256, undo: true },
                    { isLong: true, words: () => `${name} is loaded again.` },
                  )
                }
              >
                Take back
              </Btn>
            </Allowed>
          </li>
        ))}
      </ul>
      <Doing of={state} doing="It is loaded again." />
    </Section>
  );
}
