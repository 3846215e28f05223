import type { LayerOptions } from '../../analysis/index.ts';
import type { Reading } from '../../desk/index.ts';
import { DOMAINS, type Layer } from '../../threat/index.ts';
import { domainReader, namedApart, releaseOf } from './layers.ts';

/**
 * Navigator layers of each domain in which anything is marked, in the order of ATT&CK: Enterprise, Mobile, ICS; an empty one of
 * Enterprise where nothing is. Techniques without an ATT&CK id or domain cannot stand in a layer.
 */
export function layersByDomain(
  { view }: Reading,
  make: (options: LayerOptions) => Layer | readonly Layer[],
): readonly Layer[] {
  const domainsOf = domainReader(view);
  const layers = DOMAINS.flatMap(({ id: domain }) =>
    make({
      domain,
      release: releaseOf(view, domain),
      belongs: (technique) => domainsOf(technique).includes(domain),
    }),
  );
  const marked = layers.filter(({ cells }) => cells.length > 0);
  return marked.length > 0 ? namedApart(marked) : layers.slice(0, 1);
}
