import { useMemo, type ReactElement } from 'react';
import { text, truth, word } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { coverageGiven } from '../../given/coverage-given.ts';
import { useGivenCoverage } from '../../given/coverage.ts';
import type { Level } from '../../kit/matrix-cell.ts';
import { sayOtherwise } from '../../frame/assertions/open-form.ts';
import { useWhy, WithWhy } from '../../frame/why-panel.tsx';
import { useKeys } from '../../keys/keys.ts';
import { Check, Seg } from '../../kit/controls.tsx';
import { Legend, Ramp } from '../../kit/marks.tsx';
import { Matrix } from '../../kit/matrix.tsx';
import { MatrixTools } from '../../kit/forms/matrix-tools.tsx';
import { Readout } from '../../kit/readout.tsx';
import { Empty } from '../../kit/states.tsx';
import { groupMatrix, SHADES, type Shade } from '../../marks/group-matrix.ts';
import { nextDensity, useDensity } from '../../state/use-density.ts';
import { useShown } from '../../state/shown.ts';
import type { TabProps } from './group-page.tsx';

const FIELDS = {
  shade: word(...SHADES),
  derived: truth(true),
  rest: truth(false),
  domain: text(),
  gaps: truth(false),
};

const STRONGER: Readonly<Record<Shade, string>> = {
  sources: 'reported, stronger with more publishers',
  newest: 'reported, stronger the newer',
  score: 'reported, stronger with a higher score',
};

/** Everything that a group is reported or held to use, in one matrix. */
export function TechniquesTab({ profile, envelope, matrices, id }: TabProps): ReactElement {
  useShown(envelope);
  const [{ shade, derived, rest, domain, gaps }, change] = useAddress(FIELDS);
  const [chosenDensity] = useDensity();
  const why = useWhy();
  const coverage = useCoverage(id);
  const used = useMemo(() => new Set(profile.techniques.map(({ technique }) => technique.label)), [profile]);
  const matrix = matrices.find((each) => each.domain === domain) ?? mostUsed(matrices, used);
  const columns = useMemo(
    () =>
      matrix === undefined
        ? []
        : groupMatrix(matrix, profile.techniques, {
            shade,
            derived,
            asOf: profile.asOf,
            ...(coverage === undefined ? {} : { coverage }),
          }),
    [matrix, profile, shade, derived, coverage],
  );
  const pairs = useMemo(
    () => columns.flatMap(({ cells }) => cells.map((cell) => `${id}~${cell.id}`)),
    [columns, id],
  );
  const chosen = useMemo(() => (why.second === '' ? [] : [why.second]), [why.second]);
  useKeys('In the matrix', [
    { key: 'Arrows', does: 'move; Home and End to the ends of a column, Page ↑ ↓ to the first and last' },
    { key: 'w', does: 'why (also Enter)' },
    { key: 'n', does: 'say otherwise' },
    { key: 'x', does: 'sub-techniques' },
    { key: 'd', does: 'names, ids, dots', run: nextDensity },
    { key: 'v', does: 'with or without what is derived', run: () => change({ derived: !derived }) },
  ]);
  if (matrix === undefined)
    return <Empty title="No matrix is in view.">Load a release of ATT&CK to see techniques in one.</Empty>;
  const density = why.second !== '' && chosenDensity === 'names' ? 'ids' : chosenDensity;
  return (
    <WithWhy
      pairs={pairs}
      foot={
        <Readout
          keys={[
            ['↑↓←→', 'move'],
            ['W', 'why'],
            ['N', 'say otherwise'],
            ['X', 'subs'],
            ['S', 'to set'],
          ]}
        />
      }
    >
      <MatrixTools
        legend={
          <Legend
            className="push"
            of={[
              {
                swatch: 'reported',
                words: (
                  <>
                    {STRONGER[shade]}
                    <Ramp />
                  </>
                ),
              },
              { swatch: 'derived', words: 'derived' },
              { swatch: 'subs-only', words: 'only by subs' },
              ...(coverage === undefined
                ? []
                : [{ swatch: 'gauge-swatch' as const, words: 'our coverage, 0 to 4' }]),
            ]}
          />
        }
      >
        <Seg
          label="Shade by"
          choices={[
            ['sources', 'Sources'],
            ['newest', 'Newest'],
            ['score', 'Score'],
          ]}
          value={shade}
          onChange={(next) => change({ shade: next })}
        />
        {matrices.length < 2 ? null : (
          <Seg
            label="Matrix"
            choices={matrices.map((each) => [each.domain, each.name.replace(/ ATT&CK$/, '')] as const)}
            value={matrix.domain}
            onChange={(next) => change({ domain: next })}
          />
        )}
        <Check label="Derived" checked={derived} onChange={(next) => change({ derived: next })} />
        <Check label="Not reported" checked={rest} onChange={(next) => change({ rest: next })} />
        {coverage === undefined ? null : (
          <Check label="Only gaps" checked={gaps} onChange={(next) => change({ gaps: next })} />
        )}
      </MatrixTools>
      <Matrix
        columns={columns}
        label={`Techniques of ${profile.group.name} by tactic`}
        density={density}
        chosen={chosen}
        onWhy={(cell) => why.open(id, cell.id)}
        onKey={(key, cell) => {
          if (key !== 'n') return false;
          why.open(id, cell.id);
          sayOtherwise(id, cell.id);
          return true;
        }}
        showsRest={rest}
        hasGauge={coverage !== undefined}
        dimsAllButGaps={gaps && coverage !== undefined}
        restWords={(count) => `${count} not reported`}
      />
    </WithWhy>
  );
}

/** How far the detection of each technique of a group has come; undefined where nothing at all is known of our coverage. */
function useCoverage(group: string): ReadonlyMap<string, Level> | undefined {
  const given = useGivenCoverage();
  const coverage = useMemo(() => coverageGiven(given), [given]);
  const show = useAnswer('coverage-show', {
    groups: [group],
    derived: true,
    ...(coverage === undefined ? {} : { coverage }),
    limit: 1,
    evidence: 0,
  });
  const levels = show.data?.answer.levels;
  return useMemo(() => {
    const known = Object.entries(levels ?? {});
    return known.some(([, level]) => level > 0)
      ? new Map(known.map(([technique, level]) => [technique, level as Level]))
      : undefined;
  }, [levels]);
}

/** The matrix in which the most of what is used stands: Mobile for a group of phones. */
function mostUsed(
  matrices: TabProps['matrices'],
  used: ReadonlySet<string>,
): TabProps['matrices'][number] | undefined {
  const count = (matrix: TabProps['matrices'][number]): number =>
    matrix.techniques.filter(({ label }) => used.has(label)).length;
  return matrices.toSorted((a, b) => count(b) - count(a))[0];
}
