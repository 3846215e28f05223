import type { ReactElement } from 'react';

/** Where the source of a thing has it, and what is to be known of the answer. */
export function AboutSource({
  url,
  notes = [],
}: {
  readonly url: string | undefined;
  readonly notes?: readonly string[];
}): ReactElement {
  return (
    <div className="about-source">
      {url === undefined || !/^https?:\/\//i.test(url) ? null : (
        <p className="note">
          At its source:{' '}
          <a href={url} rel="noreferrer" target="_blank">
            {url.replace(/^https?:\/\//i, '')}
          </a>
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </div>
  );
}
