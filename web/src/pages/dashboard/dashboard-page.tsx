import { useMemo, type ReactElement } from 'react';
import type { AnswerOf } from 'foeprint/answers';
import { word } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { coverageGiven } from '../../given/coverage-given.ts';
import { useGivenCoverage } from '../../given/coverage.ts';
import { useWhom } from '../../given/organisation.ts';
import { NoOrganisation } from '../../given/whom.tsx';
import { Seg } from '../../kit/controls.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Quote } from '../../kit/reasons/quote.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { LEVEL_WORDS } from '../../marks/defence/coverage-matrix.ts';
import { stageParts } from '../../marks/defence/stages.ts';
import { useShown } from '../../state/shown.ts';
import { several, sayDate } from '../../words/count.ts';
import '../../kit/table.css';
import { Activity } from './activity.tsx';
import './dashboard.css';
import { Trend } from './trend.tsx';

const FIELDS = { trend: word('month', 'quarter', 'release') };

type Dashboard = AnswerOf<'dashboard'>;

export function Page(): ReactElement {
  const [{ trend }, change] = useAddress(FIELDS);
  const { organisation, isKnown } = useWhom();
  const given = useGivenCoverage();
  const coverage = useMemo(() => coverageGiven(given), [given]);
  const dashboard = useAnswer(
    'dashboard',
    organisation === undefined
      ? undefined
      : { organisation, trend, ...(coverage === undefined ? {} : { coverage }) },
  );
  useShown(dashboard.data);
  if (!isKnown) return <Skeleton lines={8} />;
  if (organisation === undefined)
    return (
      <>
        <Head
          title="Dashboard"
          answer="Who is active against an organisation, what of that is covered, and what is missing, at a glance."
        />
        <NoOrganisation>A dashboard is an organisation’s own.</NoOrganisation>
      </>
    );
  return (
    <Answered of={dashboard} title="Dashboard" skeleton={<Skeleton lines={8} />}>
      {({ answer }) => (
        <>
          <Head
            title="Dashboard"
            below={`${answer.organisation.name}, as of ${sayDate(answer.asOf)}`}
            answer={<Sentence answer={answer} />}
            actions={<ExportBtn />}
          />
          <Stages answer={answer} />
          <Activity answer={answer} />
          <Section
            title="How coverage has gone"
            about="share of what is to be expected that is deployed or tested"
            actions={
              <Seg
                label="Steps"
                choices={[
                  ['month', 'Months'],
                  ['quarter', 'Quarters'],
                  ['release', 'Releases'],
                ]}
                value={trend}
                onChange={(each) => change({ trend: each })}
              />
            }
          >
            <Trend points={answer.trend} />
          </Section>
          <Gaps answer={answer} />
          <News answer={answer} />
        </>
      )}
    </Answered>
  );
}

function Sentence({ answer }: { readonly answer: Dashboard }): ReactElement {
  const { share, knownShare, gapsOf, cheap, activity, counts } = answer;
  return (
    <>
      <b>{several(activity.length, 'group')}</b> count for {answer.organisation.name}; of the{' '}
      {several(counts.of, 'technique')} to expect of them, <b>{percent(share)}</b> of the expectation is
      detected, and of {percent(knownShare)} there are logs at least.{' '}
      <Go className="why" to="/coverage">
        {several(gapsOf, 'technique')} {gapsOf === 1 ? 'is a gap' : 'are gaps'}
      </Go>
      {cheap === 0 ? '' : `, ${cheap} of them with logs at hand`}.
    </>
  );
}

/** Expectation by level, as one bar. */
function Stages({ answer: { counts, coverageAsOf } }: { readonly answer: Dashboard }): ReactElement {
  const parts = stageParts(counts);
  return (
    <Section
      title="How far detection has come"
      about={
        coverageAsOf === ''
          ? 'no coverage is kept and none was given'
          : `by weight of the expectation, as of ${sayDate(coverageAsOf)}`
      }
    >
      <div className="stage-bar" aria-hidden="true">
        {parts.map(({ level, share }) =>
          share === 0 ? null : (
            <i key={level} className={`level-${level}`} style={{ flexGrow: Math.max(share, 0.004) }} />
          ),
        )}
      </div>
      <ul className="stage-list">
        {parts.map(({ level, share, count }) => (
          <li key={level}>
            <i className={`swatch level-${level}`} aria-hidden="true" />
            <b>{percent(share)}</b> {LEVEL_WORDS[level]}{' '}
            <span className="faint">{several(count, 'technique')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Gaps({ answer: { gaps, gapsOf } }: { readonly answer: Dashboard }): ReactElement {
  return (
    <Section title="What is missing most" about="the most expected first">
      {gaps.length === 0 ? (
        <Empty title="Nothing is missing.">A rule is deployed for every technique to expect.</Empty>
      ) : (
        <table className="stackable">
          <thead>
            <tr>
              <th>Technique</th>
              <th>Used by</th>
              <th>What is reported, and what is next</th>
            </tr>
          </thead>
          <tbody>
            {gaps.map(({ coverage, usedBy, sentence }) => (
              <tr key={coverage.technique.id} className="tall">
                <td>
                  <Go className="name" to="/coverage" search={{ technique: coverage.technique.label }}>
                    {coverage.technique.name}
                  </Go>{' '}
                  <span className="id">{coverage.technique.label}</span>
                </td>
                <td className="used-by">
                  {usedBy.slice(0, 3).map(({ id, name, label }, index) => (
                    <span key={id}>
                      {index === 0 ? '' : ', '}
                      <Go to={`/groups/${label === '' ? id : label}`}>{name}</Go>
                    </span>
                  ))}
                  {usedBy.length > 3 ? ` and ${usedBy.length - 3} more` : ''}
                </td>
                <td className="whole-line">
                  {sentence === '' ? null : <Quote>{sentence}</Quote>}
                  <span className="note"> {coverage.reasons.map((reason) => reason.sentence).join(' ')}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {gapsOf > gaps.length ? (
        <p className="note">
          <Go to="/coverage">All {gapsOf}</Go>
        </p>
      ) : null}
    </Section>
  );
}

/** What is new since the last audit, and what others of the sector have seen. */
function News({ answer: { since, recent, seen } }: { readonly answer: Dashboard }): ReactElement {
  return (
    <>
      <Section
        title="New since the last audit"
        about={
          since === undefined ? 'the organisation names no audit' : `first reported since ${sayDate(since)}`
        }
      >
        {recent.length === 0 ? (
          <p className="note">
            {since === undefined
              ? 'With the day of the last audit (lastAudit in org.yaml), what groups were first reported to use since then stands here.'
              : 'No group that counts was first reported to use a technique since then.'}
          </p>
        ) : (
          <ul className="news">
            {recent.slice(0, 12).map(({ technique, group, date, sentence, level }) => (
              <li key={`${technique.id} ${group.id}`}>
                <span className="faint">{date}</span> <Go to={`/groups/${group.label}`}>{group.name}</Go>:{' '}
                <b>{technique.name}</b> <span className="id">{technique.label}</span> ·{' '}
                {LEVEL_WORDS[level as 0] ?? ''}
                {sentence === '' ? null : (
                  <>
                    {' '}
                    <Quote>{sentence}</Quote>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Seen in its sectors" about="imported sightings of twelve months">
        {seen.length === 0 ? (
          <p className="note">No sightings are imported that are of these sectors.</p>
        ) : (
          <ul className="news">
            {seen.slice(0, 12).map(({ technique, seen: counts, level }) => (
              <li key={technique.id}>
                <b>{technique.name}</b> <span className="id">{technique.label}</span>{' '}
                {several(counts.sector, 'sighting')} at {several(counts.organisations, 'organisation')}
                {counts.own === 0 ? '' : `, ${counts.own} here`} · {LEVEL_WORDS[level as 0] ?? ''}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
