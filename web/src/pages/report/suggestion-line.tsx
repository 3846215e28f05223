import type { ReactElement, ReactNode } from 'react';
import type { DecisionQueue } from '../../api/decision-queue.ts';
import { Tag } from '../../kit/controls.tsx';
import { KeyValues } from '../../kit/layout.tsx';
import { Quote } from '../../kit/reasons/quote.tsx';
import { Fault } from '../../kit/states.tsx';
import { ThingLink, ThingLinks } from '../../kit/things/thing-link.tsx';
import { MARKED, type Suggestion } from '../../marks/report/speaking.ts';
import { percent } from '../../words/percent.ts';
import { joined } from '../../words/scope.ts';

type Refused = DecisionQueue['now']['refused'][number];

/** Something that the report is read to state; where it is looked at, with its reasons and what can be done with it. */
export function SuggestionLine({
  of,
  number,
  isHere,
  refused,
  onChoose,
  children,
}: {
  readonly of: Suggestion;
  /** In the order of the text, from 1. */
  readonly number: number;
  readonly isHere: boolean;
  /** A decision on it that the server did not take. */
  readonly refused: Refused | undefined;
  readonly onChoose: () => void;
  /** What can be done with it. */
  readonly children: ReactNode;
}): ReactElement {
  const { decision } = of;
  return (
    <li
      id={`suggestion-${number}`}
      className={`suggestion ${decision?.verdict ?? 'open'}${isHere ? ' here' : ''}`}
      data-at={isHere ? 'yes' : undefined}
      data-number={number}
    >
      <button type="button" className="suggestion-head" aria-expanded={isHere} onClick={onChoose}>
        <b>{number}</b>
        <span>
          <b>{of.object.name}</b> <span className="id">{of.object.label}</span>
          <span className="faint">
            {' '}
            {of.relation === 'uses' ? '' : `${of.relation} `}
            {of.subject === undefined ? 'open whose' : `of ${of.subject.name}`}
          </span>
        </span>
        {decision === undefined ? (
          of.probability === undefined ? null : (
            <span className="sure">{percent(of.probability)}</span>
          )
        ) : (
          <Tag isFromProse={decision.verdict === 'reject'}>{DECIDED[decision.verdict]}</Tag>
        )}
      </button>
      {refused === undefined ? null : (
        <div className="suggestion-body">
          <Fault fault={refused.fault} />
        </div>
      )}
      {isHere ? (
        <div className="suggestion-body">
          <InContext of={of} />
          {children}
          <Closely of={of} />
        </div>
      ) : null}
    </li>
  );
}

const DECIDED: Readonly<Record<NonNullable<Suggestion['decision']>['verdict'], string>> = {
  accept: 'accepted',
  change: 'changed',
  reject: 'rejected',
};

/** Its sentence with those around it, where the text is not beside it; and what stands in fields, which no text has. */
function InContext({ of: { sentences } }: { readonly of: Suggestion }): ReactElement {
  const [first] = sentences;
  const inFields = sentences.filter(({ place, text }) => place === undefined && text !== '');
  return (
    <>
      {first === undefined ? <p className="note">No sentence of it speaks for this alone.</p> : null}
      {first?.place === undefined ? null : (
        <blockquote className="in-context" dir="auto">
          {first.before} <mark>{first.text}</mark> {first.after}
        </blockquote>
      )}
      {inFields.slice(0, 3).map(({ text }) => (
        <Quote key={text}>{text}</Quote>
      ))}
      {sentences.length < MARKED ? null : (
        <p className="note">
          No more than {MARKED} of its sentences are marked: those that speak most for it.
        </p>
      )}
    </>
  );
}

/** Why it is suggested, what it would add, and what like it is reported already. */
function Closely({ of }: { readonly of: Suggestion }): ReactElement {
  const { decision } = of;
  return (
    <>
      <KeyValues
        of={[
          ...(decision === undefined || decision.verdict === 'reject'
            ? []
            : [['Decided', saidInstead(decision)] as const]),
          ['What', <ThingLink key="what" of={of.object} />],
          [
            'Whose',
            of.subject === undefined ? (
              of.candidates.length === 0 ? (
                'the report leaves it open'
              ) : (
                <>
                  open: <ThingLinks of={of.candidates} most={5} />
                </>
              )
            ) : (
              <ThingLink key="whose" of={of.subject} />
            ),
          ],
          ['Stated by', joined(of.statedBy.map((each) => STATED_BY[each]))],
          ...(of.words.length === 0 ? [] : [['Words', of.words.join(', ')] as const]),
          [
            'Accepting it',
            of.subject === undefined
              ? 'adds nothing before somebody has decided whose it is'
              : of.knownFrom.length === 0
                ? 'adds something that no source reports yet'
                : `adds evidence for what ${joined(of.knownFrom)} ${of.knownFrom.length === 1 ? 'reports' : 'report'} already`,
          ],
        ]}
      />
      {of.near.length === 0 ? null : (
        <>
          <h3>Reported in like words</h3>
          {of.near.slice(0, 3).map((near) => (
            <div key={near.object + near.text}>
              <Quote>{near.text}</Quote>
              <span className="cite">
                {near.who === undefined ? 'describes the technique' : `of ${near.who.name}`}
              </span>
            </div>
          ))}
        </>
      )}
    </>
  );
}

/** `of APT29, T1059.003 instead, confirmed`. */
function saidInstead({ subject, object, status = 'mentioned' }: NonNullable<Suggestion['decision']>): string {
  return [
    ...(subject === undefined ? [] : [`of ${subject}`]),
    ...(object === undefined ? [] : [`${object} instead`]),
    status,
  ].join(', ');
}

const STATED_BY: Readonly<Record<Suggestion['statedBy'][number], string>> = {
  id: 'its id',
  name: 'its name',
  words: 'other words',
  field: 'a field of the format',
  pattern: 'a pattern of prose',
};
