import type { ActedOf } from 'foeprint/answers';
import { useState, type ReactElement } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useCaller } from '../../api/use-caller.ts';
import { useGo } from '../../frame/go.tsx';
import { Btn, Field, Seg } from '../../kit/controls.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { DropFiles } from '../../kit/forms/drop-files.tsx';
import { AreaField, SelectField } from '../../kit/forms/fields.tsx';
import { Doing } from '../../kit/states.tsx';
import { several } from '../../words/count.ts';
import { levelsUpTo } from '../../words/markings.ts';

export type Added = ActedOf<'report-add'>['answer'];
type Outcome = Added['reports'][number]['outcome'];

const ACCEPT = '.pdf,.docx,.html,.htm,.md,.markdown,.txt,.json,.yaml,.yml,.afb,.gz';

const KINDS = [
  ['vendor-report', 'A vendor or an authority'],
  ['incident', 'Our own: an incident, a write-up'],
  ['feed', 'A feed'],
] as const;

const WAYS = [
  ['files', 'Files'],
  ['text', 'Pasted text'],
  ['address', 'An address'],
] as const;

/** Keeps reports: files, text that is pasted, or what is at an address. */
export function AddReport({
  dropped,
  onDone,
  onClose,
}: {
  /** Files that were dropped on the page. */
  readonly dropped: readonly File[];
  /** Is called with what came of several, or of one that is not all well; one that is, is gone to. */
  readonly onDone: (added: Added) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { act, state } = useAct();
  const go = useGo();
  const [way, setWay] = useState<(typeof WAYS)[number][0]>('files');
  const [files, setFiles] = useState(dropped);
  const [text, setText] = useState('');
  const [address, setAddress] = useState('');
  const [title, setTitle] = useState('');
  const [publisher, setPublisher] = useState('');
  const [date, setDate] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number][0]>('vendor-report');
  const levels = [['', 'As it is marked'], ...levelsUpTo(useCaller()?.clearance ?? '')] as const;
  const [tlp, setTlp] = useState<(typeof levels)[number][0]>('');
  const isForOne = way !== 'files' || files.length < 2;
  const isGiven = { files: files.length > 0, text: text.trim() !== '', address: address.trim() !== '' }[way];
  const stated = {
    kind,
    ...(tlp === '' ? {} : { tlp }),
    ...said('publisher', publisher),
    ...(isForOne ? { ...said('title', title), ...said('date', date) } : {}),
  };
  const add = async (): Promise<void> => {
    const came =
      way === 'address'
        ? await act('report-add', { ...stated, places: [address.trim()] }, { isLong: true, words: sayAdded })
        : await act('report-add', stated, {
            files: { places: way === 'files' ? files : [pasted(text, title)] },
            isLong: true,
            words: sayAdded,
          });
    if (came === undefined) return;
    const { reports, issues } = came.answer;
    const [only] = reports;
    onClose();
    if (only !== undefined && reports.length === 1 && issues.length === 0)
      go(`/reports/${only.report.label}`);
    else onDone(came.answer);
  };
  return (
    <Dialog label="Add a report" onClose={onClose}>
      <form
        className="dialog-body form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <div className="dialog-head">
          <h2>Add a report</h2>
          <Btn kind="bare" keyName="Esc" onClick={onClose}>
            Close
          </Btn>
        </div>
        <Seg label="What is added" choices={WAYS} value={way} onChange={setWay} className="own-width" />
        {way === 'files' ? (
          <>
            <DropFiles what="reports" accept={ACCEPT} files={files} onChange={setFiles} />
            <p className="note">
              PDF, Word, HTML, Markdown, text, STIX or MISP with reports, DeTT&amp;CT, Attack Flow. What a
              file is, its content says.
            </p>
          </>
        ) : way === 'text' ? (
          <AreaField label="Text" rows={9} value={text} onChange={setText} />
        ) : (
          <Field
            label="Address on the web"
            type="url"
            placeholder="https://"
            value={address}
            onChange={setAddress}
          />
        )}
        {isForOne ? (
          <div className="form-row">
            <Field
              label="Name"
              placeholder="as it states"
              value={title}
              onChange={setTitle}
              maxLength={300}
            />
            <Field
              label="Published (2026-05-02, 2026-05 or 2026)"
              placeholder="as it states"
              value={date}
              onChange={setDate}
              pattern="\d{4}(-\d{2}){0,2}"
            />
          </div>
        ) : null}
        <div className="form-row">
          <Field
            label="Publisher"
            placeholder="as it states"
            value={publisher}
            onChange={setPublisher}
            maxLength={200}
          />
          <SelectField label="Whose it is" choices={KINDS} value={kind} onChange={setKind} />
          <SelectField label="How far it may go" choices={levels} value={tlp} onChange={setTlp} />
        </div>
        <div className="acts">
          <Btn kind="main" type="submit" disabled={!isGiven || state.is === 'doing'}>
            {isForOne ? 'Add it' : `Add ${files.length}`}
          </Btn>
          <span className="note">Nothing of it counts before somebody has taken it over.</span>
        </div>
        <Doing of={state} doing="It is sent and read." />
      </form>
    </Dialog>
  );
}

function said<Name extends string>(name: Name, text: string): { readonly [Each in Name]?: string } {
  const given = text.trim();
  return (given === '' ? {} : { [name]: given }) as { readonly [Each in Name]?: string };
}

/** Pasted text as the file that it would be. */
function pasted(text: string, title: string): File {
  const name = title.trim().replaceAll(/[^\p{L}\p{N} .-]+/gu, ' ') || `pasted ${new Date().toISOString()}`;
  return new File([text], `${name.slice(0, 100).replaceAll(':', '-')}.txt`, { type: 'text/plain' });
}

/** What became of a report, behind its title. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  new: 'is kept',
  known: 'is kept already, just so',
  changed: 'was kept already; what is stated of it is changed',
};

/** The line that says what was done. */
function sayAdded({ answer: { reports } }: { readonly answer: Added }): string {
  const [first] = reports;
  if (first === undefined) return '';
  if (reports.length > 1) return `${several(reports.length, 'report')} are kept.`;
  return `“${first.report.title}” ${OUTCOMES[first.outcome]}.`;
}
