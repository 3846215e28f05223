/**
 * An organisation as far as it matters who may attack it: what it is, where it is, what it runs, whom it depends on,
 * what it fears and what it does about it. Written in a file `org.yaml` (docs/organisation.md); values are those of
 * the vocabularies, however the file spells them.
 */
export interface Organisation {
  readonly name: string;
  /** Names in SECTORS, e.g. `telecommunications`. */
  readonly sectors: readonly string[];
  /** ISO 3166-1 alpha-2, e.g. `LU`. */
  readonly countries: readonly string[];
  /** Names in REGIONS, e.g. `western-europe`; only those given: a country’s regions are not added. */
  readonly regions: readonly string[];
  /** Platforms as ATT&CK spells them, e.g. `Windows`, `Office Suite`. */
  readonly platforms: readonly string[];
  /** Software and products in use, as given. */
  readonly products: readonly string[];
  /** Motives feared: names in MOTIVES, e.g. `financial gain`. */
  readonly motives: readonly string[];
  /** What an adversary would be after, in the organisation’s own words. */
  readonly crownJewels: readonly string[];
  /** What of its description was not understood and left out, a sentence each; absent where nothing was. */
  readonly misread?: readonly string[];
  readonly supplyChain: readonly Partner[];
  readonly controls: OrganisationControls;
  /** Day of the last audit, `YYYY-MM-DD`. */
  readonly lastAudit?: string;
  /** Names beside its own under which its imported sightings stand: short ones, parts of it, pseudonyms. */
  readonly sightingsAs?: readonly string[];
  /** What it has seen itself, in the order given. */
  readonly sightings: readonly OwnSighting[];
}

/** One on whom the organisation depends, or who depends on it. */
export interface Partner {
  readonly name?: string;
  /** Names in SECTORS. */
  readonly sectors: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
}

/** What the organisation does against techniques. */
export interface OrganisationControls {
  /** Paths of files that say which techniques are covered: Navigator layers, DeTT&CT technique administration. */
  readonly coverage: readonly string[];
  /** ATT&CK ids of mitigations in place, e.g. `M1032`, as given. */
  readonly mitigations: readonly string[];
  /** Controls of mapped frameworks in place, as given: `AC-2`, or `nist_800_53:AC-2` where several frameworks have one. */
  readonly mapped?: readonly string[];
}

/** Something of an adversary that the organisation has seen itself: a group, software or technique, or several of them. */
export interface OwnSighting {
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  /** Id or name, as given. */
  readonly group?: string;
  /** Id or name, as given. */
  readonly software?: string;
  /** Id or name, as given. */
  readonly technique?: string;
  readonly note?: string;
}

/** An organisation of which nothing is known but its name. */
export function organisationNamed(name: string): Organisation {
  return {
    name,
    sectors: [],
    countries: [],
    regions: [],
    platforms: [],
    products: [],
    motives: [],
    crownJewels: [],
    supplyChain: [],
    controls: { coverage: [], mitigations: [] },
    sightings: [],
  };
}
