import type { KnowledgeView } from '../../knowledge/index.ts';
import { DOMAINS, type Domain } from '../../threat/index.ts';
import { liveTechniques } from './technique-ids.ts';

/**
 * The domain of ATT&CK that a technique belongs to where that is another one than Enterprise; undefined otherwise. What reports state of
 * it is kept apart: phones and plants have numbers of their own.
 */
export function otherDomainOf(view: KnowledgeView, technique: string): OtherDomain | undefined {
  const [term] = liveTechniques(view, technique);
  const { stored } = term === undefined ? {} : view.catalogue.entry(term);
  if (stored === undefined) return undefined;
  const series = new Set(view.object(stored).sources.map((source) => source.series));
  return series.has('enterprise-attack') ? undefined : OTHERS.find((domain) => series.has(domain));
}

type OtherDomain = Exclude<Domain, 'enterprise-attack'>;

const OTHERS = DOMAINS.map(({ id }) => id).filter((id) => id !== 'enterprise-attack');
