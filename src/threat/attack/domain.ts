import { killChainNamed } from './attack-names.ts';

/** The technology domains of ATT&CK, each with a matrix of its own; techniques of two domains are never mixed. */
export const DOMAINS = [
  {
    id: 'enterprise-attack',
    title: 'Enterprise',
    former: ['mitre-enterprise'],
    killChains: ['mitre-attack', 'mitre-pre-attack'],
  },
  { id: 'mobile-attack', title: 'Mobile', former: ['mitre-mobile'], killChains: ['mitre-mobile-attack'] },
  { id: 'ics-attack', title: 'ICS', former: ['mitre-ics'], killChains: ['mitre-ics-attack'] },
] as const satisfies readonly DomainRow[];

interface DomainRow {
  readonly id: string;
  /** What a title calls it. */
  readonly title: string;
  /** Names that older files give it. */
  readonly former: readonly string[];
  /** Kill chains that techniques of the domain name, by which its techniques were once cited, too. */
  readonly killChains: readonly string[];
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

/** The domain that has a kill chain, however a source spells its name; undefined where none has. */
export function domainOfKillChain(name: string): Domain | undefined {
  const killChain = killChainNamed(name);
  return DOMAINS.find(({ killChains }) => (killChains as readonly string[]).includes(killChain))?.id;
}

/** Whether a domain may number a technique so: numbers below T1000 are those of ICS; Enterprise and Mobile share the others. */
export function mayNumber(domain: Domain, technique: string): boolean {
  return technique.startsWith('T0') === (domain === 'ics-attack');
}

/** What a title calls the domain: `Enterprise`. */
export function domainTitle(domain: Domain): string {
  return DOMAINS.find((row) => row.id === domain)?.title ?? domain;
}
