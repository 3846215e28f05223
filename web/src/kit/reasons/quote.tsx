import { useState, type ReactElement, type ReactNode } from 'react';
import { hostOf } from '../../words/publisher.ts';
import { plainSentence } from '../../words/plain-sentence.ts';
import './why.css';

interface Cited {
  readonly name: string;
  readonly description?: string;
  readonly url?: string;
  readonly published?: string;
}

/** The words of a source, exactly, but for its own marks of links and citations. */
export function Quote({ children }: { readonly children: string }): ReactElement {
  return <q className="quote">{plainSentence(children)}</q>;
}

/** Documents that are cited: title, publisher, date; the first few, and the others where the reader asks for them. */
export function Citations({
  of,
  most = 2,
}: {
  readonly of: readonly Cited[];
  readonly most?: number;
}): ReactElement {
  const [shows, setShows] = useState(false);
  const shown = shows ? of : of.slice(0, most);
  return (
    <>
      {shown.map((each) => (
        <span className="cite" key={`${each.name} ${each.url ?? ''}`}>
          <Cite of={each} />
        </span>
      ))}
      {shows || of.length <= most ? null : (
        <span className="cite">
          <button type="button" onClick={() => setShows(true)}>
            {of.length - most === 1 ? '1 more document' : `${of.length - most} more documents`}
          </button>
        </span>
      )}
    </>
  );
}

function Cite({ of: { name, url, published } }: { readonly of: Cited }): ReactNode {
  const beside = [url === undefined ? '' : hostOf(url), published ?? ''].filter((each) => each !== '');
  const isSafe = url !== undefined && /^https?:\/\//i.test(url);
  return (
    <>
      {isSafe ? (
        <a href={url} rel="noreferrer" target="_blank">
          {name}
        </a>
      ) : (
        name
      )}
      {beside.map((each) => ` · ${each}`)}
    </>
  );
}
