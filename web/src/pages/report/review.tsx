import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { whole, word } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { reaches, roleFor, useCaller } from '../../api/use-caller.ts';
import { Allowed } from '../../frame/allowed.tsx';
import { Btn, Seg } from '../../kit/controls.tsx';
import { Section } from '../../kit/layout.tsx';
import { Empty, Notice } from '../../kit/states.tsx';
import { useKeys } from '../../keys/keys.ts';
import type { Decision } from '../../marks/report/decisions.ts';
import { speakingFor, type Suggestion } from '../../marks/report/speaking.ts';
import type { Deciding } from '../../state/decisions.ts';
import { several } from '../../words/count.ts';
import { ChangeForm } from './change-form.tsx';
import { ReportWords } from './report-words.tsx';
import { SuggestionLine } from './suggestion-line.tsx';
import { showInList, useListFollowsText } from './together.ts';

/** Which suggestions are shown, how sure they are at least, and which of all is looked at, from 1 in the order of the text. */
const FIELDS = { show: word('all', 'open', 'taken', 'new'), sure: whole(0, 0, 100), at: whole(1, 1) };

type Show = 'all' | 'open' | 'taken' | 'new';

const WANTED: Readonly<Record<Show, (suggestion: Suggestion) => boolean>> = {
  all: () => true,
  open: ({ decision }) => decision === undefined,
  taken: ({ decision }) => decision !== undefined && decision.verdict !== 'reject',
  new: ({ subject, knownFrom }) => subject !== undefined && knownFrom.length === 0,
};

/** The words of a report, and beside them what they are read to state, to be decided on one by one. */
export function Review({
  report,
  sentences,
  suggestions,
  deciding,
  isCovered,
}: {
  readonly report: string;
  /** How many it has. */
  readonly sentences: number;
  /** All of them, in the order of the text, as they are decided on now. */
  readonly suggestions: readonly Suggestion[];
  readonly deciding: Deciding;
  /** Whether something lies over it, which keys are for. */
  readonly isCovered: boolean;
}): ReactElement {
  const [{ show, sure, at }, change] = useAddress(FIELDS);
  const [form, setForm] = useState<'change' | 'whose'>();
  const caller = useCaller();
  const mayDecide = caller !== undefined && reaches(caller.role, roleFor('report-review'));
  // Which sentence speaks for what does not follow from decisions.
  const keys = suggestions.map(({ key }) => key).join('\n');
  const speaking = useMemo(() => speakingFor(suggestions), [keys]);
  const numbered = suggestions.map((suggestion, place) => ({ suggestion, place }));
  const isShown = (each: Suggestion): boolean => WANTED[show](each) && (each.probability ?? 1) * 100 >= sure;
  // The one that is looked at stays, also where it was decided on just now.
  const shown = numbered.filter(({ suggestion, place }) => isShown(suggestion) || place === at - 1);
  const here = shown.some(({ place }) => place === at - 1) ? at - 1 : (shown[0]?.place ?? 0);
  const current = suggestions[here];
  const go = (place: number | undefined): void => {
    if (place === undefined) return;
    setForm(undefined);
    change({ at: place + 1 }, { isPassing: true });
  };
  const step = (by: 1 | -1): void => go(shown[shown.findIndex(({ place }) => place === here) + by]?.place);
  const decide = (decision: Pick<Decision, 'verdict' | 'subject' | 'object' | 'status'>): void => {
    if (current === undefined) return;
    const { key, decision: before } = current;
    deciding.decide({ key, ...decision, ...(before === undefined ? {} : { before }) });
    setForm(undefined);
    go(
      numbered.find(({ suggestion, place }) => place > here && WANTED.open(suggestion) && isShown(suggestion))
        ?.place,
    );
  };
  const accept = (): void =>
    current?.subject === undefined ? setForm('whose') : decide({ verdict: 'accept' });
  const takeBack = (): void => {
    const place = numbered.find(({ suggestion }) => suggestion.key === deciding.last)?.place;
    deciding.takeBack();
    go(place);
  };
  useKeys('In the report', [
    ...(isCovered
      ? []
      : [
          { key: 'j', does: 'the next suggestion', run: () => step(1) },
          { key: 'k', does: 'the one before', run: () => step(-1) },
        ]),
    ...(isCovered || !mayDecide || current === undefined
      ? []
      : [
          { key: 'a', does: 'accept it', run: accept },
          { key: 'c', does: 'change what holds, whose it is, or how sure', run: () => setForm('change') },
          { key: 'r', does: 'reject it', run: () => decide({ verdict: 'reject' }) },
          ...(deciding.last === undefined
            ? []
            : [{ key: 'z', does: 'take the last decision back', run: takeBack }]),
        ]),
  ]);
  const list = useRef<HTMLOListElement>(null);
  useListFollowsText(list);
  const isFirst = useRef(true);
  useEffect(() => {
    // The page begins at its answer; from then on text and list follow each other.
    const wasFirst = isFirst.current;
    isFirst.current = false;
    if (wasFirst && at === 1) return;
    showInList(list.current?.querySelector('[data-at="yes"]'));
  }, [at, show]);
  return (
    <>
      <div className="tools">
        <Seg
          label="Which suggestions"
          choices={CHOICES.map(([value, words]) => [
            value,
            `${words} ${suggestions.filter(WANTED[value]).length}`,
          ])}
          value={show}
          onChange={(next) => change({ show: next })}
        />
        <label className="check">
          At least
          <input
            className="field least"
            type="number"
            min={0}
            max={100}
            step={10}
            value={sure}
            aria-label="How sure at least, in per cent"
            onChange={(event) =>
              change(
                { sure: Math.min(100, Math.max(0, event.target.valueAsNumber || 0)) },
                { isPassing: true },
              )
            }
          />
          % sure
        </label>
        <span className="note push wide-only">
          <kbd>J</kbd> <kbd>K</kbd> next, previous
          {mayDecide ? (
            <>
              &ensp;<kbd>A</kbd> accept &ensp;<kbd>C</kbd> change &ensp;<kbd>R</kbd> reject &ensp;
              <kbd>Z</kbd> undo
            </>
          ) : null}
        </span>
      </div>
      <OnTheirWay of={deciding} />
      <div className="review">
        <Section title="Text" about="as it was read; what states something is marked">
          <ReportWords
            report={report}
            sentences={sentences}
            speaking={speaking}
            suggestions={suggestions}
            at={here}
            onChoose={go}
          />
        </Section>
        <Section title="Suggestions" about="in the order of the text">
          {shown.length === 0 ? (
            <Empty
              title="No suggestion is like this."
              actions={<Btn onClick={() => change({ show: 'all', sure: 0 })}>Show all</Btn>}
            />
          ) : (
            <ol className="suggestions" ref={list}>
              {shown.map(({ suggestion, place }) => (
                <SuggestionLine
                  key={suggestion.key}
                  of={suggestion}
                  number={place + 1}
                  isHere={place === here}
                  refused={deciding.refused.find(({ decision }) => decision.key === suggestion.key)}
                  onChoose={() => go(place)}
                >
                  <Allowed to="report-review" what="To decide on it">
                    {form === undefined ? (
                      <div className="acts start">
                        <Btn kind="main" keyName="A" onClick={accept}>
                          Accept
                        </Btn>
                        <Btn keyName="C" onClick={() => setForm('change')}>
                          Change
                        </Btn>
                        <Btn keyName="R" onClick={() => decide({ verdict: 'reject' })}>
                          Reject
                        </Btn>
                        {suggestion.decision === undefined ? null : (
                          <Btn kind="bare" onClick={() => deciding.takeBack(suggestion)}>
                            Take back
                          </Btn>
                        )}
                      </div>
                    ) : (
                      <ChangeForm
                        of={suggestion}
                        isOpen={form === 'whose'}
                        onDone={decide}
                        onCancel={() => {
                          setForm(undefined);
                          list.current?.querySelector<HTMLElement>('.here > button')?.focus();
                        }}
                      />
                    )}
                  </Allowed>
                </SuggestionLine>
              ))}
            </ol>
          )}
        </Section>
      </div>
    </>
  );
}

const CHOICES: readonly (readonly [Show, string])[] = [
  ['all', 'All'],
  ['open', 'To decide'],
  ['taken', 'Accepted'],
  ['new', 'New'],
];

/** How many decisions are not kept yet, and why where that takes long. */
function OnTheirWay({ of }: { readonly of: Deciding }): ReactElement {
  const { waiting, trouble, refused } = of;
  return (
    <>
      <p className="doing on-their-way" role="status">
        {waiting.length === 0 ? '' : `${several(waiting.length, 'decision')} on the way to the home.`}
        {refused.length === 0 ? '' : ` ${several(refused.length, 'decision')} refused: see below.`}
      </p>
      {trouble === undefined || waiting.length === 0 ? null : (
        <Notice
          isFault
          title={`${several(waiting.length, 'decision')} cannot be kept yet.`}
          actions={<Btn onClick={of.again}>Try again</Btn>}
        >
          {trouble.message} They are kept in this window meanwhile, and tried again every few seconds.
        </Notice>
      )}
    </>
  );
}
