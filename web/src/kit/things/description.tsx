import { useState, type ReactElement } from 'react';
import type { Citation } from '../../api/answers.ts';
import { plainSentence } from '../../words/plain-sentence.ts';
import { Citations } from '../reasons/quote.tsx';
import './things.css';

/** Characters of a description that are shown before somebody asks for the rest. */
const SHOWN = 420;

/** What a source says of a thing: its first sentences, the rest on request, then the documents that it cites. */
export function Description({
  of,
  citations,
}: {
  readonly of: string;
  readonly citations: readonly Citation[];
}): ReactElement {
  const [isWhole, setIsWhole] = useState(false);
  const paragraphs = of
    .split(/\n+/)
    .map(plainSentence)
    .filter((each) => each !== '');
  const [first = ''] = paragraphs;
  const start = shortened(first, SHOWN);
  const hasMore = paragraphs.length > 1 || start !== first;
  if (first === '') return <p className="faint">The source that has it does not describe it.</p>;
  return (
    <div className="description">
      {(isWhole ? paragraphs : [start]).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      {hasMore ? (
        <button
          type="button"
          className="link"
          aria-expanded={isWhole}
          onClick={() => setIsWhole((before) => !before)}
        >
          {isWhole ? 'Less' : 'All of the description'}
        </button>
      ) : null}
      {isWhole && citations.length > 0 ? <Citations of={citations} most={20} /> : null}
    </div>
  );
}

/** As many whole sentences as there is room for; of one that is longer, its words. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const sentence = text.slice(0, most).lastIndexOf('. ');
  if (sentence > most / 3) return text.slice(0, sentence + 1);
  return `${text.slice(0, text.lastIndexOf(' ', most))} …`;
}
