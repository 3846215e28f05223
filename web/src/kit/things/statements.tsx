import type { ReactElement, ReactNode } from 'react';
import type { Mention, Statement } from '../../api/answers.ts';
import { useWhy } from '../../frame/why-panel.tsx';
import { nameInAddress } from '../../words/places.ts';
import { Btn } from '../controls.tsx';
import { Section } from '../layout.tsx';
import { Citations, Quote } from '../reasons/quote.tsx';
import '../marks.css';
import '../table.css';
import { ThingLink, ThingLinks } from './thing-link.tsx';
import './things.css';

export interface StatementsProps {
  /** Accessible name of the table. */
  readonly label: string;
  /** What the first column is of: `Group`. */
  readonly head: string;
  readonly of: readonly Statement[];
  /** What else is known of each, below its name. */
  readonly below?: (statement: Statement) => ReactNode;
  /** The pair whose reasons are shown on request: `[user, used]`; absent where a statement has none. */
  readonly pair?: (thing: Mention) => readonly [Mention, Mention];
  /** How many there are in all; where that is more, {@link onAll} asks for them. */
  readonly total?: number;
  readonly onAll?: () => void;
}

export interface StatedProps extends Pick<StatementsProps, 'label' | 'head' | 'pair' | 'onAll'> {
  /** By which a link on the page leads to it. */
  readonly id?: string;
  readonly title: string;
  /** What of it is shown and in which order. */
  readonly about: string;
  readonly of: { readonly total: number; readonly newest: readonly Statement[] };
  /** In place of a table without rows; where it is absent, there is no section without rows. */
  readonly empty?: ReactNode;
}

/** A section of the page of a thing: what stands in one relation to it, the newest first, and the others on request. */
export function Stated({ id, title, about, of, empty, ...rest }: StatedProps): ReactElement | null {
  if (of.total === 0 && empty === undefined) return null;
  return (
    <Section id={id} title={title} about={about}>
      {of.total === 0 ? empty : <Statements {...rest} of={of.newest} total={of.total} />}
    </Section>
  );
}

/** What stands in a relation to a thing: who, in which words, by which document, how new. */
export function Statements({
  label,
  head,
  of,
  below,
  pair,
  total = of.length,
  onAll,
}: StatementsProps): ReactElement {
  const why = useWhy();
  return (
    <>
      <table className="stackable statements" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">In which words</th>
            <th scope="col" className="number">
              Newest
            </th>
            {pair === undefined ? null : (
              <th scope="col">
                <span className="unseen">Reasons</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {of.map((statement) => {
            const { thing, through, sentence, citation, last } = statement;
            const asked = pair?.(thing);
            const [first, second] = (asked ?? []).map(nameInAddress);
            const isOpen = why.second !== '' && why.first === first && why.second === second;
            return (
              <tr key={thing.id} className="tall" aria-selected={isOpen ? true : undefined}>
                <td>
                  <ThingLink of={thing} />
                  {through.length === 0 ? null : (
                    <div className="quiet">
                      <i className="swatch derived" aria-hidden="true" /> through <ThingLinks of={through} />
                    </div>
                  )}
                  {below?.(statement)}
                </td>
                <td className="whole-line">
                  {sentence === '' ? null : <Quote>{sentence}</Quote>}
                  {citation === undefined ? null : <Citations of={[citation]} />}
                  {sentence === '' && citation === undefined ? (
                    <span className="faint">reported without a sentence</span>
                  ) : null}
                </td>
                <td className="number no-wrap">{last?.date.slice(0, 7) ?? '–'}</td>
                {asked === undefined || first === undefined || second === undefined ? null : (
                  <td className="number">
                    <button
                      type="button"
                      className="why"
                      aria-label={`Why: ${asked[0].name} and ${asked[1].name}`}
                      onClick={() => (isOpen ? why.close() : why.open(first, second))}
                    >
                      why
                    </button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {total > of.length && onAll !== undefined ? (
        <p className="more">
          <Btn onClick={onAll}>Show all {total}</Btn>{' '}
          <span className="note">the newest {of.length} are shown</span>
        </p>
      ) : null}
    </>
  );
}
