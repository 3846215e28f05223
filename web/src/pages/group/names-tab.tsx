import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Thing } from '../../frame/thing.tsx';
import { Tag } from '../../kit/controls.tsx';
import { Section } from '../../kit/layout.tsx';
import { Answered, Notice, Skeleton } from '../../kit/states.tsx';
import { Table, type TableColumn } from '../../kit/table.tsx';
import { useShown } from '../../state/shown.ts';
import type { Profile } from '../../api/answers.ts';
import type { TabProps } from './group-page.tsx';

type Aliases = AnswerOf<'aliases'>;
type Link = Aliases['links'][number];

/** Who gives a group which name, and who else goes by it. */
export function NamesTab({ profile, envelope, id }: TabProps): ReactElement {
  const aliases = useAnswer('aliases', { name: id });
  useShown(aliases.data, envelope);
  return (
    <>
      <Notice title="Names are claims.">
        Nothing is merged by name: who gives a name, and who holds two entries for the same, stands beside it.
      </Notice>
      <Section
        kind="plain"
        title="Other names"
        about={profile.aliases.length === 0 ? 'No source gives it another name.' : undefined}
      >
        {profile.aliases.length === 0 ? null : (
          <Table label="Other names" columns={NAMES} rows={profile.aliases} keyOf={({ name }) => name} />
        )}
      </Section>
      <Section
        kind="thin"
        title="Entries of other sources"
        about="Who may be the same: same where somebody claims it and nobody holds them apart, disputed where somebody does, overlaps where they have a name or more in common."
      >
        <Answered of={aliases} skeleton={<Skeleton kind="rows" lines={6} />}>
          {({ answer }) =>
            answer.links.length === 0 ? (
              <p className="quiet">No other entry has any of its names, and nobody relates one to it.</p>
            ) : (
              <Table
                label="Entries of other sources"
                columns={linkColumns(answer)}
                rows={answer.links}
                keyOf={({ one, other }) => `${one} ${other}`}
              />
            )
          }
        </Answered>
      </Section>
    </>
  );
}

const NAMES: readonly TableColumn<Profile['aliases'][number]>[] = [
  { id: 'name', head: 'Name', className: 'no-wrap', cell: ({ name }) => <b>{name}</b> },
  {
    id: 'claimants',
    head: 'Who gives it',
    onPhones: 'line',
    cell: ({ claimants }) => [...new Set(claimants.map(({ name }) => name))].join(', '),
  },
  {
    id: 'documents',
    head: 'Documents',
    onPhones: 'line',
    className: 'quiet',
    cell: ({ claimants }) => [...new Set(claimants.flatMap(({ cites }) => cites))].join(', ') || '–',
  },
];

function linkColumns({ bearers, related }: Aliases): readonly TableColumn<Link>[] {
  const entries = new Map([...bearers, ...related].map((entry) => [entry.thing.id, entry]));
  const entry = (id: string): ReactElement => {
    const found = entries.get(id);
    return found === undefined ? (
      <>{id}</>
    ) : (
      <>
        <Thing of={found.thing} />
        <br />
        <span className="faint">{found.source}</span>
      </>
    );
  };
  return [
    { id: 'one', head: 'One', cell: ({ one }) => entry(one) },
    { id: 'other', head: 'Other', cell: ({ other }) => entry(other) },
    {
      id: 'verdict',
      head: 'Verdict',
      onPhones: 'line',
      cell: ({ verdict }) => <Tag isFromProse={verdict !== 'same'}>{verdict}</Tag>,
    },
    {
      id: 'why',
      head: 'Why',
      onPhones: 'line',
      cell: ({ reasons }) => reasons.map(({ statement }) => <div key={statement}>{statement}</div>),
    },
    {
      id: 'who',
      head: 'Who claims it',
      onPhones: 'line',
      className: 'quiet',
      cell: ({ reasons }) =>
        [...new Set(reasons.flatMap(({ claimants }) => claimants.map(({ name }) => name)))].join(', '),
    },
  ];
}
