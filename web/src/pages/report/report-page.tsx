import { useParams } from '@tanstack/react-router';
import type { AnswerOf } from 'foeprint/answers';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { whole, word } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { ExportBtn } from '../../frame/overlays/export-btn.tsx';
import { Btn, Seg, Tag } from '../../kit/controls.tsx';
import { Head, KeyValues, Section } from '../../kit/layout.tsx';
import { Quote } from '../../kit/reasons/quote.tsx';
import { Answered, Empty, Notice, Skeleton } from '../../kit/states.tsx';
import { ThingLink, ThingLinks } from '../../kit/things/thing-link.tsx';
import '../../kit/things/things.css';
import { useKeys } from '../../keys/keys.ts';
import { markedText } from '../../marks/report-text.ts';
import { useShown } from '../../state/shown.ts';
import { several, spelled } from '../../words/count.ts';
import { percent } from '../../words/percent.ts';
import { joined } from '../../words/scope.ts';
import './report.css';

/** Which suggestions are shown, and which of them is looked at, from 1. */
const FIELDS = { show: word('all', 'open', 'new'), at: whole(1, 1) };

type Report = AnswerOf<'report-show'>;
type Suggestion = Report['suggestions'][number];

/** One report: its sentences with what they state, how sure that is, and what is known already. */
export function Page(): ReactElement {
  const { report = '' }: { readonly report?: string } = useParams({ strict: false });
  const read = useAnswer('report-show', { report, evidence: 5 });
  useShown(read.data);
  return (
    <Answered of={read} skeleton={<Skeleton lines={10} doing="The report is being read." />}>
      {({ answer, notes }) => <Read of={answer} notes={notes} />}
    </Answered>
  );
}

function Read({ of, notes }: { readonly of: Report; readonly notes: readonly string[] }): ReactElement {
  const { counts, label = '' } = of;
  return (
    <>
      <Head
        title={of.title}
        id={label}
        below={
          <>
            {of.level === undefined ? null : <Tag>TLP:{of.level.toUpperCase()}</Tag>}{' '}
            {[of.publisher, of.date, `${spelled(of.sentences)} sentences`]
              .filter((each) => each !== undefined)
              .join(' · ')}
          </>
        }
        answer={
          <>
            <b>{several(counts.suggestions, 'suggestion')}</b> {counts.suggestions === 1 ? 'is' : 'are'} read
            out of it, <b>{counts.accept}</b> sure enough to be taken as they are; {counts.new} would be new,{' '}
            {counts.decided} are decided.{' '}
            {of.isLoaded ? 'What was accepted counts.' : 'Nothing counts until it is accepted and loaded.'}
          </>
        }
        actions={<ExportBtn />}
      />
      {counts.suggestions === 0 ? (
        <Empty title="It is read to state nothing.">
          No technique, software or victim is found in it.{' '}
          {of.isInWords
            ? ''
            : 'Techniques in other words were not looked for: nothing in view states how any is used.'}
        </Empty>
      ) : (
        <Review of={of} />
      )}
      <About of={of} notes={notes} />
    </>
  );
}

const WANTED: Readonly<Record<'all' | 'open' | 'new', (suggestion: Suggestion) => boolean>> = {
  all: () => true,
  open: ({ decision }) => decision === undefined,
  new: ({ subject, knownFrom }) => subject !== undefined && knownFrom.length === 0,
};

/** In the order of the text; what stands in fields alone comes last. */
function inOrder(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const place = ({ sentences }: Suggestion): number =>
    Math.min(Infinity, ...sentences.flatMap((each) => each.place ?? []));
  return suggestions.toSorted((one, other) => {
    const [first, second] = [place(one), place(other)];
    return first === second ? 0 : first < second ? -1 : 1;
  });
}

function Review({ of }: { readonly of: Report }): ReactElement {
  const [{ show, at }, change] = useAddress(FIELDS);
  const shown = useMemo(() => inOrder(of.suggestions.filter(WANTED[show])), [of, show]);
  const runs = useMemo(() => markedText(shown), [shown]);
  const index = Math.min(at, shown.length) - 1;
  const go = (next: number): void => {
    if (next >= 0 && next < shown.length) change({ at: next + 1 }, { isPassing: true });
  };
  useKeys('In the report', [
    { key: 'j', does: 'the next suggestion', run: () => go(index + 1) },
    { key: 'k', does: 'the one before', run: () => go(index - 1) },
  ]);
  const region = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // The page begins at its answer; from then on text and list follow each other.
    if (isFirst.current && at === 1) {
      isFirst.current = false;
      return;
    }
    isFirst.current = false;
    for (const part of region.current?.querySelectorAll('.report-text, .suggestions') ?? [])
      part.querySelector('[data-at="yes"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, show]);
  return (
    <>
      <div className="tools">
        <Seg
          label="Which suggestions"
          choices={[
            ['all', `All ${of.suggestions.length}`],
            ['open', `To decide ${of.suggestions.filter(WANTED.open).length}`],
            ['new', `New ${of.suggestions.filter(WANTED.new).length}`],
          ]}
          value={show}
          onChange={(next) => change({ show: next, at: 1 })}
        />
        <span className="note push wide-only">
          <kbd>J</kbd> <kbd>K</kbd> next, previous
          {of.label === undefined ? null : (
            <>
              &ensp; decide with <code>foeprint report review {of.label}</code>
            </>
          )}
        </span>
      </div>
      {shown.length === 0 ? (
        <Empty
          title="No suggestion is like this."
          actions={<Btn onClick={() => change({ show: 'all', at: 1 })}>Show all</Btn>}
        />
      ) : (
        <div className="review" ref={region}>
          <Section title="Text" about="sentences that state something, and those around them">
            <div className="report-text">
              {runs.map((run) => (
                <p key={run[0]?.place}>
                  {run.map(({ place, text, suggestions }) =>
                    suggestions.length === 0 ? (
                      <span key={place} className="quiet">
                        {text}{' '}
                      </span>
                    ) : (
                      <span key={place}>
                        <a
                          href={`#suggestion-${(suggestions[0] ?? 0) + 1}`}
                          className={`marked ${verdictOf(shown, suggestions)}`}
                          aria-current={suggestions.includes(index) ? 'true' : undefined}
                          data-at={suggestions.includes(index) ? 'yes' : undefined}
                          onClick={(event) => {
                            event.preventDefault();
                            go(suggestions[0] ?? 0);
                          }}
                        >
                          {text}
                          <sup>{suggestions.map((each) => each + 1).join(' ')}</sup>
                        </a>{' '}
                      </span>
                    ),
                  )}
                </p>
              ))}
              {runs.length === 0 ? (
                <p className="faint">It has no sentence that states any of them.</p>
              ) : null}
            </div>
          </Section>
          <Section title="Suggestions" about="in the order of the text">
            <ol className="suggestions">
              {shown.map((suggestion, place) => (
                <SuggestionLine
                  key={suggestion.key}
                  of={suggestion}
                  number={place + 1}
                  isHere={place === index}
                  onChoose={() => go(place)}
                />
              ))}
            </ol>
          </Section>
        </div>
      )}
    </>
  );
}

/** How the first decided suggestion of a sentence was decided. */
function verdictOf(shown: readonly Suggestion[], of: readonly number[]): string {
  return of.flatMap((index) => shown[index]?.decision?.verdict ?? [])[0] ?? 'open';
}

function SuggestionLine({
  of,
  number,
  isHere,
  onChoose,
}: {
  readonly of: Suggestion;
  readonly number: number;
  readonly isHere: boolean;
  readonly onChoose: () => void;
}): ReactElement {
  return (
    <li
      id={`suggestion-${number}`}
      className={`suggestion${isHere ? ' here' : ''}`}
      data-at={isHere ? 'yes' : undefined}
    >
      <button type="button" className="suggestion-head" aria-expanded={isHere} onClick={onChoose}>
        <b>{number}</b>
        <span>
          <b>{of.object.name}</b> <span className="id">{of.object.label}</span>
          <span className="faint">
            {' '}
            {of.relation === 'uses' ? '' : `${of.relation} `}
            {of.subject === undefined ? 'open whose' : `of ${of.subject.name}`}
          </span>
        </span>
        {of.decision === undefined ? (
          of.probability === undefined ? null : (
            <span className="sure">{percent(of.probability)}</span>
          )
        ) : (
          <Tag>{of.decision.verdict}</Tag>
        )}
      </button>
      {isHere ? <Closely of={of} /> : null}
    </li>
  );
}

/** Why it is suggested, what it would add, and what like it is reported already. */
function Closely({ of }: { readonly of: Suggestion }): ReactElement {
  return (
    <div className="suggestion-body">
      <KeyValues
        of={[
          ['What', <ThingLink key="what" of={of.object} />],
          [
            'Whose',
            of.subject === undefined ? (
              of.candidates.length === 0 ? (
                'the report leaves it open'
              ) : (
                <>
                  open: <ThingLinks of={of.candidates} most={5} />
                </>
              )
            ) : (
              <ThingLink key="whose" of={of.subject} />
            ),
          ],
          ['Stated by', joined(of.statedBy.map((each) => STATED_BY[each]))],
          ...(of.words.length === 0 ? [] : [['Words', of.words.join(', ')] as const]),
          [
            'Accepting it',
            of.subject === undefined
              ? 'adds nothing before somebody has decided whose it is'
              : of.knownFrom.length === 0
                ? 'adds something that no source reports yet'
                : `adds evidence for what ${joined(of.knownFrom)} ${of.knownFrom.length === 1 ? 'reports' : 'report'} already`,
          ],
        ]}
      />
      {of.near.length === 0 ? null : (
        <>
          <h3>Reported in like words</h3>
          {of.near.slice(0, 3).map((near) => (
            <div key={near.object + near.text}>
              <Quote>{near.text}</Quote>
              <span className="cite">
                {near.who === undefined ? 'describes the technique' : `of ${near.who.name}`}
              </span>
            </div>
          ))}
        </>
      )}
    </div>
  );
}

const STATED_BY: Readonly<Record<Suggestion['statedBy'][number], string>> = {
  id: 'its id',
  name: 'its name',
  words: 'other words',
  field: 'a field of the format',
  pattern: 'a pattern of prose',
};

function About({ of, notes }: { readonly of: Report; readonly notes: readonly string[] }): ReactElement {
  const isLink = of.url !== undefined && /^https?:\/\//i.test(of.url);
  return (
    <Section title="The report">
      <KeyValues
        of={[
          ['Read as', `${of.format}, ${spelled(of.characters)} characters`],
          ...(of.url === undefined
            ? []
            : [
                [
                  'Address',
                  isLink ? (
                    <a key="url" href={of.url} rel="noreferrer" target="_blank">
                      {of.url}
                    </a>
                  ) : (
                    of.url
                  ),
                ] as const,
              ]),
          [
            'Groups named',
            of.groups.length === 0
              ? 'none'
              : of.groups
                  .map(({ names, means }) => {
                    const meant = means.map(({ group }) => group.name);
                    return `${names.join(', ')}${meant.length === 1 && meant[0] === names[0] ? '' : ` (${meant.join(' or ')})`}`;
                  })
                  .join('; '),
          ],
          [
            'Software named',
            of.software.length === 0 ? 'none' : <ThingLinks key="software" of={of.software} most={20} />,
          ],
          ...(of.unknown.length === 0 ? [] : [['Not known', of.unknown.join(', ')] as const]),
        ]}
      />
      {of.isLoaded || of.label === undefined ? null : (
        <Notice>
          What is accepted of it is taken over with <code>foeprint report load {of.label}</code>.
        </Notice>
      )}
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </Section>
  );
}
