import { useEffect, useId, useState, type ReactElement } from 'react';
import type { AnswerOf } from 'foeprint/answers';
import { text } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import type { ApiFault, ApiIssue } from '../../api/ask.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { Btn } from '../../kit/controls.tsx';
import { Section } from '../../kit/layout.tsx';
import { Why } from '../../kit/reasons/why.tsx';
import { Empty, Skeleton } from '../../kit/states.tsx';
import { textAt } from '../../marks/text-place.ts';
import { several } from '../../words/count.ts';
import { placeOf } from '../../words/places.ts';
import { RuleField } from './rule-field.tsx';

const FIELDS = { ask: text() };

/** How long nothing is typed before what stands there is asked, in milliseconds. */
const PAUSE = 400;
const SHOWN = 25;

/** Questions that show what the language can say, with what they ask. */
const EXAMPLES = [
  ['uses(Group, "T1059.001"), uses(Group, "T1486")', 'who uses PowerShell and encrypts for impact'],
  ['uses(Group, Software), uses(Software, "T1486")', 'whose software encrypts for impact'],
  ['mitigates(Mitigation, "T1190")', 'what is named against exploits of public services'],
] as const;

/** A question in the rule language: what is wrong with it as it is typed, and its answers with their proofs. */
export function Ask({ relations }: { readonly relations: readonly string[] }): ReactElement {
  const [{ ask }, change] = useAddress(FIELDS);
  const [draft, setDraft] = useState(ask);
  useEffect(() => setDraft(ask), [ask]);
  useEffect(() => {
    if (draft === ask) return undefined;
    const timer = setTimeout(() => change({ ask: draft }, { isPassing: true }), PAUSE);
    return () => clearTimeout(timer);
  }, [draft, ask, change]);
  const asked = ask.trim();
  const query = useAnswer('query', asked === '' ? undefined : { query: ask, explain: true, limit: SHOWN });
  const fault = query.error === null || asked === '' || draft !== ask ? undefined : query.error;
  const suggested = EXAMPLES.filter(([example]) =>
    relationsIn(example).every((name) => relations.includes(name)),
  );
  return (
    <Section
      title="Ask"
      about="premises of a rule, with commas between; what begins with a capital is asked for"
    >
      <Editor draft={draft} fault={fault} onChange={setDraft} />
      <p className="rule-examples">
        {suggested.map(([example, words]) => (
          <Btn key={example} kind="bare" onClick={() => change({ ask: example })}>
            {words}
          </Btn>
        ))}
      </p>
      <div aria-live="polite">
        {asked === '' || fault !== undefined ? null : query.data === undefined ? (
          <Skeleton kind="rows" lines={4} />
        ) : (
          <div className={query.isPlaceholderData ? 'old-answer' : ''}>
            <Answers answer={query.data.answer} />
          </div>
        )}
      </div>
    </Section>
  );
}

function Editor({
  draft,
  fault,
  onChange,
}: {
  readonly draft: string;
  readonly fault: ApiFault | undefined;
  readonly onChange: (draft: string) => void;
}): ReactElement {
  const id = useId();
  const [first] = fault?.issues ?? [];
  const place = first?.place;
  return (
    <>
      <RuleField
        id={id}
        label="Question in the rule language"
        rows={3}
        value={draft}
        mark={place?.line === undefined ? undefined : textAt(draft, place.line, place.column ?? 1)}
        isWrong={fault !== undefined}
        onChange={onChange}
      />
      {fault === undefined ? null : (
        <ul className="rule-mistakes" id={`${id}-wrong`} role="status">
          {fault.issues.map((issue) => (
            <Mistake key={`${issue.code} ${issue.message}`} issue={issue} />
          ))}
        </ul>
      )}
    </>
  );
}

function Mistake({ issue: { code, message, hint, place } }: { readonly issue: ApiIssue }): ReactElement {
  return (
    <li>
      <b>
        {place?.line === undefined ? '' : `Line ${place.line}, column ${place.column ?? 1}: `}
        {message}
      </b>{' '}
      {hint} <code>{code}</code>
    </li>
  );
}

function Answers({ answer }: { readonly answer: AnswerOf<'query'> }): ReactElement {
  const { variables, answers, isComplete } = answer;
  if (answers.length === 0)
    return (
      <Empty title="Nothing makes it true.">That no source reports it does not mean that it is not so.</Empty>
    );
  return (
    <>
      <p className="answer">
        {variables.length === 0 ? (
          <b>It holds.</b>
        ) : (
          <>
            <b>
              {isComplete ? '' : 'More than '}
              {several(answers.length, 'answer')}
            </b>
            {isComplete ? '.' : `; the first ${answers.length} are shown.`}
          </>
        )}
      </p>
      <ol className="rule-answers">
        {answers.map(({ things, facts, explanations = [] }, index) => (
          <li key={index}>
            <details>
              <summary>
                {things.length === 0
                  ? facts.join('; ')
                  : things.map((thing, at) => (
                      <span key={at} className="binding">
                        <span className="faint">{variables[at]}</span> <b>{thing.name}</b>{' '}
                        {thing.label === '' ? null : <span className="id">{thing.label}</span>}
                      </span>
                    ))}
              </summary>
              <Groups of={things} />
              {explanations.length === 0 ? (
                <p className="note">{facts.join('; ')}</p>
              ) : (
                explanations.map((each) => <Why key={each.fact.key} of={each} level={3} most={1} />)
              )}
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Links to the groups among the things of an answer. */
function Groups({
  of,
}: {
  readonly of: AnswerOf<'query'>['answers'][number]['things'];
}): ReactElement | null {
  const groups = of.filter(({ type }) => type === 'intrusion-set' || type === 'threat-actor');
  if (groups.length === 0) return null;
  return (
    <p>
      {groups.map((group) => (
        <Go key={group.id} to={placeOf(group)?.to ?? '/groups'}>
          Everything about {group.name}
        </Go>
      ))}
    </p>
  );
}

/** Names of relations in a question. */
function relationsIn(question: string): readonly string[] {
  return [...question.matchAll(/([a-z][\w-]*)\(/gu)].map(([, name = '']) => name);
}
