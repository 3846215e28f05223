import type { AnswerOf } from 'foeprint/answers';
import { useMemo, type ReactElement } from 'react';
import { list, text } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Go, useGo } from '../../frame/go.tsx';
import { openOverlay } from '../../frame/overlays/overlays.ts';
import { useShown } from '../../state/shown.ts';
import { Btn } from '../../kit/controls.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { BarCell, Print } from '../../kit/marks.tsx';
import { Answered, Skeleton } from '../../kit/states.tsx';
import { Table, type TableColumn } from '../../kit/table.tsx';
import { several } from '../../words/count.ts';

const FIELDS = { sort: text(), pick: list() };

type PrintsAnswer = AnswerOf<'prints'>;
type GroupPrint = PrintsAnswer['groups'][number];

/** All groups with their prints. */
export function Page(): ReactElement {
  const prints = useAnswer('prints', {});
  useShown(prints.data);
  const answer = prints.data?.answer;
  return (
    <>
      <Head
        title="Groups"
        answer={
          answer === undefined ? undefined : (
            <>
              Of <b>{several(answer.groups.length, 'group')}</b> techniques are known;{' '}
              {answer.idle === 0
                ? 'no group is without a technique.'
                : `of ${answer.idle} more no technique is known.`}
            </>
          )
        }
        actions={
          <Btn keyName="E" onClick={() => openOverlay('export')}>
            Export
          </Btn>
        }
      />
      <Answered of={prints} skeleton={<Skeleton kind="rows" lines={14} />}>
        {(envelope) => (
          <Section>
            <Groups answer={envelope.answer} />
          </Section>
        )}
      </Answered>
    </>
  );
}

function Groups({ answer }: { readonly answer: PrintsAnswer }): ReactElement {
  const [{ sort }, change] = useAddress(FIELDS);
  const go = useGo();
  const columns = useMemo(() => columnsOf(answer), [answer]);
  return (
    <Table
      label="Groups"
      columns={columns}
      rows={answer.groups}
      keyOf={({ id }) => id}
      sort={sort}
      onSort={(next) => change({ sort: next })}
      onOpen={(group) => go(pathOf(group))}
    />
  );
}

function columnsOf({ tactics, groups }: PrintsAnswer): readonly TableColumn<GroupPrint>[] {
  const most = Math.max(1, ...groups.map(({ direct, derived }) => direct + derived));
  return [
    {
      id: 'print',
      head: 'Print',
      onPhones: 'hidden',
      cell: (group) => (
        <Print
          of={tactics.map(({ techniques }, index) => ({
            reported: group.directByTactic[index] ?? 0,
            derived: group.derivedByTactic[index] ?? 0,
            all: techniques,
          }))}
        />
      ),
    },
    {
      id: 'name',
      head: 'Group',
      by: ({ name }) => name.toLowerCase(),
      className: 'no-wrap',
      cell: (group) => (
        <>
          <Go className="name" to={pathOf(group)}>
            {group.name}
          </Go>{' '}
          <span className="id">{group.label}</span>
        </>
      ),
    },
    {
      id: 'reported',
      head: 'Reported',
      by: ({ direct }) => direct,
      isLargestFirst: true,
      onPhones: 'hidden',
      cell: ({ direct }) => <BarCell share={direct / most} words={direct} />,
    },
    {
      id: 'derived',
      head: 'Derived',
      by: ({ derived }) => derived,
      isLargestFirst: true,
      onPhones: 'hidden',
      cell: ({ derived }) => <BarCell share={derived / most} words={derived} kind="derived" />,
    },
    {
      id: 'names',
      head: 'Other names',
      onPhones: 'hidden',
      className: 'one-line quiet',
      cell: ({ aliases }) => aliases.join(', '),
    },
    {
      id: 'seen',
      head: 'Last seen',
      by: ({ lastSeen = '' }) => lastSeen,
      isLargestFirst: true,
      isNumber: true,
      cell: ({ lastSeen = '–' }) => lastSeen.slice(0, 7),
    },
  ];
}

function pathOf({ label, id }: GroupPrint): string {
  return `/groups/${label === '' ? id : label}`;
}
