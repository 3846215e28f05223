/**
 * A small, clearly fictional ATT&CK-like world for tests: readable names, ids made from numbers.
 * `object('malware', 7, …)` has the id `malware--00000000-0000-4000-8000-000000000007`.
 */
export type RawObject = Readonly<Record<string, unknown>>;

export const CREATED = '2020-01-01T00:00:00.000Z';

/** Id of the fictional object of a type and number. */
export function idOf(type: string, number: number): string {
  return `${type}--00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A STIX 2.1 object; `fields` win. */
export function object(type: string, number: number, fields: RawObject = {}): RawObject {
  return {
    type,
    spec_version: '2.1',
    id: idOf(type, number),
    created: CREATED,
    modified: CREATED,
    ...fields,
  };
}

/** An object with an ATT&CK id. */
export function labelled(
  type: string,
  number: number,
  label: string,
  name: string,
  fields: RawObject = {},
): RawObject {
  return object(type, number, {
    name,
    external_references: [
      { source_name: 'mitre-attack', external_id: label, url: `https://attack.example/${label}` },
    ],
    ...fields,
  });
}

/** A relationship between two objects. */
export function relationship(
  number: number,
  source: string,
  relation: string,
  target: string,
  fields: RawObject = {},
): RawObject {
  return object('relationship', number, {
    relationship_type: relation,
    source_ref: source,
    target_ref: target,
    ...fields,
  });
}

export function bundle(...objects: readonly unknown[]): RawObject {
  return { type: 'bundle', id: idOf('bundle', 1), objects };
}

/** What whoever read a test's bytes would know; a different `content` makes a different digest. */
export function about(content: string): { location: string; sha256: string; bytes: number } {
  const digest = Buffer.from(content).toString('hex');
  return { location: `${content}.json`, sha256: digest.padEnd(64, '0').slice(0, 64), bytes: content.length };
}

const ENTERPRISE = 'x-mitre-collection--1f5f1533-f617-4ca8-9ab4-6a02367fa019';

/** The collection object that makes a bundle a release of Enterprise ATT&CK. */
export function release(version: string): RawObject {
  return object('x-mitre-collection', 0, {
    id: ENTERPRISE,
    name: 'Enterprise ATT&CK',
    x_mitre_version: version,
  });
}

export const WEASEL = idOf('intrusion-set', 1);
export const BADGER = idOf('malware', 2);
export const DIGGING = idOf('attack-pattern', 3);
export const BURROWING = idOf('attack-pattern', 4);
export const FENCE = idOf('course-of-action', 5);
export const BREACH = idOf('x-mitre-tactic', 6);
export const RAID = idOf('campaign', 8);

/** A group, its software and campaign, two techniques (one under the other), a mitigation, a tactic; and things withdrawn. */
export function farm(): readonly RawObject[] {
  return [
    labelled('intrusion-set', 1, 'G9001', 'Wily Weasel', {
      aliases: ['Wily Weasel', 'Müstela', 'Team Stoat'],
      description:
        'A group that raids [henhouses](https://farm.example/hens) at night.(Citation: Farm Gazette)',
    }),
    labelled('malware', 2, 'S9001', 'BADGERDROP', {
      x_mitre_aliases: ['BADGERDROP', 'Brock'],
      x_mitre_platforms: ['Barn OS'],
    }),
    labelled('attack-pattern', 3, 'T9001', 'Digging', {
      description: 'Adversaries may dig under a fence.',
      kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'breach' }],
      x_mitre_platforms: ['Barn OS', 'Coop'],
    }),
    labelled('attack-pattern', 4, 'T9001.001', 'Burrowing', { x_mitre_is_subtechnique: true }),
    labelled('course-of-action', 5, 'M9001', 'Sturdy Fence'),
    labelled('x-mitre-tactic', 6, 'TA9001', 'Breach', {
      x_mitre_shortname: 'breach',
      x_mitre_domains: ['enterprise-attack'],
    }),
    labelled('campaign', 8, 'C9001', 'Night Raid', { first_seen: '2021-02-03T00:00:00.000Z' }),
    // A withdrawn mitigation that carries the number of a technique, as ATT&CK's old ones do.
    labelled('course-of-action', 9, 'T9001', 'Digging Mitigation', { x_mitre_deprecated: true }),
    labelled('intrusion-set', 10, 'G9002', 'Old Weasel', { revoked: true }),
    relationship(20, WEASEL, 'uses', BADGER, { description: 'Wily Weasel has used BADGERDROP.' }),
    relationship(21, BADGER, 'uses', DIGGING),
    relationship(22, FENCE, 'mitigates', DIGGING),
    relationship(23, BURROWING, 'subtechnique-of', DIGGING),
    relationship(24, RAID, 'attributed-to', WEASEL),
    relationship(25, idOf('intrusion-set', 10), 'revoked-by', WEASEL),
    relationship(26, idOf('course-of-action', 9), 'mitigates', DIGGING),
    relationship(27, WEASEL, 'uses', DIGGING, { x_mitre_deprecated: true }),
    relationship(28, WEASEL, 'uses', idOf('tool', 999)),
  ];
}
