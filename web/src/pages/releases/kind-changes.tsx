import type { AnswerOf } from 'foeprint/answers';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Mention } from '../../api/answers.ts';
import { Btn } from '../../kit/controls.tsx';
import { Section } from '../../kit/layout.tsx';
import { ThingLink, ThingLinks } from '../../kit/things/thing-link.tsx';
import { spelled } from '../../words/count.ts';
import './releases.css';

type KindDiff = AnswerOf<'diff'>['kinds'][number];

/** What is different of the things of one kind. */
export function KindChanges({
  of,
  hasWords,
}: {
  readonly of: KindDiff;
  /** Whether things that have only other words or values are listed. */
  readonly hasWords: boolean;
}): ReactElement {
  const counts = [
    [of.added.length, 'new'],
    [of.revoked.length, 'revoked'],
    [of.deprecated.length, 'deprecated'],
    [of.removed.length, 'gone'],
    [of.restored.length, 'live again'],
    [of.moved.length, 'in other tactics'],
    [of.domains.length, 'in other domains'],
    [of.changed.length, 'with other words or values'],
    [of.versionOnly.length, 'with another version alone'],
  ] as const;
  return (
    <Section
      title={`${of.plural.slice(0, 1).toUpperCase()}${of.plural.slice(1)}`}
      about={counts
        .filter(([count]) => count > 0)
        .map(([count, words]) => `${count} ${words}`)
        .join(', ')}
    >
      <Things title="New" of={of.added} />
      <Lines
        title="Revoked"
        of={of.revoked.map(({ thing, successor }) => [
          thing,
          successor === undefined ? (
            'without a successor'
          ) : (
            <>
              is <ThingLink of={successor} /> now
            </>
          ),
        ])}
      />
      <Things title="Deprecated" of={of.deprecated} />
      <Things title="Gone" of={of.removed} />
      <Things title="Live again" of={of.restored} />
      <Lines
        title="In other tactics"
        of={of.moved.map(({ thing, left, joined }) => [
          thing,
          <>
            {left.length === 0 ? null : (
              <>
                no longer <ThingLinks of={left} />
                {joined.length === 0 ? '' : '; '}
              </>
            )}
            {joined.length === 0 ? null : (
              <>
                now <ThingLinks of={joined} />
              </>
            )}
          </>,
        ])}
      />
      <Lines
        title="In other domains"
        of={of.domains.map(({ thing, left, joined }) => [
          thing,
          [...left.map((each) => `no longer ${each}`), ...joined.map((each) => `now ${each}`)].join(', '),
        ])}
      />
      {hasWords ? (
        <Lines
          title="With other words or values"
          of={of.changed.map(({ thing, fields }) => [thing, fields.map(sayChange).join('; ')])}
        />
      ) : null}
    </Section>
  );
}

type FieldChange = KindDiff['changed'][number]['fields'][number];

/** `platforms: now Linux, no longer Windows`; of a long text only that it is another. */
function sayChange({ label, before, after, added = [], removed = [] }: FieldChange): string {
  const entries = [
    added.length === 0 ? '' : `now ${added.join(', ')}`,
    removed.length === 0 ? '' : `no longer ${removed.join(', ')}`,
  ].filter((each) => each !== '');
  if (entries.length > 0) return `${label}: ${entries.join(', ')}`;
  return before === undefined && after === undefined ? label : `${label}: ${before ?? '–'} → ${after ?? '–'}`;
}

/** Things of a list that are shown before somebody asks for the others. */
const SHOWN = 60;

function Things({
  title,
  of,
}: {
  readonly title: string;
  readonly of: readonly Mention[];
}): ReactElement | null {
  const [isWhole, setIsWhole] = useState(false);
  if (of.length === 0) return null;
  const shown = isWhole ? of : of.slice(0, SHOWN);
  return (
    <div className="change-list">
      <h3>{title}</h3>
      <ul className="plain-list in-columns">
        {shown.map((thing) => (
          <li key={thing.id}>
            <ThingLink of={thing} />
          </li>
        ))}
      </ul>
      {shown.length === of.length ? null : (
        <p className="more">
          <Btn onClick={() => setIsWhole(true)}>Show all {spelled(of.length)}</Btn>
        </p>
      )}
    </div>
  );
}

function Lines({
  title,
  of,
}: {
  readonly title: string;
  readonly of: readonly (readonly [Mention, ReactNode])[];
}): ReactElement | null {
  if (of.length === 0) return null;
  return (
    <div className="change-list">
      <h3>{title}</h3>
      <ul className="plain-list">
        {of.map(([thing, words]) => (
          <li key={thing.id}>
            <ThingLink of={thing} /> <span className="quiet">{words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
