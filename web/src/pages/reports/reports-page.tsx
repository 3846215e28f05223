import type { AnswerOf } from 'foeprint/answers';
import { useState, type ReactElement } from 'react';
import { text, truth } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { reaches, roleFor, useCaller } from '../../api/use-caller.ts';
import { Allowed } from '../../frame/allowed.tsx';
import { Go, useGo } from '../../frame/go.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Btn, Check, Tag } from '../../kit/controls.tsx';
import { PageDrop } from '../../kit/forms/drop-files.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import { Table, type TableColumn } from '../../kit/table.tsx';
import '../../kit/things/things.css';
import { useKeys } from '../../keys/keys.ts';
import { useShown } from '../../state/shown.ts';
import { several, spelled } from '../../words/count.ts';
import { AddReport, type Added } from './add-report.tsx';
import { WhatCame } from './what-came.tsx';

const FIELDS = { undecided: truth(false), sort: text() };

type Report = AnswerOf<'report-list'>['reports'][number];

/** The reports that the home keeps. */
export function Page(): ReactElement {
  const [{ undecided, sort }, change] = useAddress(FIELDS);
  const list = useAnswer('report-list', undecided ? { undecided } : {});
  const go = useGo();
  useShown(list.data);
  const [given, setGiven] = useState<readonly File[]>();
  const [came, setCame] = useState<Added>();
  const caller = useCaller();
  const mayAdd = caller !== undefined && reaches(caller.role, roleFor('report-add'));
  const open = (): void => setGiven([]);
  useKeys('On the page', mayAdd ? [{ key: 'a', does: 'add a report', run: open }] : []);
  const reports = list.data?.answer.reports;
  return (
    <>
      <Head
        title="Reports"
        answer={reports === undefined ? undefined : <Sentence of={reports} />}
        actions={
          <>
            <ExportBtn />
            <Allowed to="report-add" what={null}>
              <Btn kind="main" keyName="A" onClick={open}>
                Add a report
              </Btn>
            </Allowed>
          </>
        }
      />
      {came === undefined ? null : <WhatCame of={came} onClose={() => setCame(undefined)} />}
      <Section>
        <div className="tools">
          <Check
            label="Only those of which nothing is decided"
            checked={undecided}
            onChange={(next) => change({ undecided: next })}
          />
        </div>
        <Answered of={list} skeleton={<Skeleton kind="rows" lines={6} />}>
          {({ answer }) =>
            answer.reports.length === 0 ? (
              <Empty title={undecided ? 'Something is decided of every report.' : 'No report is kept yet.'}>
                A report is kept (PDF, Word, web page, text, STIX, MISP; a file, pasted, or at an address),
                and read here. Nothing of it counts before somebody has taken it over.
              </Empty>
            ) : (
              <Table
                label="Reports"
                columns={COLUMNS}
                rows={answer.reports}
                keyOf={({ id }) => id}
                sort={sort}
                onSort={(next) => change({ sort: next })}
                onOpen={({ label }) => go(`/reports/${label}`)}
              />
            )
          }
        </Answered>
        <Allowed to="report-add" what="To add reports and to review them">
          {null}
        </Allowed>
      </Section>
      <PageDrop onFiles={mayAdd && given === undefined ? setGiven : undefined}>Drop to add reports</PageDrop>
      {given === undefined ? null : (
        <AddReport dropped={given} onDone={setCame} onClose={() => setGiven(undefined)} />
      )}
    </>
  );
}

function Sentence({ of }: { readonly of: readonly Report[] }): ReactElement {
  if (of.length === 0) return <>No report is shown.</>;
  const loaded = of.filter(({ isLoaded }) => isLoaded).length;
  const open = of.filter(({ decided }) => decided === 0).length;
  return (
    <>
      <b>{several(of.length, 'report')}</b> {of.length === 1 ? 'is' : 'are'} kept; of <b>{open}</b> nothing is
      decided yet, what was accepted of <b>{loaded}</b> counts in answers.
    </>
  );
}

const COLUMNS: readonly TableColumn<Report>[] = [
  {
    id: 'title',
    head: 'Report',
    by: ({ title }) => title.toLowerCase(),
    cell: ({ title, label, level }) => (
      <>
        <Go className="name" to={`/reports/${label}`}>
          {title}
        </Go>{' '}
        <span className="id">{label}</span>{' '}
        {level === undefined ? null : <Tag>TLP:{level.toUpperCase()}</Tag>}
      </>
    ),
  },
  {
    id: 'publisher',
    head: 'Publisher',
    by: ({ publisher = '' }) => publisher,
    onPhones: 'hidden',
    cell: ({ publisher }) => publisher ?? <span className="faint">not stated</span>,
  },
  {
    id: 'date',
    head: 'Published',
    by: ({ date = '' }) => date,
    isLargestFirst: true,
    className: 'no-wrap',
    cell: ({ date }) => date ?? '–',
  },
  { id: 'format', head: 'Read as', onPhones: 'hidden', cell: ({ format }) => format },
  {
    id: 'characters',
    head: 'Characters',
    by: ({ characters }) => characters,
    isNumber: true,
    onPhones: 'hidden',
    cell: ({ characters }) => spelled(characters),
  },
  {
    id: 'decided',
    head: 'Decided',
    by: ({ decided }) => decided,
    isNumber: true,
    onPhones: 'hidden',
    cell: ({ decided }) => (decided === 0 ? '–' : decided),
  },
  {
    id: 'loaded',
    head: 'Counts',
    by: ({ isLoaded }) => (isLoaded ? 1 : 0),
    onPhones: 'hidden',
    cell: ({ isLoaded }) => (isLoaded ? 'yes' : <span className="faint">not yet</span>),
  },
];
