import type { AnswerOf } from 'foeprint/answers';
import { useMemo, type ReactElement } from 'react';
import { text, word } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go, useGo } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Btn, Seg, SearchField } from '../../kit/controls.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { Table, type TableColumn } from '../../kit/table.tsx';
import { CatalogueTabs } from '../techniques/catalogue-tabs.tsx';
import { useShown } from '../../state/shown.ts';
import { several, spelled } from '../../words/count.ts';
import { matching } from '../../words/matching.ts';
import { nameInAddress } from '../../words/places.ts';

const FIELDS = { q: text(), of: word('attack', 'all', 'malware', 'tool'), sort: text() };

type Software = AnswerOf<'list'>['things'][number];

/** All malware and tools by name. */
export function Page(): ReactElement {
  const things = useAnswer('list', { catalogue: 'software' });
  useShown(things.data);
  const all = things.data?.answer.things;
  return (
    <>
      <Head
        title="Software"
        answer={
          all === undefined ? undefined : (
            <>
              <b>{several(all.length, 'piece of software', 'pieces of software')}</b> are known, of which{' '}
              <b>{spelled(all.filter(({ label }) => label !== '').length)}</b> have a number in ATT&amp;CK.
            </>
          )
        }
        actions={<ExportBtn />}
      />
      <CatalogueTabs here="software" />
      <Answered of={things} skeleton={<Skeleton kind="rows" lines={14} />}>
        {({ answer }) => <List of={answer.things} />}
      </Answered>
    </>
  );
}

function List({ of }: { readonly of: readonly Software[] }): ReactElement {
  const [{ q, of: which, sort }, change] = useAddress(FIELDS);
  const go = useGo();
  const shown = useMemo(() => {
    const wanted = of.filter(WANTED[which]);
    return q.trim() === ''
      ? wanted
      : matching(
          q,
          wanted.map((each) => ({ ...each, id: each.label, stixId: each.id })),
        ).flatMap(({ stixId }) => wanted.find(({ id }) => id === stixId) ?? []);
  }, [of, which, q]);
  if (of.length === 0) return <Empty title="No software is loaded.">Load ATT&amp;CK: foeprint sync.</Empty>;
  return (
    <Section kind="plain">
      <div className="tools">
        <SearchField
          label="Id, name or other name"
          value={q}
          onChange={(next) => change({ q: next }, { isPassing: true })}
        />
        <Seg
          label="Which"
          choices={[
            ['attack', 'In ATT&CK'],
            ['malware', 'Malware'],
            ['tool', 'Tools'],
            ['all', 'All'],
          ]}
          value={which}
          onChange={(next) => change({ of: next })}
        />
        <span className="note push" role="status">
          {spelled(shown.length)} of {spelled(of.length)}
        </span>
      </div>
      {shown.length === 0 ? (
        <Empty
          title="No software is called so."
          actions={<Btn onClick={() => change({ q: '', of: 'all' })}>Show all</Btn>}
        >
          {which === 'all' ? '' : 'Only a part of what is known is looked at.'}
        </Empty>
      ) : (
        <Table
          label="Software"
          columns={COLUMNS}
          rows={shown}
          keyOf={({ id }) => id}
          sort={sort === '' && q === '' ? 'name' : sort}
          onSort={(next) => change({ sort: next === 'name' ? '' : next })}
          onOpen={(software) => go(pathOf(software))}
        />
      )}
    </Section>
  );
}

const WANTED: Readonly<Record<'attack' | 'all' | 'malware' | 'tool', (software: Software) => boolean>> = {
  attack: ({ label }) => label !== '',
  all: () => true,
  malware: ({ type }) => type === 'malware',
  tool: ({ type }) => type === 'tool',
};

const COLUMNS: readonly TableColumn<Software>[] = [
  {
    id: 'id',
    head: 'Id',
    by: ({ label }) => label,
    onPhones: 'hidden',
    className: 'no-wrap',
    cell: ({ label }) => <span className="id">{label === '' ? '–' : label}</span>,
  },
  {
    id: 'name',
    head: 'Software',
    by: ({ name }) => name.toLowerCase(),
    className: 'no-wrap',
    cell: (software) => (
      <Go className="name" to={pathOf(software)}>
        {software.name}
      </Go>
    ),
  },
  {
    id: 'kind',
    head: 'Kind',
    by: ({ type }) => type,
    cell: ({ type }) => (type === 'tool' ? 'tool' : 'malware'),
  },
  {
    id: 'names',
    head: 'Other names',
    onPhones: 'hidden',
    className: 'one-line quiet',
    cell: ({ aliases }) => aliases.join(', '),
  },
];

function pathOf(software: Software): string {
  return `/software/${encodeURIComponent(nameInAddress(software))}`;
}
