import { useMemo, type ReactElement } from 'react';
import type { Profile } from '../../api/answers.ts';
import { Thing } from '../../frame/thing.tsx';
import { useWhy, WithWhy } from '../../frame/why-panel.tsx';
import { Columns, Section } from '../../kit/layout.tsx';
import { BarCell } from '../../kit/marks.tsx';
import { Empty } from '../../kit/states.tsx';
import { Table, type TableColumn } from '../../kit/table.tsx';
import { useShown } from '../../state/shown.ts';
import type { TabProps } from './group-page.tsx';

type Defence = Profile['mitigations'][number];

/** What answers the techniques of a group: mitigations and detection strategies, those for the most of them first. */
export function DefencesTab({ profile, envelope, id }: TabProps): ReactElement {
  useShown(envelope);
  const { mitigations, detections, direct, derived } = profile;
  const pairs = [...mitigations, ...detections].map(({ defence }) => `${id}~${defence.label}`);
  return (
    <WithWhy pairs={pairs}>
      <Columns halves>
        <Section
          kind="plain"
          title="Mitigations"
          about={`by how many of the ${direct + derived} techniques each answers; Enter on a row opens why`}
        >
          <Defences of={mitigations} label="Mitigations" id={id} />
        </Section>
        <Section kind="plain" title="Detection strategies" about="likewise, with what each detects">
          <Defences of={detections} label="Detection strategies" id={id} />
        </Section>
      </Columns>
    </WithWhy>
  );
}

function Defences({
  of,
  label,
  id,
}: {
  readonly of: readonly Defence[];
  readonly label: string;
  readonly id: string;
}): ReactElement {
  const why = useWhy();
  const columns = useMemo(
    () => columnsOf(Math.max(1, ...of.map(({ techniques }) => techniques.length))),
    [of],
  );
  if (of.length === 0)
    return <Empty title="None is known.">No source reports one against any of its techniques.</Empty>;
  return (
    <Table
      label={label}
      columns={columns}
      rows={of}
      keyOf={({ defence }) => defence.id}
      onOpen={({ defence }) => why.open(id, defence.label === '' ? defence.id : defence.label)}
    />
  );
}

/** Mitigations answer many techniques each, detection strategies one: then the technique is what one looks for. */
function columnsOf(most: number): readonly TableColumn<Defence>[] {
  if (most === 1)
    return [
      {
        id: 'technique',
        head: 'Technique',
        className: 'no-wrap',
        cell: ({ techniques }) => techniques.map((technique) => <Thing key={technique.id} of={technique} />),
      },
      {
        id: 'name',
        head: 'Detection strategy',
        onPhones: 'line',
        className: 'one-line quiet',
        cell: ({ defence }) => (
          <>
            {defence.name} <span className="id">{defence.label}</span>
          </>
        ),
      },
    ];
  return [
    { id: 'name', head: 'Defence', cell: ({ defence }) => <Thing of={defence} /> },
    {
      id: 'techniques',
      head: 'Techniques',
      cell: ({ techniques }) => (
        <BarCell share={techniques.length / most} words={techniques.length} kind="defence" width={170} />
      ),
    },
  ];
}
