/** The technology domains of ATT&CK, each with a matrix of its own; techniques of two domains are never mixed. */
export const DOMAINS = [
  { id: 'enterprise-attack', title: 'Enterprise', former: ['mitre-enterprise'] },
  { id: 'mobile-attack', title: 'Mobile', former: ['mitre-mobile'] },
  { id: 'ics-attack', title: 'ICS', former: ['mitre-ics'] },
] as const satisfies readonly DomainRow[];

interface DomainRow {
  readonly id: string;
  /** How a title calls it. */
  readonly title: string;
  /** Names that older files give it. */
  readonly former: readonly string[];
}

/** Name of a domain as layers and collections write it, e.g. `enterprise-attack`. */
export type Domain = (typeof DOMAINS)[number]['id'];

const BY_NAME: ReadonlyMap<string, Domain> = new Map(
  DOMAINS.flatMap((row) => [row.id, ...row.former].map((name) => [name, row.id] as const)),
);

/** The domain of this name, present or former, whatever its case; undefined where there is none. */
export function domainNamed(name: string): Domain | undefined {
  return BY_NAME.get(name.trim().toLowerCase());
}

/** How a title calls the domain: `Enterprise`. */
export function domainTitle(domain: Domain): string {
  return DOMAINS.find((row) => row.id === domain)?.title ?? domain;
}
