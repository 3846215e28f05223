import type { ReactElement } from 'react';
import type { ApiIssue } from '../../api/ask.ts';
import { spelled } from '../../words/count.ts';
import './drop-files.css';

interface Listed extends ApiIssue {
  readonly severity?: string;
}

/** Issues that are listed before the rest is counted. */
const MOST = 50;

/** What could not be used of something, and what is to be minded: what is the case, what next, and the code. */
export function IssueList({
  of,
  label,
}: {
  readonly of: readonly Listed[];
  /** Accessible name. */
  readonly label: string;
}): ReactElement | null {
  if (of.length === 0) return null;
  return (
    <ul className="issue-list" aria-label={label} tabIndex={0}>
      {of.slice(0, MOST).map(({ code, message, hint, place, severity }, index) => (
        // Several may be word for word the same; they never change their places.
        <li key={index} className={severity === 'error' ? 'wrong' : ''}>
          {place?.file === undefined ? null : (
            <span className="faint">
              {place.file}
              {place.line === undefined ? '' : `:${place.line}`}{' '}
            </span>
          )}
          {message} {hint} <code>{code}</code>
        </li>
      ))}
      {of.length > MOST ? <li className="faint">{spelled(of.length - MOST)} more</li> : null}
    </ul>
  );
}
