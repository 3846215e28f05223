import type { ReactElement, ReactNode } from 'react';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go } from '../../frame/go.tsx';
import { Heat } from '../../kit/charts/heat.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import '../../kit/table.css';
import { useShown } from '../../state/shown.ts';
import { several, spelled } from '../../words/count.ts';
import { placeOf } from '../../words/places.ts';
import { joined } from '../../words/scope.ts';
import { FIELDS } from './compared-sectors.ts';

/** The code of “No sightings were imported”, which is a state and no fault here. */
const NO_SIGHTINGS = 'W670';

/** Sectors by the techniques that detections saw there. */
export function BySightings({ actions }: { readonly actions: ReactNode }): ReactElement {
  const [{ of }, change] = useAddress(FIELDS);
  const sectors = useAnswer('sectors', { resamples: 0 });
  useShown(sectors.data);
  const answer = sectors.data?.answer;
  const [cluster] = answer?.clusters ?? [];
  return (
    <>
      <Head
        title="Sectors"
        answer={
          answer === undefined ? undefined : answer.compared.length === 0 ? (
            'No sector has enough sightings to be compared.'
          ) : cluster === undefined ? (
            <>
              No sectors are so alike by what was seen there that they hang together at{' '}
              <b>{Math.round(answer.threshold * 100)} %</b>.
            </>
          ) : (
            <>
              At <b>{joined(cluster.members.map((member) => answer.compared[member]?.name ?? ''))}</b> the
              most alike is seen: on average <b>{Math.round(cluster.mean * 100)} %</b> of the techniques
              present at either of two are present at both.
            </>
          )
        }
        actions={actions}
      />
      {sectors.error?.issues[0]?.code === NO_SIGHTINGS ? (
        <NoSightings />
      ) : (
        <Answered of={sectors} skeleton={<Skeleton kind="rows" lines={14} />}>
          {({ answer: { compared, similarity, shared, leftOut, clusters } }) =>
            compared.length === 0 ? (
              leftOut.length === 0 ? (
                <NoSightings />
              ) : (
                <Empty title="There are too few sightings to compare sectors by.">
                  Too few are of {joined(leftOut.map(({ name }) => name))}.
                </Empty>
              )
            ) : (
              <div className="sectors-split">
                <Section
                  title="Techniques in common"
                  about="by the techniques present at each, in per cent; alike sectors stand together"
                >
                  <Heat
                    label="Techniques in common, in per cent"
                    counts="sightings"
                    of={compared.map(({ id, name, sightings }) => ({ id, name, count: sightings }))}
                    similarity={similarity}
                    say={(row, column) =>
                      `${several(shared[row]?.[column] ?? 0, 'technique')} present at both, ${spelled(compared[row]?.techniques ?? 0)} and ${spelled(compared[column]?.techniques ?? 0)} at either`
                    }
                    chosen={of}
                    onToggle={(id) =>
                      change({ of: of.includes(id) ? of.filter((each) => each !== id) : [...of, id] })
                    }
                  />
                  {leftOut.length === 0 ? null : (
                    <p className="note">Too few to be compared: {joined(leftOut.map(({ name }) => name))}.</p>
                  )}
                </Section>
                <aside>
                  {clusters.slice(0, 4).map(({ members, techniques }) => (
                    <Section
                      key={members.join(' ')}
                      title={joined(members.map((member) => compared[member]?.name ?? ''))}
                      about="present at most of them and rare outside"
                    >
                      {techniques.filter(({ setApart }) => setApart).length === 0 ? (
                        <p className="note">Nothing sets them apart.</p>
                      ) : (
                        <ul>
                          {techniques
                            .filter(({ setApart }) => setApart)
                            .slice(0, 8)
                            .map(({ technique, members: at, outside }) => (
                              <li key={technique.id}>
                                <Go to={placeOf(technique)?.to ?? '/techniques'}>{technique.name}</Go>{' '}
                                <span className="id">{technique.label}</span>{' '}
                                <span className="faint">
                                  at {at} of {members.length}, {outside} outside
                                </span>
                              </li>
                            ))}
                        </ul>
                      )}
                    </Section>
                  ))}
                </aside>
              </div>
            )
          }
        </Answered>
      )}
    </>
  );
}

function NoSightings(): ReactElement {
  return (
    <Empty
      title="No sightings are imported."
      actions={
        <Go className="btn" to="/sectors">
          Compare by groups
        </Go>
      }
    >
      Import what your detections saw with “foeprint sightings import”. By the groups documented against them,
      sectors can be compared without.
    </Empty>
  );
}
