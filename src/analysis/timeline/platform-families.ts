import { platformNamed } from '../../threat/index.ts';

/** Platforms that an attacker has to learn anew, and words by which a sentence names them. */
export const PLATFORM_FAMILIES: readonly PlatformFamily[] = [
  { name: 'Windows', platforms: ['Windows'] },
  { name: 'macOS', platforms: ['macOS'], named: /\b(?:macOS|Mac OS X|OS X)\b/ },
  { name: 'Linux', platforms: ['Linux'], named: /\bLinux\b/i },
  {
    name: 'virtualisation hosts (ESXi)',
    platforms: ['ESXi'],
    named: /\b(?:ESXi?|vSphere|vCenter)\b/,
  },
  {
    name: 'containers',
    platforms: ['Containers'],
    named: /\b(?:Docker|Kubernetes)\b/i,
  },
  {
    name: 'the cloud',
    platforms: [
      'IaaS',
      'SaaS',
      'Office Suite',
      'Identity Provider',
      // Names that earlier releases used.
      'AWS',
      'Azure',
      'Azure AD',
      'GCP',
      'Google Workspace',
      'Office 365',
    ],
    named: /\b(?:AWS|Azure|Entra ID|Google Workspace|Office 365|O365|Microsoft 365|M365)\b/,
  },
  {
    name: 'network devices',
    platforms: ['Network Devices', 'Network'],
    named: /\b(?:routers?|network devices?|Cisco IOS|VPN appliances?)\b/i,
  },
  { name: 'mobile devices', platforms: ['Android', 'iOS'], named: /\b(?:Android|iOS|iPhones?)\b/ },
];

export interface PlatformFamily {
  readonly name: string;
  /** Platform names of ATT&CK. */
  readonly platforms: readonly string[];
  /** Absent where naming it means nothing. */
  readonly named?: RegExp;
}

/** Kinds of platform that a use was on, or that a report of it names. */
export interface UsePlatforms {
  /** All platforms of the technique are of this kind: the use was on it. */
  readonly certain: readonly string[];
  /** A sentence about the use names it, and the technique works there: it may be where the use was, or what it was done with. */
  readonly named: readonly string[];
}

/** Most techniques work on many platforms, and a use of one leaves open on which: what can be known of it all the same. */
export function platformsOfUse(platforms: readonly string[], sentences: readonly string[]): UsePlatforms {
  const touched = [...PLATFORM_FAMILIES, ...familiesToCome(platforms)].filter((family) =>
    platforms.some((platform) => family.platforms.includes(platform)),
  );
  const isCertain = (family: PlatformFamily) =>
    platforms.every((platform) => family.platforms.includes(platform));
  const isNamed = ({ named }: PlatformFamily) => sentences.some((sentence) => named?.test(sentence) === true);
  return {
    certain: touched.filter(isCertain).map(({ name }) => name),
    named: touched.filter((family) => !isCertain(family) && isNamed(family)).map(({ name }) => name),
  };
}

/** ICS writes that a technique has no platform as one of this name. */
const NO_PLATFORM = 'None';

/** A platform of a release that we do not know yet is a kind of its own. */
function familiesToCome(platforms: readonly string[]): readonly PlatformFamily[] {
  return platforms
    .filter((name) => name !== NO_PLATFORM && platformNamed(name) === undefined)
    .map((name) => ({ name, platforms: [name] }));
}
