import { ACQUISITION_ISSUES, refusal } from './issues.ts';
import { newestRelease, releaseMeant } from '../text/index.ts';

/** The domains that ATT&CK publishes, and what their series and files are called. */
export const ATTACK_DOMAINS = [
  { name: 'enterprise', series: 'enterprise-attack' },
  { name: 'mobile', series: 'mobile-attack' },
  { name: 'ics', series: 'ics-attack' },
] as const;

export type AttackDomain = (typeof ATTACK_DOMAINS)[number]['name'];

/** MITRE's index of published releases: https://github.com/mitre-attack/attack-stix-data, `index.json`. */
export const ATTACK_INDEX =
  'https://raw.githubusercontent.com/mitre-attack/attack-stix-data/master/index.json';

/** One published release of a domain. */
export interface AttackRelease {
  /** e.g. `enterprise-attack`. */
  readonly series: string;
  /** e.g. `16.1`. */
  readonly release: string;
  readonly url: string;
}

/**
 * The domain of a name as typed: `enterprise`, `enterprise-attack`, `Enterprise ATT&CK`.
 *
 * @throws FoeprintError A430
 */
export function parseDomain(text: string): AttackDomain {
  const word = /^[a-z]+/.exec(text.trim().toLowerCase())?.[0];
  const domain = ATTACK_DOMAINS.find(({ name }) => name === word);
  if (domain === undefined) throw refusal('unknown-domain', `\`${text}\` is not a domain of ATT&CK.`);
  return domain.name;
}

/** The series in which a domain's releases stand. */
export function seriesOf(domain: AttackDomain): string {
  return `${domain}-attack`;
}

/**
 * Reads a collection index: `collections[].versions[]` with `version` and `url`. The series is read from
 * the file name in the address, as collections are named for people (`ATT&CK for ICS`).
 *
 * @param base where the index was read from; relative addresses are resolved against it
 * @throws FoeprintError A432 where it is not of this shape
 */
export function readAttackIndex(parsed: unknown, base: string): readonly AttackRelease[] {
  const releases = listAt(parsed, 'collections')
    .flatMap((collection) => listAt(collection, 'versions'))
    .flatMap((version) => releaseOf(version, base));
  if (releases.length > 0) return releases;
  throw refusal('bad-catalogue', 'It has no `collections[].versions[]` with `version` and `url`.', {
    file: base,
  });
}

/**
 * One release from an index, by default the newest.
 *
 * @throws FoeprintError A431, naming those there are
 */
export function chooseRelease(
  releases: readonly AttackRelease[],
  series: string,
  release: string | undefined,
): AttackRelease {
  const offered = releases.filter((row) => row.series === series);
  const names = offered.map((row) => row.release);
  const wanted = release === undefined ? newestRelease(names) : releaseMeant(release, names);
  const chosen = offered.find((row) => row.release === wanted);
  if (chosen !== undefined) return chosen;
  const message = `There is no release ${release ?? ''} of ${series}.`.replace('  ', ' ');
  const hint = `${ACQUISITION_ISSUES['unknown-release'].remedy} Published: ${names.join(', ') || 'none'}.`;
  throw refusal('unknown-release', message, undefined, hint);
}

function releaseOf(version: unknown, base: string): readonly AttackRelease[] {
  const [release, address] = [textAt(version, 'version'), textAt(version, 'url')];
  if (release === undefined || address === undefined || !URL.canParse(address, base)) return [];
  const url = new URL(address, base).href;
  const series = /([a-z]+-attack)[^/]*\.json(\.gz)?$/.exec(url)?.[1];
  return series === undefined ? [] : [{ series, release, url }];
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
}

function textAt(value: unknown, key: string): string | undefined {
  const text = at(value, key);
  return typeof text === 'string' ? text : undefined;
}
