import type { AnswerOf } from 'foeprint/answers';
import { useMemo, type ReactElement } from 'react';
import { text } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import type { LoadedSource } from '../../api/answers.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Tag } from '../../kit/controls.tsx';
import { Columns, Head, Section } from '../../kit/layout.tsx';
import { BarCell } from '../../kit/marks.tsx';
import { Answered, Empty, Skeleton } from '../../kit/states.tsx';
import '../../kit/things/things.css';
import { Table, type TableColumn } from '../../kit/table.tsx';
import { useShown } from '../../state/shown.ts';
import { sayDate, several, spelled } from '../../words/count.ts';
import { SourcesTabs } from './sources-tabs.tsx';

const FIELDS = { sort: text() };

type Status = AnswerOf<'status'>;

/** What is loaded, from whom, under which licence, and what of it is in view. */
export function Page(): ReactElement {
  const status = useAnswer('status', {});
  const sources = useAnswer('sources', {});
  useShown(status.data, sources.data);
  const answer = status.data?.answer;
  return (
    <>
      <Head
        title="Sources"
        answer={answer === undefined ? undefined : <Sentence of={answer} />}
        actions={<ExportBtn />}
      />
      <SourcesTabs here="sources" />
      <Answered of={status} skeleton={<Skeleton kind="rows" lines={10} />}>
        {({ answer: of }) => (of.loaded.length === 0 ? <Nothing /> : <Loaded of={of} />)}
      </Answered>
      <Answered of={sources} skeleton={<Skeleton lines={1} />}>
        {({ answer: { forgotten } }) => (forgotten.length === 0 ? null : <Forgotten of={forgotten} />)}
      </Answered>
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
        <code>foeprint sync</code> loads ATT&amp;CK and the MISP galaxy from their publishers or a mirror;{' '}
        <code>foeprint load FILE</code> loads a file that you have.
      </Empty>
    </Section>
  );
}

function Loaded({ of: { loaded, facts, objects } }: { readonly of: Status }): ReactElement {
  const [{ sort }, change] = useAddress(FIELDS);
  const columns = useMemo(() => columnsOf(loaded), [loaded]);
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
        <p className="note spaced">
          <code>foeprint sync</code> looks for newer releases, <code>foeprint load FILE</code> takes in a
          file, <code>foeprint forget SOURCE</code> takes one out again. What is loaded meanwhile is noticed
          here.
        </p>
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

const STANDINGS: Readonly<Record<LoadedSource['standing'], string>> = {
  'in-view': 'in view',
  'other-release': 'another release is in view',
  'not-selected': 'its series is not asked for',
  sample: 'the sample, while there is real knowledge',
};

function columnsOf(loaded: readonly LoadedSource[]): readonly TableColumn<LoadedSource>[] {
  const most = Math.max(1, ...loaded.map(({ objects }) => objects));
  return [
    {
      id: 'name',
      head: 'Source',
      by: ({ name }) => name.toLowerCase(),
      className: 'no-wrap',
      cell: ({ name, id }) => (
        <>
          <b>{name}</b>
          <br />
          <span className="id">{id}</span>
        </>
      ),
    },
    { id: 'kind', head: 'Kind', by: ({ kind }) => kind, onPhones: 'hidden', cell: ({ kind }) => kind },
    {
      id: 'standing',
      head: 'In view',
      by: ({ standing }) => standing,
      cell: ({ standing, level }) => (
        <>
          {standing === 'in-view' ? 'yes' : <span className="quiet">no: {STANDINGS[standing]}</span>}
          {level === undefined ? null : (
            <>
              {' '}
              <Tag>TLP:{level.toUpperCase()}</Tag>
            </>
          )}
        </>
      ),
    },
    {
      id: 'objects',
      head: 'Objects',
      by: ({ objects }) => objects,
      isLargestFirst: true,
      onPhones: 'hidden',
      cell: ({ objects }) => (
        <BarCell share={objects / most} words={spelled(objects)} kind="neutral" width={80} />
      ),
    },
    {
      id: 'loaded',
      head: 'Loaded',
      by: ({ loadedAt }) => loadedAt,
      isLargestFirst: true,
      onPhones: 'hidden',
      className: 'no-wrap',
      cell: ({ loadedAt, file }) => (
        <>
          {loadedAt.slice(0, 10)}
          <br />
          <span className="faint">{file}</span>
        </>
      ),
    },
    {
      id: 'statement',
      head: 'Licence and statement',
      onPhones: 'line',
      className: 'quiet',
      cell: ({ statements }) =>
        statements.length === 0 ? (
          <span className="faint">none is asked to be kept</span>
        ) : (
          statements.join(' ')
        ),
    },
    {
      id: 'sha256',
      head: 'SHA-256',
      onPhones: 'hidden',
      cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 12)}</code>,
    },
  ];
}

function Forgotten({ of }: { readonly of: AnswerOf<'sources'>['forgotten'] }): ReactElement {
  return (
    <Section title="Forgotten" about="out of every answer; the copy is kept, and can be taken back">
      <ul className="plain-list">
        {of.map(({ sha256, name, file, loadedAt }) => (
          <li key={sha256}>
            {name} <span className="faint">{`${file}, loaded ${loadedAt.slice(0, 10)}`}</span>{' '}
            <code>foeprint forget --undo {sha256.slice(0, 12)}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}
