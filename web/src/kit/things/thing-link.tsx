import type { ReactElement } from 'react';
import type { Mention } from '../../api/answers.ts';
import { Go } from '../../frame/go.tsx';
import { placeOf } from '../../words/places.ts';

/** A thing by its name, with its id behind it; leads to its page where it has one. */
export function ThingLink({
  of,
  hasId = true,
}: {
  readonly of: Pick<Mention, 'id' | 'type' | 'name' | 'label' | 'withdrawn'>;
  readonly hasId?: boolean;
}): ReactElement {
  const place = placeOf(of);
  return (
    <>
      {place === undefined ? (
        of.name
      ) : (
        <Go className="name" to={place.to}>
          {of.name}
        </Go>
      )}
      {hasId && of.label !== '' ? (
        <>
          {' '}
          <span className="id">{of.label}</span>
        </>
      ) : null}
      {of.withdrawn === undefined ? null : <span className="faint"> {of.withdrawn}</span>}
    </>
  );
}

/** Things in a sentence: `APT29 G0016, Turla G0010 and 3 more`. */
export function ThingLinks({
  of,
  most = 3,
  hasIds = false,
}: {
  readonly of: readonly Mention[];
  readonly most?: number;
  readonly hasIds?: boolean;
}): ReactElement {
  const shown = of.slice(0, most);
  const more = of.length - shown.length;
  return (
    <>
      {shown.map((each, index) => (
        <span key={each.id}>
          {index === 0 ? '' : index === of.length - 1 ? ' and ' : ', '}
          <ThingLink of={each} hasId={hasIds} />
        </span>
      ))}
      {more > 0 ? ` and ${more} more` : ''}
    </>
  );
}
