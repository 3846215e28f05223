import { useMemo, type ReactElement } from 'react';
import { text, truth } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Thing } from '../../frame/thing.tsx';
import { useWhy, WithWhy } from '../../frame/why-panel.tsx';
import { Check } from '../../kit/controls.tsx';
import { Section } from '../../kit/layout.tsx';
import { Legend } from '../../kit/marks.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { Table, type TableColumn } from '../../kit/table.tsx';
import { timelineGrid, type Timeline, type TimelineCell, type TimelineEntry } from '../../marks/timeline.ts';
import { useShown } from '../../state/shown.ts';
import { several } from '../../words/count.ts';
import { plainSentence } from '../../words/plain-sentence.ts';
import type { TabProps } from './group-page.tsx';

const FIELDS = { year: text(), derived: truth(true) };

/** When each technique was first reported of a group, and what it implied then. */
export function TimelineTab({ profile, envelope, id }: TabProps): ReactElement {
  const [{ derived, year }, change] = useAddress(FIELDS);
  const timeline = useAnswer('timeline', { group: id, derived });
  useShown(timeline.data, envelope);
  return (
    <Answered of={timeline} skeleton={<Skeleton lines={6} />}>
      {({ answer }) => (
        <WithWhy pairs={rowsOf(yearIn(answer, year)).map(({ technique }) => `${id}~${technique.label}`)}>
          <Section
            kind="plain"
            title="When each technique was first reported"
            about={`By the oldest document cited for it, not by when ATT&CK added it. A square is a technique; a framed one is the first in its tactic. ${answer.dated} of ${answer.dated + answer.undated.length} can be dated.`}
            actions={
              <>
                <Check label="Derived" checked={derived} onChange={(next) => change({ derived: next })} />
                <Legend
                  of={[
                    { swatch: 'reported', words: 'reported' },
                    { swatch: 'derived', words: 'derived' },
                  ]}
                />
              </>
            }
          >
            {answer.dated === 0 ? (
              <Empty title="Nothing of it is dated.">
                No document that is cited for a technique of {profile.group.name} has a date.
              </Empty>
            ) : (
              <Years answer={answer} name={profile.group.name} />
            )}
          </Section>
          <Year answer={answer} id={id} />
        </WithWhy>
      )}
    </Answered>
  );
}

/** The year that is looked at: that of the address, else the newest with anything that is reported of the group itself. */
function yearIn({ years }: Timeline, asked: string): Timeline['years'][number] | undefined {
  return (
    years.find(({ year }) => year === asked) ??
    years.findLast(({ entries }) => entries.some(({ use }) => use === 'direct')) ??
    years.at(-1)
  );
}

/** What is listed of a year: what was reported of the group itself; only where nothing was, what followed by rules. */
function rowsOf(year: Timeline['years'][number] | undefined): readonly TimelineEntry[] {
  const entries = year?.entries ?? [];
  const reported = entries.filter(({ use }) => use === 'direct');
  return reported.length === 0 ? entries : reported;
}

function Years({ answer, name }: { readonly answer: Timeline; readonly name: string }): ReactElement {
  const [{ year: asked }, change] = useAddress(FIELDS);
  const grid = useMemo(() => timelineGrid(answer), [answer]);
  const chosen = yearIn(answer, asked)?.year;
  return (
    <div className="scroll">
      <table className="years" aria-label={`Techniques of ${name} by year of first report and tactic`}>
        <thead>
          <tr>
            <th>
              <span className="unseen">Tactic</span>
            </th>
            {grid.years.map((year, index) => {
              const { reported = 0, derived = 0 } = grid.totals[index] ?? {};
              return (
                <th key={year} scope="col" className={year === chosen ? 'chosen' : ''}>
                  <button
                    type="button"
                    aria-pressed={year === chosen}
                    disabled={reported + derived === 0}
                    onClick={() => change({ year })}
                  >
                    <b>{year}</b>
                    <small>
                      {reported + derived === 0 ? 'nothing new' : `${reported} rep. · ${derived} der.`}
                    </small>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map(({ id, name: tactic, cells }) => (
            <tr key={id}>
              <th scope="row">{tactic}</th>
              {cells.map((cell, index) => (
                <td key={grid.years[index]} className={grid.years[index] === chosen ? 'chosen' : ''}>
                  <Squares of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Squares({ of: { reported, derived, isFirst } }: { readonly of: TimelineCell }): ReactElement | null {
  if (reported + derived === 0) return null;
  return (
    <span className={`squares${isFirst ? ' first' : ''}`}>
      <span className="unseen">
        {reported} reported, {derived} derived{isFirst ? ', the first in this tactic' : ''}
      </span>
      {Array.from({ length: reported + derived }, (_, index) => (
        <i key={index} className={index < reported ? 'reported' : 'derived'} aria-hidden="true" />
      ))}
    </span>
  );
}

function Year({ answer, id }: { readonly answer: Timeline; readonly id: string }): ReactElement | null {
  const [{ year: asked }] = useAddress(FIELDS);
  const why = useWhy();
  const year = yearIn(answer, asked);
  const rows = useMemo(() => rowsOf(year), [year]);
  const isReported = rows[0]?.use === 'direct';
  if (year === undefined) return null;
  return (
    <Section
      kind="thin"
      title={year.year}
      about={
        !isReported
          ? `${several(rows.length, 'technique')} followed from software and campaigns by what was reported that year; none was reported of the group itself.`
          : `${several(rows.length, 'reported technique')} ${rows.length === 1 ? 'was' : 'were'} new that year. What each implied then:`
      }
    >
      <Table
        label={`New in ${year.year}`}
        columns={COLUMNS}
        rows={rows}
        keyOf={({ technique }) => technique.id}
        onOpen={({ technique }) => why.open(id, technique.label)}
      />
    </Section>
  );
}

const COLUMNS: readonly TableColumn<TimelineEntry>[] = [
  {
    id: 'technique',
    head: 'Technique',
    className: 'no-wrap',
    cell: ({ technique }) => <Thing of={technique} />,
  },
  {
    id: 'reported',
    head: 'Reported',
    className: 'no-wrap',
    cell: ({ reported }) => reported?.date ?? '–',
  },
  {
    id: 'implied',
    head: 'What it implied',
    onPhones: 'line',
    cell: ({ implications }) =>
      implications.length === 0 ? '–' : implications.map(({ label }) => label).join(' · '),
  },
  {
    id: 'sentence',
    head: 'As reported',
    onPhones: 'line',
    className: 'quiet',
    cell: ({ sentence, through }) => (
      <span className="two-lines">
        {sentence === '' ? `through ${through.map(({ name }) => name).join(', ')}` : plainSentence(sentence)}
      </span>
    ),
  },
];
