/** A framework beside ATT&CK whose things have ids of their own, by which people ask for them. */
interface Framework {
  readonly name: string;
  /** What the names have under which sources refer to it, and domains of its layers. */
  readonly named: RegExp;
  /** Form of its ids; never one that ATT&CK uses for techniques. */
  readonly id: RegExp;
  /** Form of the ids of its software, where it has any: other ids that software refers to are of what it does. */
  readonly software?: RegExp;
}

/** Add a row so that things of one more can be asked for. DISARM is left out: its ids (`T0001`) have the form of ATT&CK's. */
const FRAMEWORKS: readonly Framework[] = [
  { name: 'ATLAS', named: /\batlas\b/i, id: /^AML\.(?:TA|T|M|CS)\d{4}(?:\.\d{3})?$/ },
  { name: 'CAPEC', named: /\bcapec\b/i, id: /^CAPEC-\d{1,5}$/ },
  {
    name: 'the Malware Behavior Catalog',
    named: /\bmbc\b|malware behaviou?r catalog/i,
    id: /^(?:[BCEFX]|O[BC])\d{4}(?:\.(?:\d{3}|m\d{2}))?$/,
    software: /^X\d{4}$/,
  },
  { name: 'FiGHT', named: /\bfight\b/i, id: /^FG[A-Z]{1,3}\d{4}(?:\.\d{3})?$/ },
  { name: 'NIST SP 800-53', named: /\bnist\b|\b800-53\b/i, id: /^[A-Z]{2}-\d{1,2}(?:\(\d{1,2}\))?$/ },
  { name: 'D3FEND', named: /\bd3fend\b/i, id: /^D3-[A-Z0-9]{1,12}$/ },
  { name: 'Engage', named: /\bengage\b/i, id: /^[ES](?:AC|GO|AP)\d{4}$/ },
  { name: 'EMB3D', named: /\bemb3d\b/i, id: /^[TMP]ID-\d{2,4}$/ },
  { name: 'SPARTA', named: /\bsparta\b/i, id: /^[A-Z]{2,4}-\d{4}(?:\.\d{2})?$/ },
];

/** Longer names are titles of documents. */
const LONGEST_NAME = 80;

/**
 * The id that a reference of a source under this name gives to a thing of another framework, as that writes it; empty where the
 * name is of none, or the id not of its form.
 */
export function frameworkId(sourceName: string, id: string): string {
  const trimmed = id.trim();
  return frameworkNamed(sourceName)?.id.test(trimmed) === true ? trimmed : '';
}

/** The same of software: only ids that a framework gives to software itself. */
export function frameworkSoftwareId(sourceName: string, id: string): string {
  const trimmed = id.trim();
  return frameworkNamed(sourceName)?.software?.test(trimmed) === true ? trimmed : '';
}

/** The framework that a name means, of a source or of the domain of a layer (`atlas-atlas`), or that an id is of; undefined where it is none of those known. */
export function frameworkOf(name: string, id: string): string | undefined {
  return (frameworkNamed(name) ?? FRAMEWORKS.find((row) => row.id.test(id)))?.name;
}

function frameworkNamed(name: string): Framework | undefined {
  return name.length > LONGEST_NAME ? undefined : FRAMEWORKS.find(({ named }) => named.test(name));
}
