import { useState, type ReactElement } from 'react';
import { TERMS } from '../address/terms.ts';
import type { LoadedSource } from '../api/answers.ts';
import { useAddress } from '../address/use-address.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Btn, Check, Field } from '../kit/controls.tsx';
import { Options, Popover } from '../kit/popover.tsx';
import { useStore } from '../state/store.ts';
import { sayDate } from '../words/count.ts';
import { LEVELS, sayLevel } from '../words/markings.ts';
import { joined, sayScope } from '../words/scope.ts';
import { Go } from './go.tsx';
import { SHOWN } from '../state/shown.ts';
import { useWorkingSet } from '../state/working-set.ts';

/** Under which terms all answers of the page hold: each part opens, and a change stays when the page changes. */
export function ScopeLine(): ReactElement {
  const [terms, change] = useAddress(TERMS);
  const status = useAnswer('status', {});
  const loaded = status.data?.answer.loaded ?? [];
  const names = namesOfSeries(loaded);
  const shown = useStore(SHOWN);
  const asOf = terms['as-of'] === '' ? asOfIn(shown[0]?.answer) : terms['as-of'];
  const level = shown.map(({ markings }) => markings.level).find((each) => each !== undefined);
  const leftOut = shown[0]?.markings.leftOut;
  return (
    <div className="scope" role="region" aria-label="Terms of every answer">
      <span>
        Answers from{' '}
        <Popover
          label="Release"
          button={<button type="button">{status.data === undefined ? '…' : sayScope(loaded)}</button>}
        >
          {(close) => (
            <>
              <h3>Release of ATT&CK</h3>
              <Options
                of={[
                  { value: '', words: 'the newest that is loaded' },
                  ...releasesOf(loaded).map((release) => ({ value: release, words: `ATT&CK ${release}` })),
                ]}
                chosen={[terms.release]}
                onChoose={(release) => {
                  change({ release });
                  close();
                }}
              />
              <HiddenSources of={loaded} hide={terms.hide} onHide={(hide) => change({ hide })} />
            </>
          )}
        </Popover>
        {terms.hide.length === 0 ? null : (
          <>
            {' '}
            · ranked without{' '}
            <Popover
              label="Sources"
              button={
                <button type="button">{joined(terms.hide.map((each) => names.get(each) ?? each))}</button>
              }
            >
              {() => <HiddenSources of={loaded} hide={terms.hide} onHide={(hide) => change({ hide })} />}
            </Popover>
          </>
        )}
      </span>
      <span>
        as of{' '}
        <Popover
          label="Day"
          button={<button type="button">{asOf === '' ? 'the knowledge in view' : sayDate(asOf)}</button>}
        >
          {(close) => (
            <DayForm
              day={terms['as-of']}
              onDay={(day) => {
                change({ 'as-of': day });
                close();
              }}
            />
          )}
        </Popover>
      </span>
      <span>
        rules{' '}
        <Popover
          label="Rules"
          button={
            <button type="button">
              {terms.rules.length === 0 ? 'as configured' : terms.rules.join(', ')}
            </button>
          }
        >
          {(close) => (
            <>
              <h3>Rules that derive facts</h3>
              <Options
                of={[
                  { value: '', words: 'as the server is configured' },
                  { value: 'standard', words: 'standard: through software and campaigns' },
                  { value: 'reference', words: 'reference: every rule that is shipped' },
                ]}
                chosen={terms.rules.length === 0 ? [''] : terms.rules}
                onChoose={(pack) => {
                  change({ rules: pack === '' ? [] : [pack] });
                  close();
                }}
              />
            </>
          )}
        </Popover>
      </span>
      <span>
        up to{' '}
        <Popover
          label="Marking"
          button={
            <button type="button">{terms.tlp === '' ? 'all that you may see' : sayLevel(terms.tlp)}</button>
          }
        >
          {(close) => (
            <>
              <h3>How far answers may go</h3>
              <Options
                of={[
                  { value: '', words: 'all that you may see' },
                  ...LEVELS.map((each) => ({ value: each, words: sayLevel(each) })),
                ]}
                chosen={[terms.tlp]}
                onChoose={(tlp) => {
                  change({ tlp });
                  close();
                }}
              />
            </>
          )}
        </Popover>
        {level === undefined ? null : <b> · this page is {level}</b>}
        {leftOut === undefined || leftOut.objects === 0 ? null : ` · ${leftOut.objects} objects left out`}
      </span>
      <WorkingSet />
    </div>
  );
}

/** Sources in view, each with whether rankings use it. */
function HiddenSources({
  of,
  hide,
  onHide,
}: {
  readonly of: readonly LoadedSource[];
  readonly hide: readonly string[];
  readonly onHide: (hide: readonly string[]) => void;
}): ReactElement {
  const names = namesOfSeries(of);
  return (
    <div className="hidden-sources">
      <h3>Groups are ranked with</h3>
      {[...new Set([...names.keys(), ...hide])].map((each) => (
        <Check
          key={each}
          label={names.get(each) ?? each}
          checked={!hide.includes(each)}
          onChange={(isUsed) => onHide(isUsed ? hide.filter((other) => other !== each) : [...hide, each])}
        />
      ))}
      <p className="note">For overview, organisation, plan and dashboard. Matrices keep all sources.</p>
    </div>
  );
}

/** Sources in view by what stays their name from release to release. */
function namesOfSeries(of: readonly LoadedSource[]): ReadonlyMap<string, string> {
  return new Map(
    of.flatMap(({ standing, series, name }) =>
      standing === 'in-view' && series !== undefined ? [[series, name] as const] : [],
    ),
  );
}

function WorkingSet(): ReactElement | null {
  const kept = useWorkingSet();
  if (kept.length === 0) return null;
  return (
    <span className="working-set">
      <span className="faint">Working set</span>
      {kept.slice(0, 4).map(({ id, name }) => (
        <Go key={id} to={`/groups/${id}`}>
          {name}
        </Go>
      ))}
      {kept.length > 4 ? <span>and {kept.length - 4} more</span> : null}
    </span>
  );
}

function DayForm({
  day,
  onDay,
}: {
  readonly day: string;
  readonly onDay: (day: string) => void;
}): ReactElement {
  const [typed, setTyped] = useState(day);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onDay(typed);
      }}
    >
      <Field
        label="Day from which the age of evidence counts"
        type="date"
        value={typed}
        onChange={setTyped}
      />
      <div className="acts" style={{ marginTop: '8px' }}>
        {day === '' ? null : <Btn onClick={() => onDay('')}>As of the knowledge in view</Btn>}
        <Btn kind="main" type="submit">
          Answer as of then
        </Btn>
      </div>
    </form>
  );
}

function releasesOf(
  loaded: readonly { readonly kind: string; readonly release?: string }[],
): readonly string[] {
  const releases = loaded.flatMap(({ kind, release }) =>
    kind === 'attack' && release !== undefined ? [release] : [],
  );
  return [...new Set(releases)].toSorted((a, b) => Number(b) - Number(a));
}

/** The day that an answer says it counts from; empty where it says none. */
function asOfIn(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'asOf' in answer && typeof answer.asOf === 'string'
    ? answer.asOf
    : '';
}
