import type { AnswerOf } from 'foeprint/answers';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useAct } from '../../api/use-act.ts';
import { useCaller } from '../../api/use-caller.ts';
import { useKeys } from '../../keys/keys.ts';
import { Btn, Field, Seg } from '../../kit/controls.tsx';
import { AreaField, SelectField } from '../../kit/forms/fields.tsx';
import { Doing } from '../../kit/states.tsx';
import type { Assertable } from '../../marks/assertable.ts';
import { keepInBrowser, keptInBrowser } from '../../state/theme.ts';
import { levelsUpTo } from '../../words/markings.ts';

/** How sure somebody is who asserts something. */
const STATUSES = [
  ['confirmed', 'Confirmed'],
  ['probable', 'Probable'],
  ['suspected', 'Suspected'],
  ['mentioned', 'Mentioned'],
] as const satisfies readonly (readonly [AnswerOf<'assertions'>['assertions'][number]['status'], string])[];
type Status = (typeof STATUSES)[number][0];

/** Who said so last in this browser. */
const SOURCE = 'foeprint-source';

const AS: Readonly<Record<Assertable['as'], string>> = {
  asked: '',
  directly: '',
  premise: ', from which rules conclude',
};

/** Reports something of one’s own: what, how sure, by whom, in which words. */
export function AssertionForm({
  assertable,
  onClose,
}: {
  /** What may be asserted, the likeliest first; at least one. */
  readonly assertable: readonly Assertable[];
  readonly onClose: () => void;
}): ReactElement {
  const { act, state } = useAct();
  const caller = useCaller();
  const levels = levelsUpTo(caller?.clearance ?? '');
  const [what, setWhat] = useState('0');
  const [status, setStatus] = useState<Status>('suspected');
  const [source, setSource] = useState(
    keptInBrowser(SOURCE) ?? (caller?.by === 'local' ? '' : (caller?.name ?? '')),
  );
  const [sentence, setSentence] = useState('');
  const [reference, setReference] = useState('');
  const [date, setDate] = useState(new Date().toISOString().slice(0, 10));
  const [tlp, setTlp] = useState(
    () => levels.find(([level]) => level === 'amber')?.[0] ?? levels.at(-1)?.[0] ?? '',
  );
  const meant = assertable[Number(what)] ?? assertable[0];
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // All of it, where there is room for it.
    form.current?.scrollIntoView({ block: 'end' });
    form.current?.querySelector<HTMLElement>('select, button, input')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  // With the focus elsewhere; within it the form itself listens, also while something is written.
  useKeys('In the form', [{ key: 'Escape', does: 'close the form', run: onClose }]);
  if (meant === undefined) return <></>;
  const assert = async (): Promise<void> => {
    const { subject, relation, object } = meant;
    const day = new Date().toISOString().slice(0, 10);
    const asserted = await act(
      'assert',
      {
        subject,
        relation,
        object,
        source: source.trim(),
        status,
        ...(tlp === '' ? {} : { tlp }),
        // Today means now: of two on one day the later one holds.
        ...(date === '' || date === day ? {} : { date }),
        ...(sentence.trim() === '' ? {} : { sentence: sentence.trim() }),
        references: reference.trim() === '' ? [] : [reference.trim()],
      },
      { words: () => `“${meant.sentence}” is asserted: ${status}, by ${source.trim()}.` },
    );
    if (asserted === undefined) return;
    keepInBrowser(SOURCE, source.trim());
    onClose();
  };
  return (
    <form
      ref={form}
      className="form"
      aria-label="Say otherwise"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void assert();
      }}
    >
      <h3>Say otherwise</h3>
      {assertable.length === 1 ? (
        <p>{meant.sentence}</p>
      ) : (
        <SelectField
          label="What"
          choices={assertable.map(
            ({ sentence: each, as }, index) => [String(index), `${each}${AS[as]}`] as const,
          )}
          value={what}
          onChange={setWhat}
        />
      )}
      <Seg label="How sure" choices={STATUSES} value={status} onChange={setStatus} />
      <Field
        label="Who says so: a case number, an analyst"
        value={source}
        onChange={setSource}
        required
        maxLength={200}
      />
      <AreaField label="Why, in your own words" value={sentence} onChange={setSentence} maxLength={4000} />
      <Field
        label="Document: an address or a name"
        value={reference}
        onChange={setReference}
        maxLength={1000}
      />
      <div className="form-row">
        <Field label="As of" type="date" value={date} onChange={setDate} />
        <SelectField
          label="How far it may go"
          choices={levels}
          value={tlp === '' ? 'clear' : tlp}
          onChange={setTlp}
        />
      </div>
      <p className="note">
        It stands beside what others report and changes none of it.
        {assertable.some(({ as }) => as !== 'asked')
          ? ' What rules derive is not asserted itself: what they conclude from is, or the same directly.'
          : ''}
      </p>
      <div className="acts">
        <Btn kind="main" type="submit" disabled={state.is === 'doing' || source.trim() === ''}>
          Assert it
        </Btn>
        <Btn onClick={onClose}>Cancel</Btn>
      </div>
      <Doing of={state} doing="It is taken down." />
    </form>
  );
}
