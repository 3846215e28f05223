import type { AnswerOf } from 'foeprint/answers';
import type { ReactElement } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { reaches, roleFor, useCaller } from '../../api/use-caller.ts';
import { Allowed } from '../../frame/allowed.tsx';
import { Btn, Tag } from '../../kit/controls.tsx';
import { Section } from '../../kit/layout.tsx';
import { Answered, Doing, Empty, Skeleton } from '../../kit/states.tsx';
import { Table, type TableColumn } from '../../kit/table.tsx';
import { sayDate, spelled } from '../../words/count.ts';
import { sayLevel } from '../../words/markings.ts';

type Inventory = AnswerOf<'coverage-list'>['inventories'][number];

/** What the home keeps of coverage, by name and day, and how it is taken out. */
export function Kept(): ReactElement {
  const list = useAnswer('coverage-list', {});
  const caller = useCaller();
  const { act, state } = useAct();
  const mayRemove = caller !== undefined && reaches(caller.role, roleFor('coverage-remove'));
  const remove = ({ id, name, date }: Inventory): void =>
    void act(
      'coverage-remove',
      { names: [id.slice(0, 12)] },
      { words: () => `${name} of ${sayDate(date)} is not kept any more.` },
    );
  return (
    <Section
      id="kept"
      title="What is kept"
      about="files that count in every answer about coverage, each from its day until the next of its name"
    >
      <Answered of={list} skeleton={<Skeleton kind="rows" lines={3} />}>
        {({ answer: { inventories } }) =>
          inventories.length === 0 ? (
            <Empty title="Nothing is kept.">
              Read a file of coverage above: rules, layers, lists, DeTT&amp;CT. It counts for this visit, and
              can be kept.
            </Empty>
          ) : (
            <Table
              label="Coverage that is kept"
              columns={mayRemove ? [...COLUMNS, removeColumn(remove, state.is === 'doing')] : COLUMNS}
              rows={inventories}
              keyOf={({ id }) => id}
            />
          )
        }
      </Answered>
      <Allowed to="coverage-remove" what="To keep coverage, or to take it out,">
        <Doing of={state} />
      </Allowed>
    </Section>
  );
}

const COLUMNS: readonly TableColumn<Inventory>[] = [
  {
    id: 'name',
    head: 'Kept as',
    className: 'name',
    cell: ({ name, level }) => (
      <>
        <b>{name}</b> {level === undefined ? null : <Tag>{sayLevel(level)}</Tag>}
      </>
    ),
  },
  { id: 'date', head: 'From', className: 'no-wrap', cell: ({ date }) => date },
  {
    id: 'techniques',
    head: 'Techniques',
    isNumber: true,
    cell: ({ techniques }) => spelled(techniques),
  },
  {
    id: 'rules',
    head: 'Rules',
    isNumber: true,
    onPhones: 'hidden',
    cell: ({ rules }) => (rules === 0 ? '–' : spelled(rules)),
  },
  {
    id: 'logs',
    head: 'Log sources',
    isNumber: true,
    onPhones: 'hidden',
    cell: ({ logSources }) => (logSources === 0 ? '–' : spelled(logSources)),
  },
  {
    id: 'formats',
    head: 'Read from',
    onPhones: 'line',
    className: 'quiet',
    cell: ({ formats }) =>
      Object.entries(formats)
        .map(([format, files]) => (files === 1 ? format : `${format} × ${spelled(files)}`))
        .join(', '),
  },
  {
    id: 'imported',
    head: 'Kept since',
    onPhones: 'hidden',
    className: 'no-wrap quiet',
    cell: ({ importedAt }) => importedAt.slice(0, 10),
  },
];

function removeColumn(remove: (inventory: Inventory) => void, isBusy: boolean): TableColumn<Inventory> {
  return {
    id: 'remove',
    head: <span className="unseen">Remove</span>,
    className: 'no-wrap',
    cell: (inventory) => (
      <Btn
        kind="bare"
        disabled={isBusy}
        aria-label={`Remove ${inventory.name} of ${sayDate(inventory.date)}`}
        onClick={() => remove(inventory)}
      >
        Remove
      </Btn>
    ),
  };
}
