import { useEffect, useId, useState, type ReactElement } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Section } from '../../kit/layout.tsx';
import { Fault } from '../../kit/states.tsx';
import { textAt } from '../../marks/text-place.ts';
import { several, spelled } from '../../words/count.ts';
import { RuleField } from './rule-field.tsx';

const FILE = 'own.dl';
/** How long nothing is typed before it is checked, in milliseconds. */
const PAUSE = 500;

/** Rules of one’s own, checked as they are typed, with what each would derive. Nothing of it is kept. */
export function OwnRules(): ReactElement {
  const id = useId();
  const [draft, setDraft] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(draft), PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  const check = useAnswer(
    'rules-check',
    text.trim() === '' ? undefined : { rules: [{ file: FILE, text }], derive: true },
  );
  const answer = text.trim() === '' || text !== draft ? undefined : check.data?.answer;
  const [first] = answer?.issues ?? [];
  return (
    <Section
      title="Try a rule of your own"
      about="checked behind the rules in force as it is typed; to apply it, name its file in the settings of the home"
    >
      <RuleField
        id={id}
        label="Rules in the rule language"
        rows={7}
        value={draft}
        mark={
          first?.place?.line === undefined
            ? undefined
            : textAt(draft, first.place.line, first.place.column ?? 1)
        }
        isWrong={(answer?.errors ?? 0) > 0}
        onChange={setDraft}
      />
      {check.isError && text.trim() !== '' ? <Fault fault={check.error} /> : null}
      <div aria-live="polite">
        {answer === undefined ? null : (
          <>
            <ul className={answer.issues.length === 0 ? '' : 'rule-mistakes'} id={`${id}-wrong`}>
              {answer.issues.map(({ code, message, hint, place }, index) => (
                <li key={index}>
                  <b>
                    {place?.line === undefined ? '' : `Line ${place.line}, column ${place.column ?? 1}: `}
                    {message}
                  </b>{' '}
                  {hint} <code>{code}</code>
                </li>
              ))}
            </ul>
            <ul>
              {answer.rules.map(({ name, concludes, derivations }) => (
                <li key={name}>
                  <b>{name}</b> would derive{' '}
                  {derivations === undefined ? '' : `${several(derivations, 'fact')} of `}
                  <code>{concludes}</code>
                </li>
              ))}
            </ul>
            {answer.rules.length === 0 && answer.errors === 0 ? (
              <p className="note">{spelled(0)} rules stand there.</p>
            ) : null}
          </>
        )}
      </div>
    </Section>
  );
}
