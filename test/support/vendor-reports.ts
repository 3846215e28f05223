import { deterministicId } from '../../src/facts/index.ts';
import type { RawObject } from './world/build.ts';

/** What a vendor's report speaks of: an ATT&CK number, its name there, and the STIX id that MITRE gives it. */
export interface Numbered {
  readonly id: string;
  readonly type: string;
  readonly number: string;
  readonly name: string;
}

/** A report as a vendor writes it, and what it says of ATT&CK's things. */
export interface VendorReport {
  readonly bundle: RawObject;
  /** Uses that it reports: numbers, or the name of a group of its own. */
  readonly uses: readonly (readonly [user: string, used: string])[];
}

/** How producers carry an ATT&CK number: where it stands, and under which name of ATT&CK's. */
const CARRIERS: readonly ((thing: Numbered) => RawObject)[] = [
  ({ number, name }) => ({
    name,
    external_references: [{ source_name: 'mitre-attack', external_id: number }],
  }),
  ({ number, name }) => ({
    name,
    external_references: [{ source_name: 'MITRE ATT&CK', external_id: number }],
  }),
  ({ number, name }) => ({
    name,
    external_references: [{ source_name: 'mitre-attack', external_id: number.toLowerCase() }],
  }),
  ({ number, name }) => ({ name: `${number}: ${name}` }),
  ({ number, name }) => ({ name: `${name} - ${number}` }),
  ({ number }) => ({ name: number }),
];

/** A generator of whole numbers that the same seed always gives (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * Reports of a fictional vendor with STIX ids of its own. Every second is about a group of ATT&CK, the others about one that only
 * the vendor knows; now and then a report speaks of a thing under MITRE's own id, as exports do, with a later date.
 */
export function vendorReports(
  count: number,
  groups: readonly Numbered[],
  techniques: readonly Numbered[],
): readonly VendorReport[] {
  return Array.from({ length: count }, (_, index) => vendorReport(index, groups, techniques));
}

function vendorReport(
  index: number,
  groups: readonly Numbered[],
  techniques: readonly Numbered[],
): VendorReport {
  const random = numbers(index + 1);
  const when = `20${25 + (index % 2)}-0${1 + (index % 9)}-15T08:00:00.000Z`;
  const stix = (type: string, what: string, fields: RawObject): RawObject => ({
    type,
    spec_version: '2.1',
    id: deterministicId(type, 'report', String(index), what),
    created: when,
    modified: when,
    created_by_ref: vendor['id'],
    ...fields,
  });
  const vendor: RawObject = {
    type: 'identity',
    spec_version: '2.1',
    id: deterministicId('identity', 'a vendor'),
    created: when,
    modified: when,
    name: 'Harbour Watch',
    identity_class: 'organization',
  };
  const objectFor = (thing: Numbered): RawObject =>
    stix(thing.type, thing.number, {
      ...CARRIERS[random(CARRIERS.length)]?.(thing),
      description: `What Harbour Watch says of it in report ${index}.`,
      // An export keeps MITRE's id and gives it the date of the report.
      ...(random(5) === 0 ? { id: thing.id } : {}),
    });
  const known = index % 2 === 0 ? groups[random(groups.length)] : undefined;
  const group =
    known === undefined
      ? stix('intrusion-set', 'group', { name: `Harbour Ghost ${index}` })
      : objectFor(known);
  const used = new Map(
    Array.from({ length: 6 }, () => techniques[random(techniques.length)]).flatMap((thing) =>
      thing === undefined ? [] : [[thing.number, thing] as const],
    ),
  );
  const objects = [...used.values()].map(objectFor);
  const uses = objects.map((technique, position) =>
    stix('relationship', `use ${position}`, {
      relationship_type: 'uses',
      source_ref: group['id'],
      target_ref: technique['id'],
      description: `Seen at a harbour, says report ${index}.`,
    }),
  );
  const report = stix('report', 'report', {
    name: `Harbour report ${index}`,
    published: when,
    object_refs: [group, ...objects, ...uses].map(({ id }) => id),
  });
  return {
    bundle: {
      type: 'bundle',
      id: deterministicId('bundle', 'report', String(index)),
      objects: [vendor, group, ...objects, ...uses, report],
    },
    uses: [...used.keys()].map((number) => [known?.number ?? `Harbour Ghost ${index}`, number] as const),
  };
}
