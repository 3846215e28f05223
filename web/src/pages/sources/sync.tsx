import type { ActedOf } from 'foeprint/answers';
import { useState, type ReactElement } from 'react';
import { useAct } from '../../api/use-act.ts';
import { Btn, Check, Field, Seg } from '../../kit/controls.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Doing } from '../../kit/states.tsx';
import { several } from '../../words/count.ts';

export type Synced = ActedOf<'sync'>['answer'];

/** Sources that every home knows by name. */
const KNOWN = [
  ['enterprise-attack', 'ATT&CK Enterprise'],
  ['mobile-attack', 'ATT&CK Mobile'],
  ['ics-attack', 'ATT&CK ICS'],
  ['misp-galaxy', 'MISP galaxy'],
] as const;

const WAYS = [
  ['configured', 'All of the configuration'],
  ['named', 'Some by name'],
] as const;

/** Asks publishers, mirrors and servers for what is new. */
export function Sync({
  onDone,
  onClose,
}: {
  readonly onDone: (synced: Synced) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { act, state } = useAct();
  const [way, setWay] = useState<(typeof WAYS)[number][0]>('configured');
  const [known, setKnown] = useState<readonly string[]>([]);
  const [others, setOthers] = useState('');
  const [release, setRelease] = useState('');
  const [due, setDue] = useState(false);
  const [offline, setOffline] = useState(false);
  const named = [...known, ...others.split(/[\s,]+/u).filter((each) => each !== '')];
  const sync = async (): Promise<void> => {
    const came = await act(
      'sync',
      {
        sources: way === 'named' ? named : [],
        ...(way === 'named' && release.trim() !== '' ? { release: release.trim() } : {}),
        due: way === 'configured' && due,
        offline,
      },
      { isLong: true, words: ({ answer }) => saySynced(answer) },
    );
    if (came !== undefined) onDone(came.answer);
  };
  return (
    <Dialog label="Sync sources" onClose={onClose}>
      <form
        className="dialog-body form"
        onSubmit={(event) => {
          event.preventDefault();
          void sync();
        }}
      >
        <div className="dialog-head">
          <h2>Sync sources</h2>
          <Btn kind="bare" keyName="Esc" onClick={onClose}>
            Close
          </Btn>
        </div>
        <Seg label="Which sources" choices={WAYS} value={way} onChange={setWay} className="own-width" />
        {way === 'configured' ? (
          <Check label="Only what is due by the configuration" checked={due} onChange={setDue} />
        ) : (
          <>
            <div className="sync-names" role="group" aria-label="Sources that every home knows">
              {KNOWN.map(([name, words]) => (
                <Check
                  key={name}
                  label={words}
                  checked={known.includes(name)}
                  onChange={(isChosen) =>
                    setKnown(isChosen ? [...known, name] : known.filter((each) => each !== name))
                  }
                />
              ))}
            </div>
            <div className="form-row">
              <Field
                label="Others of the configuration, by name"
                placeholder="feed:NAME taxii:NAME misp:NAME"
                value={others}
                onChange={setOthers}
              />
              <Field
                label="Release of ATT&CK"
                placeholder="the newest"
                value={release}
                onChange={setRelease}
                maxLength={20}
              />
            </div>
          </>
        )}
        <Check
          label="Look in the mirrors only, and ask nobody on the network"
          checked={offline}
          onChange={setOffline}
        />
        <p className="note">
          Mirrors of the configuration are looked in first, then publishers and servers are asked. What is
          loaded already is not fetched again.
        </p>
        <div className="acts">
          <Btn
            kind="main"
            type="submit"
            disabled={state.is === 'doing' || (way === 'named' && named.length === 0)}
          >
            Sync
          </Btn>
        </div>
        <Doing of={state} doing="Sources are asked for what is new." />
      </form>
    </Dialog>
  );
}

/** The line that says what was done. */
function saySynced({ places }: Synced): string {
  const fresh = places.flatMap(({ sources }) => sources.filter(({ isNew }) => isNew)).length;
  const reports = places.flatMap((place) => place.reports.filter(({ outcome }) => outcome === 'new')).length;
  if (fresh + reports === 0) return 'Nothing is new.';
  return `${[
    ...(fresh === 0 ? [] : [several(fresh, 'source')]),
    ...(reports === 0 ? [] : [several(reports, 'report')]),
  ].join(' and ')} came in.`;
}
