import type { ReactElement } from 'react';
import type { Mention } from '../api/answers.ts';
import { PAGES } from '../pages/index.ts';
import { placeOf } from '../words/places.ts';
import { Go } from './go.tsx';

/** Whether there is a page at a path: nothing leads to what does not exist. */
export function hasPage(path: string): boolean {
  const [, first = ''] = path.split('/');
  const isOne = path.split('/').length > 2;
  return PAGES.some((page) => (isOne ? page.path.startsWith(`/${first}/`) : page.path === path));
}

/** A thing by its name and id: a link where it has a page. */
export function Thing({ of }: { readonly of: Mention }): ReactElement {
  const to = placeOf(of)?.to;
  return (
    <>
      {to === undefined || !hasPage(to) ? (
        <span className="name">{of.name}</span>
      ) : (
        <Go className="name" to={to}>
          {of.name}
        </Go>
      )}
      {of.label === '' ? null : (
        <>
          {' '}
          <span className="id">{of.label}</span>
        </>
      )}
      {of.withdrawn === undefined ? null : (
        <>
          {' '}
          <span className="tag">{of.withdrawn}</span>
        </>
      )}
    </>
  );
}
