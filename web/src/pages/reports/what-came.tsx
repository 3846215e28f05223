import type { ReactElement } from 'react';
import { Go } from '../../frame/go.tsx';
import { Btn } from '../../kit/controls.tsx';
import { IssueList } from '../../kit/forms/issue-list.tsx';
import { Section } from '../../kit/layout.tsx';
import { OUTCOMES, type Added } from './add-report.tsx';

/** What came of adding several reports, or one that is not all well. */
export function WhatCame({
  of: { reports, issues },
  onClose,
}: {
  readonly of: Added;
  readonly onClose: () => void;
}): ReactElement {
  return (
    <Section
      title="What was added"
      actions={
        <Btn kind="bare" onClick={onClose}>
          Close
        </Btn>
      }
    >
      <div role="status">
        <ul>
          {reports.map(({ report, outcome, earlier }) => (
            <li key={report.id}>
              <Go to={`/reports/${report.label}`}>{report.title}</Go>{' '}
              <span className="id">{report.label}</span>{' '}
              <span className="faint">
                {OUTCOMES[outcome]}
                {earlier.length === 0 ? '' : `; an earlier version is ${earlier.join(', ')}`}
              </span>
            </li>
          ))}
        </ul>
        <IssueList of={issues} label="What could not be read, or not in full" />
      </div>
    </Section>
  );
}
