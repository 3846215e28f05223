import type { AnswerOf } from 'foeprint/answers';
import { memo, useEffect, useRef, useState, type ReactElement } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered, Skeleton } from '../../kit/states.tsx';
import { PART, partOf, type Speaking, type Suggestion } from '../../marks/report/speaking.ts';
import { showInText } from './together.ts';

/** How high a sentence is that is not there yet, in pixels: a guess, so that the page hardly moves when it comes. */
const GUESS = 40;

/** The whole text of a report, a part at a time as it comes near; sentences that state something are marked. */
export function ReportWords({
  report,
  sentences,
  speaking,
  suggestions,
  at,
  onChoose,
}: {
  readonly report: string;
  /** How many it has. */
  readonly sentences: number;
  readonly speaking: Speaking;
  readonly suggestions: readonly Suggestion[];
  /** The suggestion that is looked at, by its place in the list. */
  readonly at: number;
  readonly onChoose: (place: number) => void;
}): ReactElement {
  const places = suggestions[at]?.sentences.flatMap(({ place }) => place ?? []) ?? [];
  const first = Math.min(Infinity, ...places);
  const parts = Array.from({ length: Math.ceil(sentences / PART) }, (_, part) => part);
  // What is chosen is looked up when it is chosen: parts that did not change are not drawn anew.
  const latest = useRef(onChoose);
  useEffect(() => {
    latest.current = onChoose;
  });
  const [choose] = useState(() => (place: number) => latest.current(place));
  if (sentences === 0)
    return <p className="faint">It has no text: what it is read to state stands in fields of its format.</p>;
  return (
    <div className="report-text">
      {parts.map((part) => (
        <Part
          key={part}
          report={report}
          part={part}
          most={Math.min(PART, sentences - part * PART)}
          speaking={speaking}
          suggestions={suggestions}
          here={places.some((place) => partOf(place) === part) ? at : undefined}
          isLeading={partOf(first) === part}
          isWanted={part === 0 || partOf(first) === part}
          onChoose={choose}
        />
      ))}
    </div>
  );
}

interface PartProps {
  readonly report: string;
  readonly part: number;
  readonly most: number;
  readonly speaking: Speaking;
  readonly suggestions: readonly Suggestion[];
  /** The suggestion that is looked at, where a sentence here speaks for it. */
  readonly here: number | undefined;
  /** Whether the first sentence that does is here. */
  readonly isLeading: boolean;
  /** Whether it is asked for even though it is not near. */
  readonly isWanted: boolean;
  readonly onChoose: (place: number) => void;
}

const Part = memo(function Part({ part, most, isWanted, report, ...rest }: PartProps): ReactElement {
  const [isNear, setIsNear] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const isAsked = isNear || isWanted;
  useEffect(() => {
    const { current } = element;
    if (current === null || isAsked) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) setIsNear(true);
      },
      { rootMargin: '800px' },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [isAsked]);
  return isAsked ? (
    <Asked part={part} report={report} {...rest} />
  ) : (
    <div ref={element} style={{ minHeight: most * GUESS }} aria-hidden="true" />
  );
});

function Asked({ report, part, ...rest }: Omit<PartProps, 'most' | 'isWanted'>): ReactElement {
  const text = useAnswer('report-text', { report, from: part * PART, limit: PART });
  return (
    <Answered of={text} skeleton={<Skeleton lines={12} doing="The words of the report are looked up." />}>
      {({ answer }) => <Words of={answer} {...rest} />}
    </Answered>
  );
}

function Words({
  of,
  speaking,
  suggestions,
  here,
  isLeading,
  onChoose,
}: { readonly of: AnswerOf<'report-text'> } & Pick<
  PartProps,
  'speaking' | 'suggestions' | 'here' | 'isLeading' | 'onChoose'
>): ReactElement {
  const region = useRef<HTMLDivElement>(null);
  // Where it is looked at from the beginning, the page begins at its answer.
  const before = useRef(here === 0 ? 0 : undefined);
  useEffect(() => {
    const isNew = here !== undefined && here !== before.current;
    before.current = here;
    if (isNew && isLeading) showInText(region.current?.querySelector('[data-at="yes"]'));
  }, [here, isLeading]);
  return (
    <div ref={region}>
      {of.paragraphs.map(({ sentences, isContinued }, index) => (
        // Paragraphs of a part never change their places.
        <p key={index} dir="auto" className={isContinued ? 'continued' : ''}>
          {sentences.map(({ text, place }, number) => {
            const stated = place === undefined ? [] : (speaking.get(place) ?? []);
            return stated.length === 0 ? (
              <span key={number}>{text} </span>
            ) : (
              <Marked
                key={number}
                text={text}
                of={stated}
                verdict={verdictOf(suggestions, stated)}
                isHere={here !== undefined && stated.includes(here)}
                onChoose={onChoose}
              />
            );
          })}
        </p>
      ))}
    </div>
  );
}

function Marked({
  text,
  of,
  verdict,
  isHere,
  onChoose,
}: {
  readonly text: string;
  readonly of: readonly number[];
  readonly verdict: string;
  readonly isHere: boolean;
  readonly onChoose: (place: number) => void;
}): ReactElement {
  const [first = 0] = of;
  return (
    <>
      <a
        href={`#suggestion-${first + 1}`}
        className={`marked ${verdict}`}
        aria-current={isHere ? 'true' : undefined}
        data-at={isHere ? 'yes' : undefined}
        data-first={first}
        onClick={(event) => {
          event.preventDefault();
          onChoose(first);
        }}
      >
        <bdi>{text}</bdi>
        <sup>{of.map((each) => each + 1).join(' ')}</sup>
      </a>{' '}
    </>
  );
}

/** How a sentence was decided on: as the first decided of its suggestions; open as long as one of them is. */
function verdictOf(suggestions: readonly Suggestion[], of: readonly number[]): string {
  const verdicts = of.map((index) => suggestions[index]?.decision?.verdict ?? 'open');
  return verdicts.includes('open') ? 'open' : (verdicts.find((each) => each !== 'reject') ?? 'reject');
}
