import type { SectorsAnswer } from '../../answers/index.ts';
import { sectorsLayer } from '../../analysis/index.ts';
import type { Reading } from '../../desk/index.ts';
import { DOMAINS, type Layer } from '../../threat/index.ts';
import { domainReader, namedApart, releaseOf } from '../layers/layers.ts';

/** What is present at each of those that are compared, as a layer for each and each domain that it has techniques of. */
export function sectorsLayers(answer: SectorsAnswer, { view }: Reading): readonly Layer[] {
  const domainsOf = domainReader(view);
  const layers = answer.compared.flatMap((_, place) =>
    DOMAINS.map(({ id: domain }) =>
      sectorsLayer(answer, place, {
        domain,
        release: releaseOf(view, domain),
        belongs: (technique) => domainsOf(technique).includes(domain),
      }),
    ),
  );
  return namedApart(layers.filter(({ cells }) => cells.length > 0));
}
