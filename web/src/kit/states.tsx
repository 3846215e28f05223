import type { UseQueryResult } from '@tanstack/react-query';
import { Fragment, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { ApiFault, ApiIssue } from '../api/ask.ts';
import type { ActState } from '../api/use-act.ts';
import { Btn } from './controls.tsx';
import { Head } from './layout.tsx';
import './states.css';

/** Something to know, or something wrong: what is the case, why, what next. */
export function Notice({
  title,
  children,
  isFault = false,
  actions,
}: {
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly isFault?: boolean;
  readonly actions?: ReactNode;
}): ReactElement {
  return (
    <div className={`notice${isFault ? ' wrong' : ''}`} role={isFault ? 'alert' : 'note'}>
      {title === undefined ? null : <b>{title}</b>} {children}
      {actions === undefined ? null : <div className="acts">{actions}</div>}
    </div>
  );
}

/** What the server says is wrong, each with its code and what to do about it. */
export function Fault({
  fault,
  onAgain,
}: {
  readonly fault: ApiFault;
  readonly onAgain?: () => void;
}): ReactElement {
  return (
    <Notice
      isFault
      title={<WithCode>{fault.issues[0]?.message ?? ''}</WithCode>}
      actions={onAgain === undefined ? undefined : <Btn onClick={onAgain}>Ask again</Btn>}
    >
      {fault.issues.map((issue, index) => (
        <IssueLines key={`${issue.code} ${issue.message}`} issue={issue} isFirst={index === 0} />
      ))}
    </Notice>
  );
}

/** How far an action has come, or why it was refused; nothing while nothing is done. */
export function Doing({
  of,
  doing = 'This is being done.',
}: {
  readonly of: ActState;
  /** What stands there as long as the server says nothing. */
  readonly doing?: string;
}): ReactElement {
  return (
    <>
      <p className="doing" role="status">
        {of.is === 'doing' ? (of.line === '' ? doing : of.line) : ''}
      </p>
      {of.is === 'fault' ? <Fault fault={of.fault} /> : null}
    </>
  );
}

function IssueLines({
  issue,
  isFirst,
}: {
  readonly issue: ApiIssue;
  readonly isFirst: boolean;
}): ReactElement {
  return (
    <>
      {isFirst ? null : (
        <b>
          <WithCode>{issue.message}</WithCode>{' '}
        </b>
      )}
      <WithCode>{issue.hint ?? ''}</WithCode> {issue.code === '' ? null : <code>{issue.code}</code>}
    </>
  );
}

/** Text with what stands between backticks as code. */
function WithCode({ children }: { readonly children: string }): ReactElement {
  return (
    <>
      {children.split('`').map((part, index, parts) =>
        // Parts never change places; of a backtick without another, nothing is code.
        index % 2 === 1 && index < parts.length - 1 ? (
          <code key={index}>{part}</code>
        ) : (
          <Fragment key={index}>{index % 2 === 1 ? `\`${part}` : part}</Fragment>
        ),
      )}
    </>
  );
}

/** An answer that has nothing in it, which is an answer: what that means, and what else one can ask. */
export function Empty({
  title,
  children,
  actions,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}): ReactElement {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {actions === undefined ? null : <div className="acts">{actions}</div>}
    </div>
  );
}

/** Lines in place of what is still to come: nothing in the first 150 ms, a sentence after 2 seconds. */
export function Skeleton({
  lines = 3,
  kind = 'text',
  doing = 'This is being answered from everything that is loaded; the first question takes longest.',
}: {
  readonly lines?: number;
  /** `rows` are as high as rows of a table. */
  readonly kind?: 'text' | 'rows';
  /** What is being done, said after 2 seconds. */
  readonly doing?: string;
}): ReactElement | null {
  const waited = useWaited([150, 2000, 10_000]);
  if (waited === 0) return null;
  return (
    <div className="skeleton" aria-busy="true">
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} className={kind === 'rows' ? 'row-line' : ''} />
      ))}
      {waited < 2 ? null : (
        <p className="note" role="status">
          {doing} {waited < 3 ? null : 'To stop it, leave the page: Alt ←.'}
        </p>
      )}
    </div>
  );
}

/** How many of some times, in milliseconds and ascending, have passed since it was first shown. */
function useWaited(times: readonly number[]): number {
  const [passed, setPassed] = useState(0);
  const next = times[passed];
  useEffect(() => {
    if (next === undefined) return undefined;
    const timer = setTimeout(() => setPassed((before) => before + 1), next - (times[passed - 1] ?? 0));
    return () => clearTimeout(timer);
    // The times are written where this is called and never change.
  }, [next, passed]);
  return passed;
}

export interface AnsweredProps<Envelope> {
  readonly of: UseQueryResult<Envelope, ApiFault>;
  /** In place of the answer until it comes; default: three lines. */
  readonly skeleton?: ReactNode;
  /** Where the head of the page comes with the answer: what the page is called while something is wrong. */
  readonly title?: string;
  readonly children: (envelope: Envelope) => ReactNode;
}

/** An answer, or its skeleton, or what is wrong. While a new answer comes, the old one stays, dimmed. */
export function Answered<Envelope>({ of, skeleton, title, children }: AnsweredProps<Envelope>): ReactElement {
  if (of.isError)
    return (
      <>
        {title === undefined ? null : <Head title={title} />}
        <Fault fault={of.error} onAgain={() => void of.refetch()} />
      </>
    );
  if (of.data === undefined) return <>{skeleton ?? <Skeleton />}</>;
  // Nothing is put around it, which would render it anew: what has the focus keeps it, and the rest stays as it was left.
  return (
    <>
      {of.isPlaceholderData ? <i key="begins" className="old-answer-begins" aria-busy="true" hidden /> : null}
      <Fragment key="answer">{children(of.data)}</Fragment>
      {of.isPlaceholderData ? <i key="ends" className="old-answer-ends" hidden /> : null}
    </>
  );
}
