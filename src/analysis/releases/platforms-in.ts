import { eachReported } from '../../facts/index.ts';
import { domainsOf } from '../../stix/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { typesOf, type Domain } from '../../threat/index.ts';
import { keptFor } from '../../text/index.ts';

/** Names of the platforms that live techniques of a domain work on, as the view spells them; none where they are not known. */
export function platformsIn(view: KnowledgeView, domain: Domain): readonly string[] {
  const known = readOf(view).get(domain) ?? readPlatforms(view, domain);
  readOf(view).set(domain, known);
  return known;
}

/** Every layer asks for them, and each technique has to be read. */
const readOf = keptFor((_view: KnowledgeView) => new Map<Domain, readonly string[]>());

function readPlatforms(view: KnowledgeView, domain: Domain): readonly string[] {
  const { catalogue, facts } = view;
  const live = new Set(catalogue.ofType(typesOf('technique')).filter((term) => isOf(view, term, domain)));
  const platforms = new Set<number>();
  eachReported(facts, 'on-platform', (technique, platform) => {
    if (live.has(technique)) platforms.add(platform);
  });
  return [...platforms].map((platform) => catalogue.name(platform)).toSorted();
}

/** Whether a technique is of a domain by its own account; one that names none is of those of its sources. */
function isOf(view: KnowledgeView, technique: number, domain: Domain): boolean {
  const { stored } = view.catalogue.entry(technique);
  if (stored === undefined) return false;
  const { raw, sources } = view.object(stored);
  return domainsOf(raw)?.includes(domain) ?? sources.some(({ series }) => series === domain);
}
