import { useMemo, type ReactElement } from 'react';
import { text } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import type { Profile } from '../../api/answers.ts';
import { Thing } from '../../frame/thing.tsx';
import { useWhy, WithWhy } from '../../frame/why-panel.tsx';
import { Section } from '../../kit/layout.tsx';
import { BarCell } from '../../kit/marks.tsx';
import { Citations } from '../../kit/reasons/quote.tsx';
import { Empty } from '../../kit/states.tsx';
import { Table, type TableColumn } from '../../kit/table.tsx';
import { broughtBy, type Brought } from '../../marks/brought.ts';
import { useShown } from '../../state/shown.ts';
import type { TabProps } from './group-page.tsx';

const FIELDS = { sort: text() };

type Used = Profile['software'][number] & Brought;

/** Software that a group is reported to use, and what it adds. */
export function SoftwareTab({ profile, envelope, id }: TabProps): ReactElement {
  useShown(envelope);
  const [{ sort }, change] = useAddress(FIELDS);
  const why = useWhy();
  const rows = useMemo(() => {
    const brought = broughtBy(profile.techniques);
    return profile.software.map((each) => ({
      ...each,
      ...(brought.get(each.software.id) ?? { adds: 0, alone: 0 }),
    }));
  }, [profile]);
  const columns = useMemo(() => columnsOf(Math.max(1, ...rows.map(({ adds }) => adds))), [rows]);
  if (rows.length === 0)
    return (
      <Empty title={`No source reports software of ${profile.group.name}.`}>
        Nothing of its techniques can follow from any, therefore.
      </Empty>
    );
  return (
    <WithWhy pairs={rows.map(({ software }) => `${id}~${software.label}`)}>
      <Section
        kind="plain"
        title={`Software that ${profile.group.name} is reported to use`}
        about="“Adds” counts techniques that it is held to use through the software, and that nobody reports of it; “alone” those of them that come through nothing else. Enter on a row opens why."
      >
        <Table
          label={`Software of ${profile.group.name}`}
          columns={columns}
          rows={rows}
          keyOf={({ software }) => software.id}
          sort={sort === '' ? 'adds' : sort}
          onSort={(next) => change({ sort: next === 'adds' ? '' : next })}
          onOpen={({ software }) => why.open(id, software.label === '' ? software.id : software.label)}
        />
      </Section>
    </WithWhy>
  );
}

function columnsOf(most: number): readonly TableColumn<Used>[] {
  return [
    {
      id: 'name',
      head: 'Software',
      className: 'no-wrap',
      by: ({ software }) => software.name.toLowerCase(),
      cell: ({ software }) => <Thing of={software} />,
    },
    {
      id: 'adds',
      head: 'Adds',
      by: ({ adds }) => adds,
      isLargestFirst: true,
      cell: ({ adds }) => <BarCell share={adds / most} words={adds} kind="derived" width={120} />,
    },
    {
      id: 'alone',
      head: 'Alone',
      isNumber: true,
      onPhones: 'hidden',
      by: ({ alone }) => alone,
      cell: ({ alone }) => (alone === 0 ? '–' : alone),
    },
    {
      id: 'first',
      head: 'First',
      onPhones: 'hidden',
      className: 'no-wrap',
      by: ({ first }) => first?.date ?? '',
      cell: ({ first }) => first?.date.slice(0, 7) ?? '–',
    },
    {
      id: 'newest',
      head: 'Newest',
      onPhones: 'hidden',
      className: 'no-wrap',
      isLargestFirst: true,
      by: ({ last }) => last?.date ?? '',
      cell: ({ last }) => last?.date.slice(0, 7) ?? '–',
    },
    {
      id: 'publishers',
      head: 'Publishers',
      isNumber: true,
      onPhones: 'hidden',
      by: ({ publishers }) => publishers.length,
      cell: ({ publishers }) => publishers.length,
    },
    {
      id: 'read',
      head: 'Read first',
      onPhones: 'line',
      className: 'one-line',
      cell: ({ citation }) => (citation === undefined ? '–' : <Citations of={[citation]} />),
    },
  ];
}
