import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useWhy } from '../../frame/why-panel.tsx';
import { Btn } from '../../kit/controls.tsx';
import { Columns, Section } from '../../kit/layout.tsx';
import { BarCell, Legend, Print } from '../../kit/marks.tsx';
import { ThingLink, ThingLinks } from '../../kit/things/thing-link.tsx';
import '../../kit/table.css';
import { matchesOf } from '../../marks/triage-rows.ts';
import { several } from '../../words/count.ts';
import { percent } from '../../words/percent.ts';
import { nameInAddress } from '../../words/places.ts';
import { FIELDS } from './triage-address.ts';

type Triage = AnswerOf<'triage'>;
type Candidate = Triage['candidates'][number];

/** Techniques that have a column; the others stand in what is said of each candidate. */
const MOST_COLUMNS = 12;

/** Groups by how like their reported ways are, technique by technique; one of them looked at closely. */
export function Candidates({ of }: { readonly of: Triage }): ReactElement | null {
  const [address, change] = useAddress(FIELDS);
  const prints = useAnswer('prints', {});
  const columns = of.techniques.slice(0, MOST_COLUMNS);
  const most = Math.max(...of.candidates.map(({ score }) => score), 0.01);
  const chosen = of.candidates.find(({ group }) => nameInAddress(group) === address.of) ?? of.candidates[0];
  if (chosen === undefined) return null;
  const choose = ({ group }: Candidate): void =>
    change({
      of:
        nameInAddress(group) === nameInAddress((of.candidates[0] ?? chosen).group)
          ? ''
          : nameInAddress(group),
    });
  return (
    <>
      <Section
        title="Candidates"
        about="by what is shared, rare things counting more"
        actions={
          <Legend
            of={[
              { swatch: 'reported', words: 'reported, campaigns included' },
              { swatch: 'derived', words: 'only through software' },
            ]}
          />
        }
      >
        <div className="scroll">
          <table className="stackable candidates" aria-label="Candidates">
            <thead>
              <tr>
                <th scope="col">
                  <span className="unseen">Rank</span>
                </th>
                <th scope="col" className="wide-only">
                  Print
                </th>
                <th scope="col">Group</th>
                <th scope="col">Score</th>
                <th scope="col" className="number wide-only">
                  Of {of.techniques.length}
                </th>
                {columns.map(({ technique }) => (
                  <th key={technique.id} scope="col" className="wide-only square-head">
                    <ThingId of={technique} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {of.candidates.map((candidate) => (
                <tr key={candidate.group.id} aria-selected={candidate === chosen}>
                  <td className="rank faint">{candidate.rank}</td>
                  <td className="wide-only">
                    <CandidatePrint of={candidate} prints={prints.data?.answer} />
                  </td>
                  <td className="no-wrap">
                    <ThingLink of={candidate.group} />
                  </td>
                  <td>
                    <button
                      type="button"
                      className="bar-button"
                      aria-pressed={candidate === chosen}
                      aria-label={`Score of ${candidate.group.name}: ${candidate.score.toFixed(1)}. What speaks for it and against it`}
                      onClick={() => choose(candidate)}
                    >
                      <BarCell
                        share={Math.max(0, candidate.score) / most}
                        words={candidate.score.toFixed(1)}
                      />
                    </button>
                  </td>
                  <td className="number wide-only">{candidate.matched.length}</td>
                  {matchesOf(candidate, columns).map((match, index) => (
                    <td key={columns[index]?.technique.id} className="wide-only">
                      <Square
                        candidate={candidate}
                        match={match}
                        of={columns[index]?.technique ?? candidate.group}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Margin of={of} />
      </Section>
      <Closely of={chosen} triage={of} />
    </>
  );
}

function ThingId({ of }: { readonly of: Candidate['group'] }): ReactElement {
  const [whole = of.name, part] = of.label.split('.');
  return (
    <>
      <span aria-hidden="true">
        {whole}
        {part === undefined ? null : (
          <>
            <br />.{part}
          </>
        )}
      </span>
      <span className="unseen">{of.name}</span>
    </>
  );
}

/** A square as a legend has it; one that is filled leads to its reasons. */
function Square({
  candidate: { group },
  match,
  of,
}: {
  readonly candidate: Candidate;
  readonly match: 'reported' | 'derived' | 'none';
  readonly of: Candidate['group'];
}): ReactElement {
  const why = useWhy();
  if (match === 'none') return <i className="square none" role="img" aria-label="not reported" />;
  return (
    <button
      type="button"
      className={`square ${match}`}
      aria-label={`${group.name}: ${of.name} ${match === 'reported' ? 'reported' : 'through software'}. Why`}
      onClick={() => why.open(nameInAddress(group), nameInAddress(of))}
    />
  );
}

function CandidatePrint({
  of: { group },
  prints,
}: {
  readonly of: Candidate;
  readonly prints: AnswerOf<'prints'> | undefined;
}): ReactElement | null {
  const print = prints?.groups.find(({ id }) => id === group.id);
  if (print === undefined || prints === undefined) return null;
  return (
    <Print
      of={prints.tactics.map(({ techniques }, index) => ({
        reported: print.directByTactic[index] ?? 0,
        derived: print.derivedByTactic[index] ?? 0,
        all: techniques,
      }))}
    />
  );
}

/** How far the first is before the second, and what share of such incidents is of none of them. */
function Margin({ of }: { readonly of: Triage }): ReactElement | null {
  const [first, second] = of.candidates;
  if (first === undefined || second === undefined) return null;
  return (
    <p className="margin-line">
      <b>Margin {first.margin.toFixed(1)}</b>
      <span className="margin-bar" aria-hidden="true">
        <i style={{ width: `${Math.min(1, Math.max(0, second.score / first.score)) * 100}%` }} />
        <b style={{ width: `${Math.min(1, Math.max(0, 1 - second.score / first.score)) * 100}%` }} />
      </span>
      <span className="note">
        between {first.group.name} and {second.group.name}. An incident with this list is of{' '}
        {first.group.name} in {percent(first.probability)} of cases, by later incidents; in{' '}
        {percent(of.notListed)} of none of these groups.
      </span>
    </p>
  );
}

/** What speaks for one candidate, and what against it. */
function Closely({ of, triage }: { readonly of: Candidate; readonly triage: Triage }): ReactElement {
  const why = useWhy();
  const [{ all }, change] = useAddress(FIELDS);
  const most = Math.max(...of.matched.map(({ adds }) => adds), 0.01);
  return (
    <div className="closely">
      <Columns halves>
        <Section
          title={`For ${of.group.name}`}
          about={`what each technique adds to ${of.score.toFixed(1)}, the rarest first`}
        >
          <table aria-label={`What speaks for ${of.group.name}`}>
            <thead>
              <tr>
                <th scope="col">Technique</th>
                <th scope="col" className="number">
                  Groups
                </th>
                <th scope="col">Adds</th>
              </tr>
            </thead>
            <tbody>
              {of.matched.map(({ technique, groups, reports, through, adds }) => (
                <tr key={technique.id}>
                  <td>
                    <button
                      type="button"
                      className="why plain-why"
                      onClick={() => why.open(nameInAddress(of.group), nameInAddress(technique))}
                    >
                      {technique.name}
                    </button>{' '}
                    <span className="id">{technique.label}</span>
                    <div className="faint">
                      {reports > 0 ? (
                        several(reports, 'report')
                      ) : (
                        <>
                          through <ThingLinks of={through} />
                        </>
                      )}
                    </div>
                  </td>
                  <td className="number">{groups}</td>
                  <td>
                    <BarCell
                      share={Math.max(0, adds) / most}
                      words={adds.toFixed(1)}
                      kind={reports > 0 ? 'adversary' : 'derived'}
                    />
                  </td>
                </tr>
              ))}
              {of.parts
                .filter(({ part, adds }) => part !== 'techniques' && adds !== 0)
                .map(({ part, adds, found }) => (
                  <tr key={part}>
                    <td>
                      {part === 'software' ? 'Software' : 'Victim'}
                      <div className="faint">{found}</div>
                    </td>
                    <td />
                    <td>
                      <BarCell share={Math.max(0, adds) / most} words={adds.toFixed(1)} />
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
          {all ? null : (
            <p className="more">
              <Btn kind="bare" onClick={() => change({ all: true })}>
                Show every match
              </Btn>
            </p>
          )}
        </Section>
        <Section title="Against" about="what of the incident is not known of it, and how little or much is">
          {of.unmatched.length === 0 ? (
            <p>Everything seen is documented of it.</p>
          ) : (
            <ul className="plain-list">
              {of.unmatched.map((technique) => (
                <li key={technique.id}>
                  <i className="swatch none" aria-hidden="true" /> <ThingLink of={technique} />
                </li>
              ))}
            </ul>
          )}
          <p className="note spaced">
            Its profile has {several(of.profile, 'technique')} from {several(of.reports, 'report')}
            {of.newest === '' ? '' : `, the newest of ${of.newest}`}; {percent(of.new)} of what was seen would
            be new to it.{' '}
            {of.supersets === 0
              ? 'No other group is known for all that it matches.'
              : `${several(of.supersets, 'other group')} of ${triage.of} ${of.supersets === 1 ? 'is' : 'are'} known for all that it matches.`}
          </p>
        </Section>
      </Columns>
    </div>
  );
}
