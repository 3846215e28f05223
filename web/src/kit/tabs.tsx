import type { ReactElement, ReactNode } from 'react';
import { Go } from '../frame/go.tsx';
import type { Search } from '../address/address.ts';

export interface Tab {
  /** Where it leads: each tab is a page, and Back works. */
  readonly to: string;
  readonly words: string;
  /** How many there are behind it. */
  readonly count?: ReactNode;
  readonly isHere: boolean;
  readonly search?: Search;
}

/** Parts of a subject, each with an address. */
export function Tabs({ label, of }: { readonly label: string; readonly of: readonly Tab[] }): ReactElement {
  return (
    <nav className="tabs" aria-label={label}>
      {of.map(({ to, words, count, isHere, search }) => (
        <Go
          key={to}
          to={to}
          aria-current={isHere ? 'page' : undefined}
          {...(search === undefined ? {} : { search })}
        >
          {words}
          {count === undefined ? null : <small>{count}</small>}
        </Go>
      ))}
    </nav>
  );
}
