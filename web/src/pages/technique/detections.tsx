import type { ReactElement } from 'react';
import type { Detection } from '../../api/answers.ts';
import { plainSentence } from '../../words/plain-sentence.ts';
import '../../kit/things/things.css';

type Analytic = Detection['analytics'][number];

/** Detection strategies, how each is carried out on which platforms, and in which logs to look. */
export function Detections({ of }: { readonly of: readonly Detection[] }): ReactElement {
  return (
    <>
      {of.map(({ defence, analytics }) => (
        <div key={defence.id}>
          <h3>
            {defence.name} <span className="id">{defence.label}</span>
          </h3>
          <div className="analytics">
            {analytics.length === 0 ? <p className="faint">Its source has no analytic for it.</p> : null}
            {analytics.map((analytic) => (
              <AnalyticLines key={analytic.analytic.id} of={analytic} />
            ))}
          </div>
        </div>
      ))}
    </>
  );
}

function AnalyticLines({
  of: { analytic, platforms, description, logSources, tuning },
}: {
  readonly of: Analytic;
}): ReactElement {
  return (
    <div>
      <p>
        <b>{platforms.length === 0 ? analytic.name : platforms.join(', ')}</b>{' '}
        <span className="id">{analytic.label}</span>
      </p>
      {description === '' ? null : <p className="quiet">{plainSentence(description)}</p>}
      {logSources.length === 0 ? null : (
        <ul className="logs" aria-label={`Where ${analytic.name} looks`}>
          {logSources.map(({ name, channel, component }) => (
            <li key={`${name} ${channel} ${component}`} className="chip">
              <code>{name}</code>
              {channel === '' ? null : <span>{channel}</span>}
              {component === '' ? null : <span className="faint">{component}</span>}
            </li>
          ))}
        </ul>
      )}
      {tuning.length === 0 ? null : (
        <details>
          <summary className="note">{tuning.length} to set where it is used</summary>
          <ul className="plain-list note">
            {tuning.map(({ field, description: words }) => (
              <li key={field + words}>
                <code>{field}</code> {words}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
