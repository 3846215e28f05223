import type { ActedOf, AnswerOf } from 'foeprint/answers';
import { useMemo, useState, type ReactElement } from 'react';
import { text } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { reaches, roleFor, useCaller } from '../../api/use-caller.ts';
import { Allowed } from '../../frame/allowed.tsx';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Btn } from '../../kit/controls.tsx';
import { PageDrop } from '../../kit/forms/drop-files.tsx';
import { Columns, Head, Section } from '../../kit/layout.tsx';
import { BarCell } from '../../kit/marks.tsx';
import { Answered, Doing, Empty, Skeleton } from '../../kit/states.tsx';
import '../../kit/things/things.css';
import { Table } from '../../kit/table.tsx';
import { useShown } from '../../state/shown.ts';
import { sayDate, several, spelled } from '../../words/count.ts';
import { Forgotten } from './forgotten.tsx';
import { LoadFiles, type Loaded as CameIn } from './load-files.tsx';
import { columnsOf } from './source-columns.tsx';
import './sources.css';
import { SourcesTabs } from './sources-tabs.tsx';
import { Sync, type Synced } from './sync.tsx';
import { WhatCame } from './what-came.tsx';

const FIELDS = { sort: text() };

type Status = AnswerOf<'status'>;

/** What is loaded, from whom, under which licence, and what of it is in view. */
export function Page(): ReactElement {
  const status = useAnswer('status', {});
  const sources = useAnswer('sources', {});
  useShown(status.data, sources.data);
  const answer = status.data?.answer;
  const [open, setOpen] = useState<'load' | 'sync'>();
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const [came, setCame] = useState<CameIn | Synced>();
  const caller = useCaller();
  const mayLoad = caller !== undefined && reaches(caller.role, roleFor('load'));
  const load = (files: readonly File[]): void => {
    setDropped(files);
    setOpen('load');
  };
  const close = (): void => setOpen(undefined);
  const done = (what: CameIn | Synced): void => {
    setCame(what);
    close();
  };
  return (
    <>
      <Head
        title="Sources"
        answer={answer === undefined ? undefined : <Sentence of={answer} />}
        actions={
          <>
            <ExportBtn />
            <Allowed to="load" what={null}>
              <Btn onClick={() => load([])}>Load files</Btn>
              <Btn kind="main" onClick={() => setOpen('sync')}>
                Sync
              </Btn>
            </Allowed>
          </>
        }
      />
      <SourcesTabs here="sources" />
      {came === undefined ? null : <WhatCame of={came} onClose={() => setCame(undefined)} />}
      <Answered of={status} skeleton={<Skeleton kind="rows" lines={10} />}>
        {({ answer: of }) => (of.loaded.length === 0 ? <Nothing /> : <Loaded of={of} />)}
      </Answered>
      <Answered of={sources} skeleton={<Skeleton lines={1} />}>
        {({ answer: { forgotten } }) => (forgotten.length === 0 ? null : <Forgotten of={forgotten} />)}
      </Answered>
      <Allowed to="load" what="To load, sync and forget sources">
        {null}
      </Allowed>
      <PageDrop onFiles={mayLoad && open === undefined ? load : undefined}>Drop to load</PageDrop>
      {open === 'load' ? <LoadFiles dropped={dropped} onDone={done} onClose={close} /> : null}
      {open === 'sync' ? <Sync onDone={done} onClose={close} /> : null}
    </>
  );
}

function Sentence({ of: { loaded, facts } }: { readonly of: Status }): ReactElement {
  const inView = loaded.filter(({ standing }) => standing === 'in-view').length;
  const count = facts.reduce((sum, each) => sum + each.count, 0);
  const newest = loaded
    .map(({ loadedAt }) => loadedAt)
    .toSorted()
    .at(-1);
  if (loaded.length === 0) return <>Nothing is loaded, so nothing can be answered.</>;
  return (
    <>
      <b>{several(inView, 'source')}</b> {inView === 1 ? 'is' : 'are'} in view and{' '}
      {inView === 1 ? 'reports' : 'report'}{' '}
      <a className="why" href="#facts">
        <b>{several(count, 'fact')}</b>
      </a>
      {inView === loaded.length
        ? ''
        : `; ${loaded.length - inView} more ${loaded.length - inView === 1 ? 'is' : 'are'} loaded and not answered from`}
      .{newest === undefined ? '' : ` The last was loaded on ${sayDate(newest)}.`}
    </>
  );
}

function Nothing(): ReactElement {
  return (
    <Section kind="plain">
      <Empty title="Nothing is loaded.">
        <i>Sync</i> loads ATT&amp;CK and the MISP galaxy from their publishers or a mirror; <i>Load files</i>{' '}
        takes in what you have. On a command line it is <code>foeprint sync</code> and{' '}
        <code>foeprint load</code>.
      </Empty>
    </Section>
  );
}

function Loaded({ of: { loaded, facts, objects } }: { readonly of: Status }): ReactElement {
  const [{ sort }, change] = useAddress(FIELDS);
  const { act, state } = useAct();
  const caller = useCaller();
  const mayForget = state.is !== 'doing' && caller !== undefined && reaches(caller.role, roleFor('forget'));
  const columns = useMemo(
    () =>
      columnsOf(
        loaded,
        mayForget
          ? ({ sha256, name }) =>
              void act('forget', { source: sha256 }, { words: ({ answer }) => sayForgotten(name, answer) })
          : undefined,
      ),
    [loaded, mayForget],
  );
  const most = Math.max(1, ...facts.map(({ count }) => count));
  return (
    <>
      <Section kind="plain">
        <Table
          label="Sources"
          columns={columns}
          rows={loaded}
          keyOf={({ id }) => id}
          sort={sort}
          onSort={(next) => change({ sort: next })}
        />
        <Doing of={state} doing="It is taken out." />
        <p className="note spaced">What others load meanwhile is noticed here.</p>
      </Section>
      <div className="apart">
        <Columns halves>
          <Section
            id="facts"
            title="What is reported"
            about={`facts in view, of ${several(facts.length, 'relation')}`}
          >
            <table aria-label="Reported facts by relation">
              <tbody>
                {facts.map(({ relation, count }) => (
                  <tr key={relation}>
                    <td>
                      <code>{relation}</code>
                    </td>
                    <td>
                      <BarCell share={count / most} words={spelled(count)} kind="neutral" width={220} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
          <Section
            title="Live and withdrawn"
            about="what its source has revoked or deprecated is kept, marked, and out of answers unless asked for"
          >
            <table aria-label="Objects in view by type">
              <thead>
                <tr>
                  <th scope="col">Kind</th>
                  <th scope="col" className="number">
                    Live
                  </th>
                  <th scope="col" className="number">
                    Revoked
                  </th>
                  <th scope="col" className="number">
                    Deprecated
                  </th>
                </tr>
              </thead>
              <tbody>
                {objects.map(({ type, live, revoked, deprecated }) => (
                  <tr key={type}>
                    <td>{type.replace(/^x-mitre-/, '').replaceAll('-', ' ')}</td>
                    <td className="number">{spelled(live)}</td>
                    <td className="number faint">{revoked === 0 ? '–' : spelled(revoked)}</td>
                    <td className="number faint">{deprecated === 0 ? '–' : spelled(deprecated)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
        </Columns>
      </div>
    </>
  );
}

/** The line that says what was done. */
function sayForgotten(name: string, { forgotten }: ActedOf<'forget'>['answer']): string {
  const objects = forgotten.reduce((sum, each) => sum + each.objects, 0);
  return `${name} is forgotten, with ${several(objects, 'object')} that only it had.`;
}
