import { Link, useNavigate } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactElement } from 'react';
import { keptTerms } from '../address/terms.ts';
import { useSearchTexts } from '../address/use-address.ts';
import type { Search } from '../address/address.ts';

export interface GoProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Path of the page, e.g. `/groups/G0016`; `.` for the same page. */
  readonly to: string;
  /** What stands after `?` there, beside the terms, which stay. */
  readonly search?: Search;
}

/** A link to a page of the application. The terms of the answers (release, day …) go along. */
export function Go({ to, search = {}, ...rest }: GoProps): ReactElement {
  const terms = keptTerms(useSearchTexts());
  return (
    <Link
      to={to}
      search={{ ...terms, ...search }}
      preload="intent"
      // A link to where one is says so itself, where that means something: the router would also mark what lies above.
      activeProps={{}}
      activeOptions={{ exact: true, includeSearch: true }}
      {...(rest as object)}
    />
  );
}

/** Goes to a page as {@link Go} does. */
export function useGo(): (to: string, search?: Search) => void {
  const terms = keptTerms(useSearchTexts());
  const navigate = useNavigate();
  return (to, search = {}) => void navigate({ to, search: { ...terms, ...search } } as never);
}
