import type { ActedOf } from 'foeprint/answers';
import { useState, type ReactElement } from 'react';
import { useAct } from '../../api/use-act.ts';
import { Btn, Field, Seg } from '../../kit/controls.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { DropFiles } from '../../kit/forms/drop-files.tsx';
import { SelectField } from '../../kit/forms/fields.tsx';
import { Doing } from '../../kit/states.tsx';
import { several } from '../../words/count.ts';

export type Loaded = ActedOf<'load'>['answer'];

const ACCEPT = '.json,.gz,.zip,.yaml,.yml,.csv';

const WAYS = [
  ['files', 'Files'],
  ['address', 'An address'],
] as const;

const KINDS = [
  ['', 'As its content says'],
  ['attack', 'ATT&CK'],
  ['vendor-report', 'A report of a vendor'],
  ['feed', 'A feed'],
  ['incident', 'An incident'],
  ['analyst', 'Our own assertions'],
] as const;

/** Loads sources: files, or what is at an address. */
export function LoadFiles({
  dropped,
  onDone,
  onClose,
}: {
  /** Files that were dropped on the page. */
  readonly dropped: readonly File[];
  readonly onDone: (loaded: Loaded) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { act, state } = useAct();
  const [way, setWay] = useState<(typeof WAYS)[number][0]>('files');
  const [files, setFiles] = useState(dropped);
  const [address, setAddress] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number][0]>('');
  const [release, setRelease] = useState('');
  const stated = {
    ...(kind === '' ? {} : { kind }),
    ...(release.trim() === '' ? {} : { release: release.trim() }),
  };
  const load = async (): Promise<void> => {
    const came =
      way === 'address'
        ? await act('load', { ...stated, locations: [address.trim()] }, { isLong: true, words: sayLoaded })
        : await act('load', stated, { files: { locations: files }, isLong: true, words: sayLoaded });
    if (came !== undefined) onDone(came.answer);
  };
  return (
    <Dialog label="Load sources" onClose={onClose}>
      <form
        className="dialog-body form"
        onSubmit={(event) => {
          event.preventDefault();
          void load();
        }}
      >
        <div className="dialog-head">
          <h2>Load sources</h2>
          <Btn kind="bare" keyName="Esc" onClick={onClose}>
            Close
          </Btn>
        </div>
        <Seg label="What is loaded" choices={WAYS} value={way} onChange={setWay} className="own-width" />
        {way === 'files' ? (
          <DropFiles what="files" accept={ACCEPT} files={files} onChange={setFiles} />
        ) : (
          <Field
            label="Address on the web"
            type="url"
            placeholder="https://"
            value={address}
            onChange={setAddress}
          />
        )}
        <p className="note">
          STIX 2.0 and 2.1, MISP galaxy, mappings of controls, cases (YAML, CSV); plain, .gz or .zip. Every
          object is kept as given; broken ones are left out and listed. Reports in prose are added under
          Reports.
        </p>
        <div className="form-row">
          <SelectField label="What kind of source it is" choices={KINDS} value={kind} onChange={setKind} />
          <Field
            label="Release of ATT&CK, where the file does not say it"
            placeholder="as it says"
            value={release}
            onChange={setRelease}
            maxLength={20}
          />
        </div>
        <div className="acts">
          <Btn
            kind="main"
            type="submit"
            disabled={state.is === 'doing' || (way === 'files' ? files.length === 0 : address.trim() === '')}
          >
            {way === 'files' && files.length > 1 ? `Load ${files.length}` : 'Load it'}
          </Btn>
        </div>
        <Doing of={state} doing="It is sent and read." />
      </form>
    </Dialog>
  );
}

/** The line that says what was done. */
function sayLoaded({ answer: { places } }: { readonly answer: Loaded }): string {
  const sources = places.flatMap((place) => place.sources);
  const fresh = sources.filter(({ isNew }) => isNew);
  const [only] = sources;
  if (only !== undefined && sources.length === 1)
    return only.isNew ? `${only.name} is loaded.` : `${only.name} was loaded already, just so.`;
  return fresh.length === 0
    ? 'All of it was loaded already, just so.'
    : `${several(fresh.length, 'source')} ${fresh.length === 1 ? 'is' : 'are'} loaded.`;
}
