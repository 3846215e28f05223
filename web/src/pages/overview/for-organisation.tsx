import type { AnswerOf } from 'foeprint/answers';
import { useMemo, type ReactElement } from 'react';
import { truth } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go, useGo } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { hasPage, Thing } from '../../frame/thing.tsx';
import { coverageGiven } from '../../given/coverage-given.ts';
import { useGivenCoverage } from '../../given/coverage.ts';
import { keepOrganisation, useWhom, type Organisation } from '../../given/organisation.ts';
import { useKeys } from '../../keys/keys.ts';
import { Btn, Check } from '../../kit/controls.tsx';
import { Columns, Head, Section } from '../../kit/layout.tsx';
import { BarCell, Print } from '../../kit/marks.tsx';
import { Matrix } from '../../kit/matrix.tsx';
import { Readout } from '../../kit/readout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { curveBars } from '../../marks/defence/curve.ts';
import { expectationMatrix } from '../../marks/expectation-matrix.ts';
import { printColumns } from '../../marks/group-matrix.ts';
import { say } from '../../state/said.ts';
import { useShown } from '../../state/shown.ts';
import { nextDensity, useDensity } from '../../state/use-density.ts';
import { useIsNarrow } from '../../state/use-is-narrow.ts';
import { several } from '../../words/count.ts';
import { joined } from '../../words/scope.ts';

const FIELDS = { gaps: truth(false) };

/** Steps of a plan that the curve shows, and those that are named. */
const STEPS = { drawn: 14, named: 5 };

type Threats = AnswerOf<'threats'>;

/** Who is documented against organisations like this one, how they work, and what to do first. */
export function ForOrganisation({ organisation }: { readonly organisation: Organisation }): ReactElement {
  const given = useGivenCoverage();
  const coverage = useMemo(() => coverageGiven(given), [given]);
  const beside = coverage === undefined ? {} : { coverage };
  const threats = useAnswer('threats', { organisation });
  const show = useAnswer('coverage-show', { organisation, ...beside, limit: 1, evidence: 0 });
  useShown(threats.data, show.data);
  const { isOwn } = useWhom();
  const forget = (): void => {
    keepOrganisation(undefined);
    say(`${organisation.name} is no longer kept in this browser.`, () => keepOrganisation(organisation));
  };
  return (
    <>
      <Head
        title={organisation.name}
        answer={
          threats.data === undefined ? undefined : (
            <Sentence threats={threats.data.answer} counts={show.data?.answer.counts} />
          )
        }
        actions={
          <>
            {isOwn ? (
              <Btn onClick={forget}>For somebody else</Btn>
            ) : (
              <Go className="btn" to="/organisation" search={{ edit: '1' }}>
                For somebody else
              </Go>
            )}
            <ExportBtn />
            {hasPage('/triage') ? (
              <Go className="btn main" to="/triage">
                Triage an alert
              </Go>
            ) : null}
          </>
        }
      />
      <Columns>
        <div>
          <Section
            title="Who"
            about={sayAgainst(organisation)}
            actions={
              hasPage('/organisation') && threats.data !== undefined ? (
                <Go to="/organisation">All {threats.data.answer.groups.length}, with reasons</Go>
              ) : undefined
            }
          >
            <Answered of={threats} skeleton={<Skeleton kind="rows" lines={7} />}>
              {({ answer }) => <Who answer={answer} />}
            </Answered>
          </Section>
          <How show={show} organisation={organisation} />
        </div>
        <div>
          <WhatToDo organisation={organisation} beside={beside} />
          <Waiting />
          {threats.isError ? null : <HowFirm organisation={organisation} threats={threats.data?.answer} />}
        </div>
      </Columns>
      <Readout
        keys={[
          ['↑↓←→', 'move'],
          ['D', 'names, ids, dots'],
        ]}
      />
    </>
  );
}

function Sentence({
  threats: { groups, of },
  counts,
}: {
  readonly threats: Threats;
  readonly counts: AnswerOf<'coverage-show'>['counts'] | undefined;
}): ReactElement {
  const first = groups.slice(0, 3).map(({ group }) => group.name);
  if (first.length === 0)
    return (
      <>No group is documented against organisations like it. That is not the same as that there is none.</>
    );
  const covered = (counts?.byStage['deployed'] ?? 0) + (counts?.byStage['tested'] ?? 0);
  return (
    <>
      <Go className="why" to="/organisation">
        {groups.length} of {several(of, 'group')}
      </Go>{' '}
      are documented most against organisations like it, <b>{joined(first)}</b> first.{' '}
      {counts === undefined ? null : (
        <>
          They are reported or held to use{' '}
          <Go className="why" to="/coverage">
            {several(counts.of, 'technique')}
          </Go>{' '}
          on its platforms;{' '}
          <Go className="why" to="/coverage">
            {covered === 0 ? 'none is covered' : `${covered} are covered`}
          </Go>
          .{' '}
        </>
      )}
      This is what is documented, not a forecast.
    </>
  );
}

function Who({ answer }: { readonly answer: Threats }): ReactElement {
  const prints = useAnswer('prints', {});
  const byId = useMemo(
    () => new Map(prints.data?.answer.groups.map((group) => [group.id, group])),
    [prints.data],
  );
  const tactics = prints.data?.answer.tactics ?? [];
  const [first] = answer.groups;
  if (first === undefined)
    return (
      <Empty title="Nobody.">No source reports a group against its sectors, countries or motives.</Empty>
    );
  return (
    <ol className="who ranked">
      {answer.groups.slice(0, 7).map(({ rank, group, score, factors, lastSeen }) => {
        const print = byId.get(group.id);
        return (
          <li key={group.id}>
            <span className="faint">{rank}</span>
            {print === undefined ? (
              <span className="no-print" />
            ) : (
              <Print of={printColumns(tactics, print)} />
            )}
            <span className="who-name">
              <Thing of={group} />
            </span>
            <BarCell share={score / first.score} words={score.toFixed(2)} width={130} />
            <span className="quiet wide-only who-words">{sayFactors(factors)}</span>
            <span className="quiet who-seen">{lastSeen === '' ? '' : `seen ${lastSeen.slice(0, 7)}`}</span>
          </li>
        );
      })}
    </ol>
  );
}

function How({
  show,
  organisation,
}: {
  readonly show: ReturnType<typeof useAnswer<'coverage-show'>>;
  readonly organisation: Organisation;
}): ReactElement {
  const [{ gaps }, change] = useAddress(FIELDS);
  const [density] = useDensity();
  const isNarrow = useIsNarrow();
  useKeys('In the matrix', [{ key: 'd', does: 'names, ids, dots', run: nextDensity }]);
  const go = useGo();
  const matrix = useAnswer('matrix', {});
  const columns = useMemo(() => {
    const [first] = matrix.data?.answer.matrices ?? [];
    return first === undefined || show.data === undefined
      ? []
      : expectationMatrix(first, show.data.answer.columns);
  }, [matrix.data, show.data]);
  return (
    <Section
      title="How"
      about={`stronger is more expected; the blue edge is what ${organisation.name} covers, 0 to 4; under each tactic, covered of expected`}
      actions={
        <>
          <Check label="Only gaps" checked={gaps} onChange={(next) => change({ gaps: next })} />
          {hasPage('/coverage') ? <Go to="/coverage">Open the matrix</Go> : null}
        </>
      }
    >
      <Answered of={show} skeleton={<Skeleton kind="rows" lines={8} />}>
        {() => (
          <Matrix
            columns={columns}
            label={`Techniques to expect for ${organisation.name} by tactic`}
            density={density === 'names' ? 'dots' : density}
            hasGauge
            keepsRest
            dimsAllButGaps={gaps}
            restWords={(count) => (isNarrow ? `+${count}` : `+ ${count} less expected`)}
            {...(hasPage('/coverage')
              ? { onWhy: (cell: { readonly id: string }) => go('/coverage', { technique: cell.id }) }
              : {})}
          />
        )}
      </Answered>
    </Section>
  );
}

function WhatToDo({
  organisation,
  beside,
}: {
  readonly organisation: Organisation;
  readonly beside: object;
}): ReactElement {
  const plan = useAnswer('plan', {
    organisation,
    ...beside,
    kinds: ['mitigations'],
    budget: STEPS.drawn,
    seconds: 0,
    limit: 1,
  });
  return (
    <Section title="What to do" about="mitigations, in the order that adds most">
      <Answered of={plan} skeleton={<Skeleton kind="rows" lines={5} />}>
        {({ answer: { lines } }) => {
          const five = lines[STEPS.named - 1] ?? lines.at(-1);
          if (five === undefined)
            return <p className="quiet">No mitigation answers what is left to expect.</p>;
          return (
            <>
              <ol className="steps">
                {lines.slice(0, STEPS.named).map(({ order, thing, adds }) => (
                  <li key={thing.id}>
                    <span className="faint">{order}</span>
                    <b>{thing.name}</b>
                    <span>+{percent(adds)}</span>
                  </li>
                ))}
              </ol>
              <Curve together={lines.map(({ together }) => together)} />
              <p className="note">
                {several(Math.min(STEPS.named, lines.length), 'step')} answer <b>{percent(five.together)}</b>{' '}
                of what is left to expect.{' '}
                {hasPage('/coverage') ? <Go to="/coverage">Set a budget</Go> : null}
              </p>
            </>
          );
        }}
      </Answered>
    </Section>
  );
}

/** What all steps so far answer together. */
function Curve({ together }: { readonly together: readonly number[] }): ReactElement {
  const size = { width: 330, height: 96, foot: 16 };
  const bars = curveBars(together, STEPS.named, size);
  return (
    <svg
      className="curve"
      viewBox={`0 -12 ${size.width} ${size.height + 12}`}
      role="img"
      aria-label={`${several(together.length, 'step')} together: ${together.map((each) => percent(each)).join(', ')}`}
    >
      {bars.map(({ x, y, width, height, isChosen }, index) => (
        <g key={x}>
          <rect x={x} y={y} width={width} height={height} fill={isChosen ? 'var(--d4)' : 'var(--d2)'} />
          {index === STEPS.named - 1 || index === bars.length - 1 ? (
            <text x={x + width / 2} y={y - 4} textAnchor="middle" fontWeight="640">
              {percent(together[index] ?? 0)}
            </text>
          ) : null}
          {index === 0 || index === STEPS.named - 1 || index === bars.length - 1 ? (
            <text x={x + width / 2} y={size.height - 3} textAnchor="middle">
              {index + 1}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}

/** Reports with something left to decide; nothing where there is none. */
function Waiting(): ReactElement | null {
  const reports = useAnswer('report-list', {});
  const open = (reports.data?.answer.reports ?? []).filter(({ isLoaded }) => !isLoaded);
  if (open.length === 0) return null;
  return (
    <Section title="Waiting for you">
      <ul className="steps">
        {open.slice(0, 5).map(({ label, title, decided }) => (
          <li key={label}>
            <span />
            {hasPage('/reports/x') ? <Go to={`/reports/${label}`}>{title}</Go> : <b>{title}</b>}
            <span className="faint">{decided === 0 ? 'not reviewed' : `${decided} decided`}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** How far the order hangs on single sources and factors, and of how many groups something is not known. */
function HowFirm({
  organisation,
  threats,
}: {
  readonly organisation: Organisation;
  readonly threats: Threats | undefined;
}): ReactElement {
  // Asked last: it ranks anew for every source and factor, and nobody waits for it.
  const whatIf = useAnswer('what-if', threats === undefined ? undefined : { organisation });
  const unknown = threats?.unknown.sector ?? 0;
  return (
    <Section title="How firm this is">
      <Answered of={whatIf} skeleton={<Skeleton lines={3} />}>
        {({ answer: { variations, thin, top } }) => {
          const least = variations.toSorted((a, b) => a.stay - b.stay)[0];
          return (
            <p className="quiet">
              {least === undefined ? null : (
                <>
                  Leave out any one factor or source and at least{' '}
                  <b>
                    {least.stay} of the {top}
                  </b>{' '}
                  stay; fewest without {least.label}.{' '}
                </>
              )}
              {thin.length === 0 ? null : (
                <>
                  <b>{several(thin.length, 'match', 'matches')}</b> {thin.length === 1 ? 'rests' : 'rest'} on
                  one old or single source.{' '}
                </>
              )}
              {unknown === 0
                ? null
                : `Of ${several(unknown, 'group')} nobody reports a sector; they count as the mean, not as no.`}
            </p>
          );
        }}
      </Answered>
    </Section>
  );
}

/** The two factors that add most, with what was found: `country Belgium · sector telecommunications`. */
function sayFactors(factors: Threats['groups'][number]['factors']): string {
  return factors
    .filter(
      ({ factor, contribution }) =>
        contribution > 0 && ['country', 'region', 'sector', 'sighting'].includes(factor),
    )
    .toSorted((a, b) => b.contribution - a.contribution)
    .slice(0, 2)
    .map(({ factor, found }) => `${factor} ${found.split(', ').slice(0, 2).join(', ')}`)
    .join(' · ');
}

function sayAgainst({ sectors, countries }: Organisation): string {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const places = countries.map((code) => names.of(code) ?? code);
  const parts = [
    sectors.length === 0 ? '' : `documented against ${joined(sectors)}`,
    places.length === 0 ? '' : `in ${joined(places)} and around`,
  ].filter((part) => part !== '');
  return parts.join(' ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
