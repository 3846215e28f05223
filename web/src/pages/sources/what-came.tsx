import type { ReactElement } from 'react';
import { Go } from '../../frame/go.tsx';
import { Btn, Tag } from '../../kit/controls.tsx';
import { IssueList } from '../../kit/forms/issue-list.tsx';
import { Section } from '../../kit/layout.tsx';
import { several, spelled } from '../../words/count.ts';
import type { Loaded } from './load-files.tsx';
import type { Synced } from './sync.tsx';

type Place = Loaded['places'][number] | Synced['places'][number];
type Stored = Place['sources'][number];

/** What came of loading or syncing: what was stored, what was left out and why, and what follows. */
export function WhatCame({
  of,
  onClose,
}: {
  readonly of: Loaded | Synced;
  readonly onClose: () => void;
}): ReactElement {
  const isAttack = of.places.some(({ sources }) =>
    sources.some(({ kind, isNew }) => kind === 'attack' && isNew),
  );
  return (
    <Section
      title="What came in"
      kind="plain"
      actions={
        <Btn kind="bare" onClick={onClose}>
          Close
        </Btn>
      }
    >
      <div role="status">
        {of.places.length === 0 ? <p>Nothing was due.</p> : null}
        {of.places.map((place) => (
          <PlaceLines key={`${'source' in place ? place.source : ''} ${place.location}`} of={place} />
        ))}
        <IssueList of={of.remarks} label="To be minded" />
        {of.derived.length === 0 ? null : (
          <p className="note spaced">
            Rules derive from all that is loaded now{' '}
            {of.derived.map(({ relation, derived }) => `${spelled(derived)} × ${relation}`).join(', ')}.
          </p>
        )}
        <p className="spaced">
          {isAttack ? (
            <>
              <Go to="/releases">What changed between the releases of ATT&amp;CK</Go>
              {' · '}
            </>
          ) : null}
          <Go to="/journal">The journal, with the way back</Go>
        </p>
      </div>
    </Section>
  );
}

function PlaceLines({ of }: { readonly of: Place }): ReactElement {
  const { sources, unchanged, location } = of;
  const [name, reports, issues] = 'source' in of ? [of.source, of.reports, of.issues] : [location, [], []];
  const left = sources.flatMap((source) => source.issues);
  return (
    <div className="came">
      {sources.length === 1 && sources[0]?.name === name ? null : (
        <h3>
          {name} {name === location ? null : <span className="faint">{location}</span>}
        </h3>
      )}
      {unchanged ? <p className="quiet">Nothing has changed there since it was last loaded.</p> : null}
      <ul>
        {sources.map((source) => (
          <li key={source.sha256}>
            <b>{source.name}</b> <Tag>{source.kind}</Tag> <span className="faint">{sayStored(source)}</span>
          </li>
        ))}
        {reports.map(({ label, title, outcome }) => (
          <li key={label}>
            <Go to={`/reports/${label}`}>{title}</Go> <span className="id">{label}</span>{' '}
            <span className="faint">{outcome === 'new' ? 'is new' : outcome}</span>
          </li>
        ))}
      </ul>
      {left.length === 0 ? null : (
        <p className="quiet">{several(left.length, 'remark')} on what was left out or is to be minded:</p>
      )}
      <IssueList of={[...issues, ...left]} label={`Left out of ${name}, or to be minded`} />
    </div>
  );
}

function sayStored({ isNew, added, known, superseding }: Stored): string {
  if (!isNew) return 'was loaded already, just so';
  return [
    `${several(added, 'object')} ${added === 1 ? 'is' : 'are'} new`,
    ...(superseding === 0 ? [] : [`${spelled(superseding)} in the place of older ones`]),
    ...(known === 0 ? [] : [`${spelled(known)} known before`]),
  ].join(', ');
}
