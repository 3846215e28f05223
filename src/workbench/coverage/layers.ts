import type { CoverageShowAnswer, TechniqueCoverage } from '../../answers/index.ts';
import { coverageLayers } from '../../analysis/index.ts';
import type { Reading } from '../../desk/index.ts';
import { DOMAINS, type Layer } from '../../threat/index.ts';
import { domainReader, releaseOf } from '../layers/layers.ts';

/** Coverage as layers, those of one domain together; of domains without any technique none, but for Enterprise where there is nothing. */
export function coverageLayersOf(
  { view }: Reading,
  answer: Pick<CoverageShowAnswer, 'scope'>,
  techniques: readonly TechniqueCoverage[],
): readonly Layer[] {
  const domainsOf = domainReader(view);
  const layers = DOMAINS.flatMap(({ id: domain }) =>
    coverageLayers(answer, techniques, {
      domain,
      release: releaseOf(view, domain),
      belongs: (technique) => domainsOf(technique).includes(domain),
    }),
  );
  const marked = layers.filter(({ cells }) => cells.length > 0);
  return marked.length > 0 ? marked : layers.slice(0, 1);
}
