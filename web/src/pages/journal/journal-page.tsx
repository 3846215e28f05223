import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import { ACTIONS } from 'virtual:actions';
import { text, truth, whole } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { fetchJson, type ApiFault } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { reaches, useCaller, type Caller, type Role } from '../../api/use-caller.ts';
import { Btn, Check, SearchField, Tag } from '../../kit/controls.tsx';
import { Head, Section } from '../../kit/layout.tsx';
import { Answered, Doing, Empty, Notice, Skeleton } from '../../kit/states.tsx';
import { Table, type TableColumn } from '../../kit/table.tsx';
import { several, spelled } from '../../words/count.ts';
import { hasWords, sayAction, sayChanges, type Entry } from '../../words/home/journal.ts';
import { SourcesTabs } from '../sources/sources-tabs.tsx';
import './journal.css';

/** So many entries are shown at once, and so many of the newest are asked for unless all are. */
const SHOWN = 100;
const ASKED = 500;
const ALL = 99_999;

const FIELDS = { q: text(), undoable: truth(false), from: whole(0, 0, ALL), all: truth(false) };

interface Journal {
  readonly entries: readonly Entry[];
  readonly total: number;
}

/** Who changed the home, when and how. */
export function Page(): ReactElement {
  const caller = useCaller();
  const mayRead = caller !== undefined && reaches(caller.role, 'analyst');
  return (
    <>
      <Head
        title="Journal"
        answer="Whatever changes the home is taken down before it is done, here, on the command line or by a program; most of it can be undone."
      />
      <SourcesTabs here="journal" />
      {caller === undefined ? (
        <Skeleton kind="rows" lines={8} />
      ) : mayRead ? (
        <Entries caller={caller} />
      ) : (
        <Notice title="The journal is for those who may change something.">
          To read it takes the role analyst; yours is {caller.role}.
        </Notice>
      )}
    </>
  );
}

function Entries({ caller }: { readonly caller: Caller }): ReactElement {
  const [{ q, undoable, from, all }, change] = useAddress(FIELDS);
  const limit = all ? ALL : ASKED;
  const journal = useQuery<Journal, ApiFault>({
    queryKey: ['/api/journal', limit],
    queryFn: async ({ signal }) => (await fetchJson(`/api/journal?limit=${limit}`, { signal })) as Journal,
    placeholderData: keepPreviousData,
  });
  return (
    <Section kind="plain">
      <div className="tools">
        <SearchField label="Look for words" value={q} onChange={(next) => change({ q: next, from: 0 })} />
        <Check
          label="Only what can be undone"
          checked={undoable}
          onChange={(next) => change({ undoable: next, from: 0 })}
        />
      </div>
      <Answered of={journal} skeleton={<Skeleton kind="rows" lines={8} />}>
        {({ entries, total }) => {
          const found = entries.filter(
            (entry) => (!undoable || entry.isUndoable) && (q === '' || hasWords(entry, q)),
          );
          const shown = found.slice(from, from + SHOWN);
          return (
            <>
              {total === 0 ? (
                <Empty title="Nothing was done yet.">
                  What is loaded, asserted, reviewed or kept from now on stands here, with who did it.
                </Empty>
              ) : shown.length === 0 ? (
                <Empty
                  title="No entry is like that."
                  actions={<Btn onClick={() => change({ q: '', undoable: false, from: 0 })}>Show all</Btn>}
                >
                  Looked at {entries.length === 1 ? 'was' : 'were'}{' '}
                  {several(entries.length, 'entry', 'entries')}.
                </Empty>
              ) : (
                <List of={shown} caller={caller} />
              )}
              <Pages
                from={from}
                shown={shown.length}
                of={found.length}
                onGo={(next) => change({ from: next })}
              />
              {entries.length < total ? (
                <p className="journal-pages">
                  <span className="quiet">
                    These are the {spelled(entries.length)} newest of {several(total, 'entry', 'entries')}.
                  </span>
                  <Btn onClick={() => change({ all: true })}>Look at all</Btn>
                </p>
              ) : null}
            </>
          );
        }}
      </Answered>
      <p className="note spaced">
        <code>foeprint journal</code> shows the same, <code>foeprint undo ENTRY</code> undoes one. What is
        marked above your clearance stands here without its content.
      </p>
    </Section>
  );
}

/** Which part of many entries is shown, and the way to the others. */
function Pages({
  from,
  shown,
  of,
  onGo,
}: {
  readonly from: number;
  readonly shown: number;
  readonly of: number;
  readonly onGo: (from: number) => void;
}): ReactElement | null {
  if (of <= SHOWN && from === 0) return null;
  return (
    <div className="journal-pages">
      <Btn disabled={from === 0} onClick={() => onGo(Math.max(0, from - SHOWN))}>
        Newer
      </Btn>
      <Btn disabled={from + shown >= of} onClick={() => onGo(from + SHOWN)}>
        Older
      </Btn>
      <span className="quiet">
        {spelled(from + 1)} to {spelled(from + shown)} of {spelled(of)}
      </span>
    </div>
  );
}

function List({ of, caller }: { readonly of: readonly Entry[]; readonly caller: Caller }): ReactElement {
  const { act, state } = useAct();
  const isBusy = state.is === 'doing';
  const columns = useMemo(
    () =>
      columnsOf(caller.role, isBusy, (entry) => {
        void act(
          'undo',
          { entry: String(entry.entry) },
          {
            words: () => `Entry ${entry.entry}, ${entry.action}, is undone.`,
            wayBack: 'Redo',
            isLong: true,
          },
        );
      }),
    // What is done is done by the latest hook; only who and whether something is under way changes what is shown.
    [caller.role, isBusy],
  );
  return (
    <>
      <Doing of={state} />
      <Table label="Journal" columns={columns} rows={of} keyOf={({ entry }) => String(entry)} />
    </>
  );
}

const THROUGH: Readonly<Record<string, string>> = {
  library: 'program',
  server: 'web or HTTP',
};

function columnsOf(role: Role, isBusy: boolean, undo: (entry: Entry) => void): readonly TableColumn<Entry>[] {
  return [
    { id: 'entry', head: 'Entry', isNumber: true, onPhones: 'hidden', cell: ({ entry }) => entry },
    {
      id: 'at',
      head: 'When (UTC)',
      className: 'no-wrap',
      cell: ({ at }) => <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time>,
    },
    {
      id: 'who',
      head: 'Who',
      className: 'journal-who',
      cell: (entry) => (
        <>
          <b>{entry.who}</b>
          <br />
          <span className="faint">
            {entry.role}, {THROUGH[entry.through] ?? entry.through}
          </span>
        </>
      ),
    },
    {
      id: 'what',
      head: 'What',
      onPhones: 'line',
      className: 'journal-what',
      cell: (entry) => <What entry={entry} />,
    },
    {
      id: 'changes',
      head: 'Changed',
      onPhones: 'line',
      className: 'quiet',
      cell: ({ isHidden, changes, how }) =>
        isHidden ? (
          'not shown'
        ) : (
          <span title={changes.map(({ what }) => what).join(', ')}>
            {changes.length === 0 ? (how === 'under way' ? 'not yet' : 'nothing') : sayChanges(changes)}
          </span>
        ),
    },
    {
      id: 'undo',
      head: <span className="unseen">Undo</span>,
      className: 'no-wrap',
      cell: (entry) => <WayBack entry={entry} role={role} isBusy={isBusy} undo={undo} />,
    },
  ];
}

/** What was done, and how it ended where not as it should. */
function What({ entry }: { readonly entry: Entry }): ReactElement {
  const { action, uploads, how, codes, isHidden, undoes } = entry;
  const written: Readonly<Record<string, (typeof ACTIONS)[keyof typeof ACTIONS]>> = ACTIONS;
  return (
    <>
      {isHidden ? (
        <>
          <code>{action}</code> <span className="faint">of what is marked above your clearance</span>
        </>
      ) : (
        <code>{sayAction(entry, written[action.replaceAll(' ', '-')])}</code>
      )}{' '}
      {undoes === undefined ? null : <span className="faint">undid entry {undoes}</span>}
      {how === 'done' ? null : (
        <Tag isFault={how === 'failed'}>
          {how === 'stopped' ? 'stopped with its process' : [how, ...codes].join(' ')}
        </Tag>
      )}
      {uploads.length === 0 ? null : (
        <>
          <br />
          <span className="faint">
            {uploads.map(({ name, bytes }) => `${name}, ${several(bytes, 'byte')}`).join('; ')}
          </span>
        </>
      )}
    </>
  );
}

/** The way back of an entry; in words where there is none, or where it takes another role. */
function WayBack({
  entry,
  role,
  isBusy,
  undo,
}: {
  readonly entry: Entry;
  readonly role: Role;
  readonly isBusy: boolean;
  readonly undo: (entry: Entry) => void;
}): ReactElement {
  const rows: Readonly<Record<string, { readonly role: Role }>> = ACTIONS;
  const needed = rows[entry.action.replaceAll(' ', '-')]?.role ?? 'admin';
  if (entry.undoneBy !== undefined) return <span className="faint">undone by {entry.undoneBy}</span>;
  if (entry.isExpired) return <span className="faint">too long ago to undo</span>;
  if (!entry.isUndoable || entry.isHidden) return <span className="faint">cannot be undone</span>;
  if (!reaches(role, needed)) return <span className="faint">undo takes {needed}</span>;
  return (
    <Btn
      disabled={isBusy}
      aria-label={`Undo entry ${entry.entry}: ${entry.action}`}
      onClick={() => undo(entry)}
    >
      Undo
    </Btn>
  );
}
