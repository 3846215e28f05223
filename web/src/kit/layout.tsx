import { useEffect, type ReactElement, type ReactNode } from 'react';
import './layout.css';

export interface HeadProps {
  /** What the page is about; also the title of the window. */
  readonly title: string;
  /** ATT&CK id, where it has one. */
  readonly id?: string | undefined;
  /** A mark in front of it, e.g. a print. */
  readonly mark?: ReactNode;
  /** A line below the title, e.g. other names. */
  readonly below?: ReactNode;
  /** One sentence that answers the question of the page. */
  readonly answer?: ReactNode;
  /** Buttons, to the right. */
  readonly actions?: ReactNode;
}

/** The head of a page: subject, the answer in a sentence, what one can do with it. */
export function Head({ title, id, mark, below, answer, actions }: HeadProps): ReactElement {
  useEffect(() => {
    document.title = `${title} · Foeprint`;
  }, [title]);
  return (
    <div className="head">
      <div>
        <div className="head-subject">
          {mark}
          <div>
            <h1 tabIndex={-1}>
              {title} {id === undefined || id === '' ? null : <span className="id">{id}</span>}
            </h1>
            {below === undefined ? null : <p className="quiet">{below}</p>}
          </div>
        </div>
        {answer === undefined ? null : <Answer>{answer}</Answer>}
      </div>
      {actions === undefined ? null : <div className="acts">{actions}</div>}
    </div>
  );
}

/** A sentence that answers a question, at most 108 characters wide. */
export function Answer({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className="answer">{children}</p>;
}

export interface SectionProps {
  /** By which a link on the page leads to it. */
  readonly id?: string | undefined;
  readonly title?: ReactNode;
  /** What it shows and how to read it, one line. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  /** `thin` within a section, `plain` without a rule. */
  readonly kind?: 'thick' | 'thin' | 'plain';
  readonly children: ReactNode;
}

/** A part of a page: a rule, a head, and what it has. */
export function Section({ id, title, about, actions, kind = 'thick', children }: SectionProps): ReactElement {
  return (
    <section id={id} className={`section ${kind}`} aria-label={typeof title === 'string' ? title : undefined}>
      {title === undefined && about === undefined && actions === undefined ? null : (
        <div className="section-head">
          {title === undefined ? null : <h2>{title}</h2>}
          {about === undefined ? null : <p>{about}</p>}
          {actions === undefined ? null : <span className="acts">{actions}</span>}
        </div>
      )}
      {children}
    </section>
  );
}

/** Content with an aside of 330 px, or two halves; one below the other on narrow screens. */
export function Columns({
  children,
  halves = false,
}: {
  readonly children: ReactNode;
  readonly halves?: boolean;
}): ReactElement {
  return <div className={`columns${halves ? ' halves' : ''}`}>{children}</div>;
}

/** Names with their values. */
export function KeyValues({
  of,
}: {
  readonly of: readonly (readonly [key: string, value: ReactNode])[];
}): ReactElement {
  return (
    <dl className="key-values">
      {of.map(([key, value]) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
