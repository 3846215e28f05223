import { useMemo, type ReactElement } from 'react';
import { text, truth } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go, useGo } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Btn, Check, SearchField } from '../../kit/controls.tsx';
import { FilterSentence, Slot } from '../../kit/filter-sentence.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { BarCell } from '../../kit/marks.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { Table, type TableColumn } from '../../kit/table.tsx';
import { techniqueRows, type TechniqueRow } from '../../marks/technique-rows.ts';
import { useShown } from '../../state/shown.ts';
import { several, spelled } from '../../words/count.ts';
import { matching } from '../../words/matching.ts';
import { CatalogueTabs } from './catalogue-tabs.tsx';

const FIELDS = { q: text(), tactic: text(), platform: text(), unused: truth(false), sort: text() };

/** All techniques in view, and how many groups use each. */
export function Page(): ReactElement {
  const matrix = useAnswer('matrix', {});
  const prevalence = useAnswer('prevalence', { derived: true });
  useShown(prevalence.data, matrix.data);
  const rows = useMemo(
    () =>
      matrix.data === undefined || prevalence.data === undefined
        ? undefined
        : techniqueRows(matrix.data.answer.matrices, prevalence.data.answer.techniques),
    [matrix.data, prevalence.data],
  );
  const reported = rows?.filter(({ direct }) => direct > 0) ?? [];
  const rare = reported.filter(({ direct }) => direct === 1);
  return (
    <>
      <Head
        title="Techniques"
        answer={
          rows === undefined ? undefined : rows.length === 0 ? (
            <>No technique is known.</>
          ) : (
            <>
              <b>{spelled(reported.length)}</b> of {several(rows.length, 'technique')} are reported of a
              group; <b>{spelled(rare.length)}</b> of one group alone.
            </>
          )
        }
        actions={<ExportBtn />}
      />
      <CatalogueTabs here="techniques" />
      <Answered of={matrix} skeleton={<Skeleton kind="rows" lines={14} />}>
        {() => (
          <Answered of={prevalence} skeleton={<Skeleton kind="rows" lines={14} />}>
            {() => <Techniques rows={rows ?? []} />}
          </Answered>
        )}
      </Answered>
    </>
  );
}

function Techniques({ rows }: { readonly rows: readonly TechniqueRow[] }): ReactElement {
  const [{ q, tactic, platform, unused, sort }, change] = useAddress(FIELDS);
  const go = useGo();
  const shown = useMemo(() => {
    const wanted = rows.filter(
      (row) =>
        (tactic === '' || row.tactics.some(({ label }) => label === tactic)) &&
        (platform === '' || row.platforms.includes(platform)) &&
        (unused || row.direct + row.derived > 0),
    );
    return q.trim() === '' ? wanted : matching(q, wanted);
  }, [rows, q, tactic, platform, unused]);
  const tactics = useMemo(
    () => counted(rows.flatMap((row) => row.tactics.map(({ label }) => label))),
    [rows],
  );
  const platforms = useMemo(() => counted(rows.flatMap((row) => row.platforms)), [rows]);
  const columns = useMemo(() => columnsOf(rows), [rows]);
  const names = new Map(rows.flatMap((row) => row.tactics.map(({ label, name }) => [label, name] as const)));
  const left = unused ? 0 : rows.filter((row) => row.direct + row.derived === 0).length;
  if (rows.length === 0)
    return <Empty title="No techniques are loaded.">Load ATT&amp;CK: foeprint sync.</Empty>;
  return (
    <Section kind="plain">
      <FilterSentence>
        Techniques of{' '}
        <Slot
          label="tactic"
          any="any tactic"
          chosen={tactic === '' ? [] : [tactic]}
          options={[...names].map(([value, words]) => ({ value, words, count: tactics.get(value) ?? 0 }))}
          onChange={([next = '']) => change({ tactic: next })}
        />{' '}
        on{' '}
        <Slot
          label="platform"
          any="any platform"
          chosen={platform === '' ? [] : [platform]}
          options={[...platforms]
            .toSorted(([one], [other]) => (one < other ? -1 : 1))
            .map(([value, count]) => ({ value, words: value, count }))}
          onChange={([next = '']) => change({ platform: next })}
        />
      </FilterSentence>
      <div className="tools">
        <SearchField
          label="Id or name"
          value={q}
          onChange={(next) => change({ q: next }, { isPassing: true })}
        />
        <Check
          label="Also what nobody is known to use"
          checked={unused}
          onChange={(next) => change({ unused: next })}
        />
        <span className="note push" role="status">
          {several(shown.length, 'technique')}
          {left === 0 ? '' : `; of ${left} no use is known`}
        </span>
      </div>
      {shown.length === 0 ? (
        <Empty
          title="No technique is like this."
          actions={<Btn onClick={() => change({ q: '', tactic: '', platform: '' })}>Show all</Btn>}
        >
          {left === 0 ? '' : 'Those that nobody is known to use are left out.'}
        </Empty>
      ) : (
        <Table
          label="Techniques"
          columns={columns}
          rows={shown}
          keyOf={({ id }) => id}
          sort={sort === '' && q === '' ? 'reported' : sort}
          onSort={(next) => change({ sort: next === 'reported' ? '' : next })}
          onOpen={({ id }) => go(`/techniques/${id}`)}
        />
      )}
    </Section>
  );
}

function columnsOf(rows: readonly TechniqueRow[]): readonly TableColumn<TechniqueRow>[] {
  const most = Math.max(1, ...rows.map(({ direct, derived }) => Math.max(direct, derived)));
  return [
    {
      id: 'id',
      head: 'Id',
      by: ({ id }) => id,
      onPhones: 'hidden',
      className: 'no-wrap',
      cell: ({ id }) => <span className="id">{id}</span>,
    },
    {
      id: 'name',
      head: 'Technique',
      by: ({ name }) => name.toLowerCase(),
      cell: ({ id, name, parentName }) => (
        <>
          {parentName === undefined ? null : <span className="faint">{parentName}: </span>}
          <Go className="name" to={`/techniques/${id}`}>
            {name}
          </Go>{' '}
          <span className="id narrow-only">{id}</span>
        </>
      ),
    },
    {
      id: 'tactics',
      head: 'Tactics',
      by: ({ tactics }) => tactics[0]?.place ?? 99,
      onPhones: 'hidden',
      className: 'one-line quiet',
      cell: ({ tactics }) => tactics.map(({ name }) => name).join(', '),
    },
    {
      id: 'reported',
      head: 'Groups, reported',
      by: ({ direct }) => direct,
      isLargestFirst: true,
      cell: ({ direct }) =>
        direct === 0 ? <span className="faint">–</span> : <BarCell share={direct / most} words={direct} />,
    },
    {
      id: 'derived',
      head: 'Derived',
      by: ({ derived }) => derived,
      isLargestFirst: true,
      onPhones: 'hidden',
      cell: ({ derived }) =>
        derived === 0 ? (
          <span className="faint">–</span>
        ) : (
          <BarCell share={derived / most} words={derived} kind="derived" />
        ),
    },
  ];
}

function counted(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
