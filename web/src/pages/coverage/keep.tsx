import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCaller } from '../../api/use-caller.ts';
import { Allowed } from '../../frame/allowed.tsx';
import type { GivenCoverage } from '../../given/coverage-given.ts';
import { takeCoverageBack, useGivenCoverage } from '../../given/coverage.ts';
import { Btn, Field } from '../../kit/controls.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { SelectField } from '../../kit/forms/fields.tsx';
import { Doing, Notice } from '../../kit/states.tsx';
import { sayDate, several } from '../../words/count.ts';
import { levelsUpTo } from '../../words/markings.ts';

/** Files that count on this visit only, each with a way to keep it. */
export function ForThisVisit(): ReactElement {
  const given = useGivenCoverage();
  const [kept, setKept] = useState<string>();
  const chosen = given.find(({ file }) => file === kept);
  return (
    <>
      {given.map(({ file, coverage }) => (
        <Notice
          key={file}
          title={file}
          actions={
            <>
              <Allowed to="coverage-import" what="To keep it">
                <Btn onClick={() => setKept(file)}>Keep it…</Btn>
              </Allowed>
              <Btn kind="bare" onClick={() => takeCoverageBack(file)}>
                Do not count it
              </Btn>
            </>
          }
        >
          counts on this visit only:{' '}
          {several(new Set(coverage.claims.map(({ technique }) => technique)).size, 'technique')}
          {coverage.logSources === undefined
            ? ''
            : ` and ${several(coverage.logSources.length, 'log source')}`}
          .
        </Notice>
      ))}
      {chosen === undefined ? null : <KeepSheet given={chosen} onClose={() => setKept(undefined)} />}
    </>
  );
}

/** How far detection has come, where a file does not say it itself. */
const STAGES = [
  ['', 'As files of its kind are taken: rules are to hand, layers and lists are detected'],
  ['rule', 'A rule is to hand'],
  ['deployed', 'Detected'],
  ['tested', 'Detected and tested'],
] as const;

/** Keeps a file in the home: as what, from when, and how far it may go. */
function KeepSheet({
  given: { file, sent },
  onClose,
}: {
  readonly given: GivenCoverage;
  readonly onClose: () => void;
}): ReactElement {
  const { act, state } = useAct();
  const [name, setName] = useState(file.replace(/\.[^.]+$/u, ''));
  const [date, setDate] = useState(new Date().toISOString().slice(0, 10));
  const [stage, setStage] = useState<(typeof STAGES)[number][0]>('');
  const levels = [['', 'As the file is marked'], ...levelsUpTo(useCaller()?.clearance ?? '')] as const;
  const [tlp, setTlp] = useState<(typeof levels)[number][0]>('');
  const before = useAnswer('coverage-list', {}).data?.answer.inventories.filter(
    (each) => each.name === name.trim(),
  );
  const form = useRef<HTMLFormElement>(null);
  // The sheet is open by now: its first button, to close it, is not what one wants first.
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const keep = async (): Promise<void> => {
    const kept = await act(
      'coverage-import',
      {
        name: name.trim(),
        date,
        ...(stage === '' ? {} : { stage }),
        ...(tlp === '' ? {} : { tlp }),
      },
      {
        files: { places: [sent] },
        isLong: true,
        words: ({ answer: { isNew, inventory } }) =>
          isNew
            ? `${inventory.name} is kept, from ${sayDate(inventory.date)} on.`
            : `${inventory.name} stands there already, just so.`,
      },
    );
    if (kept === undefined) return;
    takeCoverageBack(file);
    onClose();
  };
  return (
    <Dialog label={`Keep ${file}`} onClose={onClose}>
      <form
        ref={form}
        className="dialog-body form"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <div className="dialog-head">
          <h2>Keep {file}</h2>
          <Btn kind="bare" onClick={onClose}>
            Close
          </Btn>
        </div>
        <div className="form-row">
          <Field label="What it is kept as" value={name} onChange={setName} maxLength={200} required />
          <Field label="The day from which it holds" type="date" value={date} onChange={setDate} required />
        </div>
        <SelectField
          label="How far detection has come, where the file does not say it"
          choices={STAGES}
          value={stage}
          onChange={setStage}
        />
        <SelectField label="How far it may go" choices={levels} value={tlp} onChange={setTlp} />
        <p className="note" aria-live="polite">
          {before === undefined || before.length === 0
            ? 'It then counts in every answer about coverage, here and on the command line.'
            : `${name.trim()} is kept already, from ${before.map((each) => sayDate(each.date)).join(', ')} on. From the day above, this takes its place; what held before stays for trends.`}
        </p>
        <div className="acts">
          <Btn kind="main" type="submit" disabled={state.is === 'doing' || name.trim() === ''}>
            Keep it
          </Btn>
        </div>
        <Doing of={state} doing="The file is sent and read." />
      </form>
    </Dialog>
  );
}
