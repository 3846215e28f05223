import { killChainNamed, namesAttack, tacticShortName } from '../../threat/index.ts';
import { attackIds, isRaw, textOf, textsOf, type Raw } from '../../stix/index.ts';
import { isId } from './sound-object.ts';

/** A phase of a kill chain, which is what techniques call a tactic. */
export interface Phase {
  readonly killChain: string;
  readonly shortName: string;
}

const NO_PHASES: readonly Phase[] = [];

/** Finds the tactic that a kill chain phase names. */
export class Tactics {
  /** By kill chain and short name; by short name alone for tactics that do not say their domain. */
  readonly #ids = new Map<string, string>();
  readonly #phases = new Map<string, readonly Phase[]>();

  /** @param entries entries of a bundle; what is no tactic is passed over */
  constructor(entries: Iterable<unknown>) {
    const tactics: Raw[] = [];
    const domains = new Map<string, readonly string[]>();
    for (const raw of entries) {
      if (!isRaw(raw)) continue;
      if (raw['type'] === 'x-mitre-tactic' && isId(raw['id'])) tactics.push(raw);
      else if (raw['type'] === 'x-mitre-matrix') addDomains(raw, domains);
    }
    for (const raw of tactics) this.#add(raw, domains);
  }

  /** STIX id of the tactic; undefined where the delivery does not describe it. */
  find({ killChain, shortName }: Phase): string | undefined {
    return (
      this.#ids.get(`${killChain} ${shortName}`) ??
      (isMitres(killChain) ? this.#ids.get(shortName) : undefined)
    );
  }

  /** The phases that mean a tactic of the delivery; none for anything else, or where its domain is not known. */
  phasesOf(id: string): readonly Phase[] {
    return this.#phases.get(id) ?? NO_PHASES;
  }

  #add(raw: Raw, domains: ReadonlyMap<string, readonly string[]>): void {
    const id = textOf(raw, 'id');
    const shortName = tacticShortName(textOf(raw, 'x_mitre_shortname'));
    const own = textsOf(raw, 'x_mitre_domains');
    // Releases before 2022 leave the domain out of tactics; the matrix that lists them has it.
    const chains = new Set((own.length === 0 ? (domains.get(id) ?? []) : own).map(killChainNamed));
    const phases = [...chains].map((killChain) => ({ killChain, shortName }));
    this.#phases.set(id, phases);
    const keys = own.length === 0 ? [shortName] : [];
    for (const { killChain } of phases) keys.push(`${killChain} ${shortName}`);
    for (const key of keys) if (!this.#ids.has(key) || !isWithdrawn(raw)) this.#ids.set(key, id);
  }
}

/** ATT&CK, and what MITRE makes in its image: ATLAS. */
function isMitres(killChain: string): boolean {
  return killChain.startsWith('mitre-') || namesAttack(killChain);
}

/** Adds the domain of a matrix to every tactic that it lists. */
function addDomains(matrix: Raw, domains: Map<string, readonly string[]>): void {
  const own = attackIds(matrix);
  for (const tactic of textsOf(matrix, 'tactic_refs'))
    domains.set(tactic, [...(domains.get(tactic) ?? []), ...own]);
}

function isWithdrawn(raw: Raw): boolean {
  return raw['revoked'] === true || raw['x_mitre_deprecated'] === true;
}
