import type { AnswerOf } from 'foeprint/answers';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { ShareBar } from '../../kit/charts/bars.tsx';
import { Btn } from '../../kit/controls.tsx';
import { Heat } from '../../kit/charts/heat.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import '../../kit/marks.css';
import '../../kit/table.css';
import { useShown } from '../../state/shown.ts';
import { several } from '../../words/count.ts';
import { someOf } from '../../words/every.ts';
import { placeOf } from '../../words/places.ts';
import { joined } from '../../words/scope.ts';
import { FIELDS } from './compared-sectors.ts';

type Overlap = AnswerOf<'overlap-sectors'>;
type Closer = NonNullable<Overlap['closer']>;

/** Groups shown before the reader asks for all. */
const FEW = 10;

/** Sectors by the groups that are documented against them. */
export function ByGroups({ actions }: { readonly actions: ReactNode }): ReactElement {
  const [{ of }, change] = useAddress(FIELDS);
  const overlap = useAnswer('overlap-sectors', { sectors: of });
  useShown(overlap.data);
  const answer = overlap.data?.answer;
  return (
    <>
      <Head
        title="Sectors"
        answer={answer === undefined ? undefined : <Sentence answer={answer} isAsked={of.length > 0} />}
        actions={actions}
      />
      <Answered of={overlap} skeleton={<Skeleton kind="rows" lines={14} />}>
        {({ answer: { sectors, shared, similarity, closer, leftOut, least, unknown, groups, users } }) =>
          sectors.length === 0 && closer === undefined ? (
            <Empty title="No sector can be compared.">
              {`Fewer than ${several(least, 'group')} ${least === 1 ? 'is' : 'are'} documented against any. Galaxies of threat actors have most of what is known of victims: load them with “foeprint load”.`}
            </Empty>
          ) : (
            <div className="sectors-split">
              <Section
                title="Groups in common, as a share of both"
                about="Jaccard, in per cent; alike sectors stand together. Blank where one is a part of the other."
              >
                <Heat
                  label="Groups in common, in per cent"
                  counts="groups"
                  of={sectors.map(({ value, label, groups: count }) => ({ id: value, name: label, count }))}
                  similarity={similarity}
                  say={(row, column) =>
                    (similarity[row]?.[column] ?? 0) < 0
                      ? 'one is a part of the other'
                      : `${several(shared[row]?.[column] ?? 0, 'group')} documented against both, ${Math.round((similarity[row]?.[column] ?? 0) * 100)} % of those against either`
                  }
                  chosen={closer?.sectors.map(({ value }) => value) ?? []}
                  onToggle={(value) =>
                    change({ of: of.includes(value) ? of.filter((each) => each !== value) : [...of, value] })
                  }
                />
                <p className="note">
                  Of {unknown} of {groups} groups nobody reports a sector: they count for none.{' '}
                  {leftOut.length === 0
                    ? ''
                    : `Not compared, as fewer than ${least} groups are documented against them: ${joined(leftOut.map(({ label, groups: count }) => `${label} (${count})`))}.`}{' '}
                  What is documented depends on who reports.
                </p>
              </Section>
              {closer === undefined ? null : (
                <aside>
                  <CloserLook closer={closer} isAsked={of.length > 0} users={users} />
                </aside>
              )}
            </div>
          )
        }
      </Answered>
    </>
  );
}

function Sentence({
  answer: { closer, clusters },
  isAsked,
}: {
  readonly answer: Overlap;
  readonly isAsked: boolean;
}): ReactElement {
  if (closer === undefined) return <>No sectors have so many of the same groups that they hang together.</>;
  const names = joined(closer.sectors.map(({ label }) => label));
  const share = closer.mean === undefined ? undefined : Math.round(closer.mean * 100);
  return (
    <>
      {isAsked ? '' : 'Which sectors have the same attackers? '}
      <b>{capital(names)}</b>
      {share === undefined
        ? `: ${several(closer.groups.length, 'group is', 'groups are')} documented against it.`
        : `${isAsked ? '' : ' share most'}: on average ${share} % of the groups documented against any two are documented against both.`}
      {!isAsked && clusters.length > 1
        ? ` ${several(clusters.length - 1, 'more cluster')} hang together.`
        : ''}
    </>
  );
}

/** The groups that most of some sectors have in common, and what they do more often than all. */
function CloserLook({
  closer,
  isAsked,
  users,
}: {
  readonly closer: Closer;
  readonly isAsked: boolean;
  readonly users: number;
}): ReactElement {
  const [, change] = useAddress(FIELDS);
  const [showsAll, setShowsAll] = useState(false);
  const { sectors, least, groups, techniques } = closer;
  const shown = showsAll ? groups : groups.slice(0, FEW);
  const ids = groups.slice(0, 8).map(({ group }) => (group.label === '' ? group.id : group.label));
  return (
    <>
      <Section
        title={capital(
          someOf(
            sectors.map(({ label }) => label),
            6,
          ),
        )}
        actions={isAsked ? <Btn onClick={() => change({ of: [] })}>The most alike</Btn> : undefined}
      >
        <p>
          <b>{several(groups.length, 'group')}</b> {groups.length === 1 ? 'is' : 'are'} documented against{' '}
          {sectors.length === 1 ? 'it' : `at least ${least} of these ${sectors.length} sectors`}.{' '}
          {ids.length >= 2 ? (
            <Go to="/compare" search={{ of: ids.slice(0, 4).join(',') }}>
              Compare the first {Math.min(4, ids.length)}
            </Go>
          ) : null}
        </p>
        {groups.length === 0 ? null : (
          <div className="scroll">
            <table className="shared-attackers" aria-label="Groups that these sectors have in common">
              <thead>
                <tr>
                  <th scope="col">Group</th>
                  {sectors.map(({ value, label }) => (
                    <th key={value} scope="col">
                      {label}
                    </th>
                  ))}
                  <th scope="col" className="number">
                    Seen
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ group, against, lastSeen }) => (
                  <tr key={group.id}>
                    <td>
                      <Go
                        className="name"
                        to={`/groups/${encodeURIComponent(group.label === '' ? group.id : group.label)}`}
                      >
                        {group.name}
                      </Go>
                    </td>
                    {against.map((isAgainst, index) => (
                      <td key={sectors[index]?.value}>
                        <i className={`swatch ${isAgainst ? 'reported' : 'none'}`} aria-hidden="true" />
                        <span className="unseen">{isAgainst ? 'yes' : 'not reported'}</span>
                      </td>
                    ))}
                    <td className="number faint">{lastSeen?.slice(0, 7) ?? '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {groups.length > FEW && !showsAll ? (
          <Btn kind="bare" onClick={() => setShowsAll(true)}>
            {groups.length - FEW} more
          </Btn>
        ) : null}
      </Section>
      <Section title="What they do and others do not" about={`share of these groups, against all ${users}`}>
        {techniques.length === 0 ? (
          <p className="note">Nothing is reported of them more often than of all groups.</p>
        ) : (
          <table aria-label="What these groups use more often than all">
            <tbody>
              {techniques.map(({ technique, share, shareOfAll }) => (
                <tr key={technique.id}>
                  <td>
                    <Go className="technique" to={placeOf(technique)?.to ?? '/techniques'}>
                      {technique.name}
                    </Go>{' '}
                    <span className="id">{technique.label}</span>
                  </td>
                  <td>
                    <ShareBar share={share} against={shareOfAll} words={`${Math.round(share * 100)} %`} />
                    <span className="unseen">, of all {Math.round(shareOfAll * 100)} %</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className="note">
          Thin line: share of all groups. Ordered by how little it would be so by chance.
        </p>
      </Section>
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
