import { useState, type ReactElement } from 'react';
import { Btn, Field, Seg } from '../../kit/controls.tsx';
import { NameField } from '../../kit/things/name-field.tsx';
import type { Decision, Status } from '../../marks/report/decisions.ts';
import type { Suggestion } from '../../marks/report/speaking.ts';

type Change = Pick<Decision, 'verdict' | 'subject' | 'object' | 'status'>;

const WHOSE = ['group', 'actor', 'campaign', 'software'];
const WHAT = ['technique', 'software'];

/** What holds instead of what is suggested, and how sure it is; of what is open, whose it is. */
export function ChangeForm({
  of,
  isOpen,
  onDone,
  onCancel,
}: {
  readonly of: Suggestion;
  /** Whether it is to be accepted, and whose it is must be said first. */
  readonly isOpen: boolean;
  readonly onDone: (change: Change) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const [subject, setSubject] = useState(of.decision?.subject ?? '');
  const [object, setObject] = useState(of.decision?.object ?? '');
  const [status, setStatus] = useState<Status | 'as-is'>(of.decision?.status ?? 'as-is');
  const [wrong, setWrong] = useState<'subject' | 'object'>();
  const done = (): void => {
    const said = {
      ...given('subject', subject),
      ...given('object', object),
      ...(status === 'as-is' ? {} : { status }),
    };
    if (of.subject === undefined && subject.trim() === '') setWrong('subject');
    else if (!isOpen && Object.keys(said).length === 0) setWrong('object');
    else onDone({ verdict: said.object === undefined && isOpen ? 'accept' : 'change', ...said });
  };
  return (
    <form
      className="change-form"
      aria-label={isOpen ? 'Whose it is' : 'What holds instead'}
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      {isOpen ? null : of.relation === 'uses' ? (
        <NameField
          label="What holds instead"
          types={WHAT}
          placeholder={of.object.label || of.object.name}
          value={object}
          onChange={setObject}
          autoFocus
          {...wrongOf(wrong === 'object', 'Say what, whose or how sure it is instead.')}
        />
      ) : (
        <Field
          label="What holds instead"
          placeholder={of.object.name}
          value={object}
          onChange={setObject}
          autoFocus
          {...wrongOf(wrong === 'object', 'Say what, whose or how sure it is instead.')}
        />
      )}
      <NameField
        label="Whose it is"
        types={WHOSE}
        placeholder={of.subject?.name ?? 'a group, campaign or software'}
        value={subject}
        onChange={setSubject}
        autoFocus={isOpen}
        {...wrongOf(wrong === 'subject', 'The report leaves it open: say whose it is.')}
      />
      {of.subject !== undefined || of.candidates.length === 0 ? null : (
        <p className="candidates">
          {of.candidates.slice(0, 6).map(({ id, label, name }) => (
            <Btn key={id} onClick={() => setSubject(label || name)}>
              {name}
            </Btn>
          ))}
        </p>
      )}
      <Seg
        label="How sure it is"
        choices={[
          ['as-is', 'Mentioned'],
          ['suspected', 'Suspected'],
          ['probable', 'Probable'],
          ['confirmed', 'Confirmed'],
        ]}
        value={status === 'mentioned' ? 'as-is' : status}
        onChange={setStatus}
      />
      <div className="acts start">
        <Btn kind="main" type="submit">
          {isOpen ? 'Accept' : 'Change'}
        </Btn>
        <Btn onClick={onCancel} keyName="Esc">
          Cancel
        </Btn>
      </div>
    </form>
  );
}

function given<Name extends string>(name: Name, text: string): { readonly [Each in Name]?: string } {
  const said = text.trim();
  return (said === '' ? {} : { [name]: said }) as { readonly [Each in Name]?: string };
}

function wrongOf(isWrong: boolean, words: string): { readonly wrong?: string } {
  return isWrong ? { wrong: words } : {};
}
