import type { Delivery } from '../../../src/facts/index.ts';
import { readBundle } from '../../../src/intake/index.ts';

/** An object as it stands in a file. */
export type RawObject = Readonly<Record<string, unknown>>;

export const CREATED = '2020-01-01T00:00:00.000Z';

/** The UUID made of a number. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Id of the object of a type and number: `idOf('malware', 7)` ends in 7. */
export const idOf = (type: string, number: number): string => `${type}--${uuid(number)}`;

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

/** A technique of Enterprise ATT&CK that serves tactics, by their short names. */
export function technique(
  number: number,
  label: string,
  name: string,
  tactics: readonly string[],
  fields: RawObject = {},
): RawObject {
  return labelled('attack-pattern', number, label, name, {
    kill_chain_phases: tactics.map((phase_name) => ({ kill_chain_name: 'mitre-attack', phase_name })),
    x_mitre_domains: ['enterprise-attack'],
    ...fields,
  });
}

/** A tactic of Enterprise ATT&CK; its short name is its name in small letters, unless `fields` have another. */
export function tactic(number: number, label: string, name: string, fields: RawObject = {}): RawObject {
  return labelled('x-mitre-tactic', number, label, name, {
    x_mitre_shortname: name.toLowerCase(),
    x_mitre_domains: ['enterprise-attack'],
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

/** A use with a sentence and the documents that it cites: `Lighthouse. (2015, May 4). …` is cited as “Lighthouse 7”. */
export function use(
  number: number,
  user: string,
  used: string,
  sentence: string,
  ...documents: readonly string[]
): RawObject {
  const cited = documents.map((description) => {
    const [publisher = ''] = description.split('.');
    const host = publisher.toLowerCase().replaceAll(' ', '-');
    return {
      source_name: `${publisher} ${number}`,
      description,
      url: `https://${host}.example/${number}`,
    };
  });
  return relationship(number, user, 'uses', used, {
    description: sentence + cited.map(({ source_name: name }) => `(Citation: ${name})`).join(''),
    external_references: cited,
  });
}

/** The collection object that makes a bundle a release of Enterprise ATT&CK. */
export function release(version: string): RawObject {
  return object('x-mitre-collection', 0, {
    id: 'x-mitre-collection--1f5f1533-f617-4ca8-9ab4-6a02367fa019',
    name: 'Enterprise ATT&CK',
    x_mitre_version: version,
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

/** A bundle as intake delivers it. */
export function delivered(content: string, ...objects: readonly unknown[]): Delivery {
  return readBundle(bundle(...objects), about(content));
}

/** A cluster file of MISP galaxy. */
export function cluster(type: string, values: readonly unknown[], fields: RawObject = {}): RawObject {
  return {
    type,
    name: 'Fictional',
    uuid: uuid(900),
    category: 'actor',
    authors: ['Nobody'],
    source: 'Tests',
    description: 'Made up.',
    version: 7,
    values,
    ...fields,
  };
}

/** A value of a cluster. */
export function value(number: number, name: string, meta: RawObject = {}, fields: RawObject = {}): RawObject {
  return { value: name, uuid: uuid(number), meta, ...fields };
}

/** A `related` entry with estimative language. */
export function related(type: string, number: number, likelihood = 'likely'): RawObject {
  return {
    'dest-uuid': uuid(number),
    type,
    tags: [`estimative-language:likelihood-probability="${likelihood}"`],
  };
}
