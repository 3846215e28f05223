import type { ReactElement } from 'react';
import { Tag } from '../../kit/controls.tsx';
import { Citations, Quote } from '../../kit/reasons/quote.tsx';
import '../../kit/marks.css';
import { STANDINGS, type EmulationStep } from '../../marks/defence/emulation.ts';
import { joined } from '../../words/scope.ts';
import { several } from '../../words/count.ts';

type Test = EmulationStep['tests'][number];

/** A technique of the group, what is reported of it, and the tests that do it. */
export function Step({ step }: { readonly step: EmulationStep }): ReactElement {
  const { number, technique, use, through, when, sentence, citation, standing, tests, left, subTechniques } =
    step;
  return (
    <li>
      <span className="order">{number}</span>
      <div>
        <p>
          <i className={`swatch ${use === 'direct' ? 'reported' : 'derived'}`} aria-hidden="true" />
          <b>{technique.name}</b> <span className="id">{technique.label}</span>{' '}
          <span className="faint">
            {use === 'direct'
              ? 'reported'
              : `follows from ${joined(through.slice(0, 3).map(({ name }) => name))}`}
            {when === undefined
              ? ''
              : ` · ${when.kind === 'campaign' ? 'campaign of' : 'document of'} ${when.date}`}
          </span>
        </p>
        {sentence === '' ? null : (
          <p>
            <Quote>{sentence}</Quote>
          </p>
        )}
        {citation === undefined ? null : <Citations of={[citation]} />}
        {tests.map((test) => (
          <PlannedTest key={test.test.guid} of={test} />
        ))}
        {standing === 'executable' ? null : (
          <p className="note">
            {STANDINGS[standing]}
            {subTechniques.length === 0 ? '' : `: ${joined(subTechniques.map(({ label }) => label))}`}
          </p>
        )}
        {left.length === 0 ? null : <p className="note">{several(left.length, 'other test')} left out</p>}
      </div>
    </li>
  );
}

function PlannedTest({ of }: { readonly of: Test }): ReactElement {
  const { test, reason, destructive, usesNetwork, usesFiles } = of;
  return (
    <details className="planned-test">
      <summary>
        {test.name} <span className="id">{test.executor}</span>{' '}
        {test.elevation ? <Tag>administrator</Tag> : null} {usesNetwork ? <Tag>web address</Tag> : null}{' '}
        {usesFiles ? <Tag>own files</Tag> : null}{' '}
        {destructive.length === 0 ? null : <Tag isFault>may destroy</Tag>}
      </summary>
      <p className="note">
        {test.description} {reason}
        {destructive.length === 0 ? '' : ` It counts as destructive: ${joined(destructive)}.`}
      </p>
      {test.arguments.length === 0 ? null : (
        <dl className="key-values">
          {test.arguments.map(({ name, description, fallback }) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>
                <code>{`#{${name}}`}</code>
              </dt>
              <dd>
                {description} {fallback === undefined ? <b>to be given</b> : <code>{fallback}</code>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Commands label={test.executor === 'manual' ? 'Steps' : 'Command'} text={test.command} />
      {test.cleanup === undefined ? null : <Commands label="Undo" text={test.cleanup} />}
      <p className="note id">{test.guid}</p>
    </details>
  );
}

function Commands({ label, text }: { readonly label: string; readonly text: string }): ReactElement {
  return (
    <>
      <h3>{label}</h3>
      <pre className="commands" role="region" aria-label={label} tabIndex={0}>
        {text}
      </pre>
    </>
  );
}
