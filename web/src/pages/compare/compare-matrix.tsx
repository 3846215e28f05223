import { useMemo, type ReactElement } from 'react';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useWhy, WithWhy } from '../../frame/why-panel.tsx';
import { coverageGiven } from '../../given/coverage-given.ts';
import { useGivenCoverage } from '../../given/coverage.ts';
import { useKeys } from '../../keys/keys.ts';
import { Check, Seg } from '../../kit/controls.tsx';
import { Legend, Ramp, Slots } from '../../kit/marks.tsx';
import { Matrix } from '../../kit/matrix.tsx';
import type { Level, MatrixCell } from '../../kit/matrix-cell.ts';
import { MatrixTools } from '../../kit/forms/matrix-tools.tsx';
import { Readout } from '../../kit/readout.tsx';
import { compareMatrix } from '../../marks/groups/compare-matrix.ts';
import { nextDensity, useDensity } from '../../state/use-density.ts';
import { spelledOut } from '../../words/every.ts';
import { FIELDS, type Comparison } from './compared.ts';

/** All groups in one matrix: the number says how many use a technique, the slots who. */
export function CompareMatrix({ answer }: { readonly answer: Comparison }): ReactElement {
  const [address, change] = useAddress(FIELDS);
  const [density] = useDensity();
  const why = useWhy();
  const coverage = useCoverageLevels(
    address.coverage ? answer.groups.map(({ group }) => group.id) : undefined,
  );
  const count = answer.groups.length;
  const isOneOnly = address.min === 'one';
  const min = address.min === 'all' ? count : address.min === '1' ? 1 : 2;
  const columns = useMemo(
    () => compareMatrix(answer, { min, isOneOnly, ...(coverage === undefined ? {} : { coverage }) }),
    [answer, min, isOneOnly, coverage],
  );
  const ids = answer.groups.map(({ group }) => (group.label === '' ? group.id : group.label));
  /** Pairs of every group that uses a technique, for the panel of reasons to step through. */
  const pairsOf = (cell: MatrixCell): readonly string[] =>
    ids.filter((_, group) => cell.slots?.[group] !== 'none').map((id) => `${id}~${cell.id}`);
  useKeys('In the matrix', [
    { key: 'Arrows', does: 'move; Home and End to the ends of a column' },
    { key: 'w', does: 'why, of the first group that uses it; ] of the next' },
    { key: 'x', does: 'sub-techniques' },
    { key: 'd', does: 'names, ids, dots', run: nextDensity },
    {
      key: 'v',
      does: 'with or without what is derived',
      run: () => change({ derived: !address.derived }),
    },
  ]);
  const asked = columns
    .flatMap(({ cells, rest = [] }) => [...cells, ...rest])
    .flatMap((cell) => [cell, ...(cell.children ?? [])])
    .find(({ id }) => id === why.second);
  return (
    <WithWhy
      pairs={asked === undefined ? [] : pairsOf(asked)}
      foot={
        <Readout
          keys={[
            ['↑↓←→', 'move'],
            ['W', 'why'],
            ['X', 'subs'],
          ]}
        />
      }
    >
      <MatrixTools
        legend={
          <>
            <Legend
              className="push"
              of={[
                {
                  swatch: 'reported',
                  words: (
                    <>
                      reported of 1 to {Math.min(5, count)}
                      {count > 5 ? ' or more' : ''} groups
                      <Ramp />
                    </>
                  ),
                },
                { swatch: 'derived', words: 'only derived' },
              ]}
            />
            <span className="legend">
              <span>
                <Slots of={['reported', 'derived', 'none']} /> A reported, B derived, C not
              </span>
            </span>
          </>
        }
      >
        <Seg
          label="Used by"
          choices={[
            ['1', 'Any'],
            ['2', 'Two or more'],
            ...(count > 2 ? ([['all', `All ${spelledOut(count)}`]] as const) : []),
            ['one', 'One only'],
          ]}
          value={address.min}
          onChange={(next) => change({ min: next })}
        />
        <Check label="Derived" checked={address.derived} onChange={(derived) => change({ derived })} />
        <Check
          label="Our coverage"
          checked={address.coverage}
          onChange={(next) => change({ coverage: next, ...(next ? {} : { gaps: false }) })}
        />
        {address.coverage ? (
          <Check label="Only gaps" checked={address.gaps} onChange={(gaps) => change({ gaps })} />
        ) : null}
      </MatrixTools>
      <Matrix
        columns={columns}
        label={`Techniques of ${spelledOut(count)} groups by tactic`}
        density={density}
        hasGauge={address.coverage}
        dimsAllButGaps={address.coverage && address.gaps}
        restWords={(rest) => `${rest} of ${REST[address.min]}`}
        onWhy={(cell) => {
          const [group] = pairsOf(cell)[0]?.split('~') ?? [];
          if (group !== undefined) why.open(group, cell.id);
        }}
      />
    </WithWhy>
  );
}

/** What is left for the end of a column. */
const REST = { '1': 'none', '2': 'one group only', all: 'fewer', one: 'several' } as const;

/** Our coverage of what some groups use, by ATT&CK id; undefined until it is known. */
function useCoverageLevels(groups: readonly string[] | undefined): ReadonlyMap<string, Level> | undefined {
  const given = useGivenCoverage();
  const coverage = useMemo(() => coverageGiven(given), [given]);
  const show = useAnswer(
    'coverage-show',
    groups === undefined
      ? undefined
      : { groups, derived: true, limit: 1, evidence: 0, ...(coverage === undefined ? {} : { coverage }) },
  );
  const levels = groups === undefined ? undefined : show.data?.answer.levels;
  return useMemo(
    () =>
      levels === undefined
        ? undefined
        : new Map(Object.entries(levels).map(([label, level]) => [label, level as Level])),
    [levels],
  );
}
