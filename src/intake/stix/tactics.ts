import { isRaw, textOf, textsOf, type Raw } from './fields.ts';
import { isId } from './sound-object.ts';

/** Kill chain of each ATT&CK domain, as techniques name it. */
const KILL_CHAINS: ReadonlyMap<string, string> = new Map([
  ['enterprise-attack', 'mitre-attack'],
  ['mobile-attack', 'mitre-mobile-attack'],
  ['ics-attack', 'mitre-ics-attack'],
  ['pre-attack', 'mitre-pre-attack'],
]);

/** Finds the tactic that a kill chain phase names. */
export class Tactics {
  /** By kill chain and short name; by short name alone for tactics that do not say their domain. */
  readonly #ids = new Map<string, string>();

  /** @param entries entries of a bundle; what is no tactic is passed over */
  constructor(entries: Iterable<unknown>) {
    for (const raw of entries)
      if (isRaw(raw) && raw['type'] === 'x-mitre-tactic' && isId(raw['id'])) this.#add(raw, raw['id']);
  }

  /** STIX id of the tactic; undefined where the delivery does not describe it. */
  find(killChain: string, phase: string): string | undefined {
    return this.#ids.get(`${killChain} ${phase}`) ?? (isAttack(killChain) ? this.#ids.get(phase) : undefined);
  }

  #add(raw: Raw, id: string): void {
    const shortName = textOf(raw, 'x_mitre_shortname');
    const domains = textsOf(raw, 'x_mitre_domains');
    // Releases before 2022 leave the domain out of tactics.
    const keys =
      domains.length === 0
        ? [shortName]
        : domains.map((domain) => `${KILL_CHAINS.get(domain) ?? domain} ${shortName}`);
    for (const key of keys) if (!this.#ids.has(key) || !isWithdrawn(raw)) this.#ids.set(key, id);
  }
}

function isAttack(killChain: string): boolean {
  return killChain.startsWith('mitre-');
}

function isWithdrawn(raw: Raw): boolean {
  return raw['revoked'] === true || raw['x_mitre_deprecated'] === true;
}
