/**
 * Makes `sample-attack.json` from the tables: `npm run sample`. A test compares the two.
 */
import { createHash } from 'node:crypto';
import {
  CAMPAIGNS,
  CITATIONS,
  COMPONENTS,
  DETECTIONS,
  GROUPS,
  MITIGATES,
  MITIGATIONS,
  SOFTWARE,
  TACTICS,
  TECHNIQUES,
  USES,
} from './sample-table.ts';
import type { Row } from './sample-table.ts';

type StixObject = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };

const CREATED = '2024-05-01T09:00:00.000Z';
const MODIFIED = '2025-02-03T09:00:00.000Z';
const DOMAIN = 'example-attack';
const IDENTITY = idOf('identity', 'Foeprint sample');
const MARKING = idOf('marking-definition', 'statement');

/** The whole bundle. */
export function buildSample(): Readonly<Record<string, unknown>> {
  const objects = [
    ...authors(),
    matrix(),
    ...TACTICS.map((row) => attackObject('x-mitre-tactic', row, { x_mitre_shortname: shortName(row.name) })),
    ...TECHNIQUES.map(technique),
    ...GROUPS.map((row) =>
      attackObject('intrusion-set', row, {
        aliases: [row.name, ...row.aliases],
        ...(row.revokedBy === undefined ? {} : { revoked: true }),
      }),
    ),
    ...SOFTWARE.map(software),
    ...CAMPAIGNS.map((row) =>
      attackObject('campaign', row, {
        aliases: [row.name],
        first_seen: row.firstSeen,
        last_seen: row.lastSeen,
      }),
    ),
    ...MITIGATIONS.map((row) => attackObject('course-of-action', row)),
    ...COMPONENTS.map((row) => attackObject('x-mitre-data-component', row)),
    ...detections(),
    attackObject(
      'x-mitre-asset',
      { label: 'A9001', name: 'Signal Box', description: 'Where points are set.' },
      {
        x_mitre_sectors: ['Transport'],
        x_mitre_platforms: ['Embedded'],
      },
    ),
    ...relationships(),
  ];
  return { type: 'bundle', id: idOf('bundle', 'sample'), objects: [collection(objects), ...objects] };
}

/** The bundle as the file has it. */
export function sampleText(): string {
  return `${JSON.stringify(buildSample(), null, 1)}\n`;
}

function authors(): readonly StixObject[] {
  const name = 'Foeprint sample (fictional)';
  const dates = { spec_version: '2.1', created: CREATED };
  return [
    { type: 'identity', id: IDENTITY, ...dates, modified: CREATED, name, identity_class: 'organization' },
    {
      type: 'marking-definition',
      id: MARKING,
      ...dates,
      created_by_ref: IDENTITY,
      definition_type: 'statement',
      definition: { statement: 'Invented for Foeprint. Any likeness to living adversaries is an accident.' },
    },
  ];
}

function collection(contents: readonly StixObject[]): StixObject {
  return {
    type: 'x-mitre-collection',
    id: idOf('x-mitre-collection', 'sample'),
    ...common(),
    name: 'Foeprint sample',
    description: 'A small fictional data set in the shape of ATT&CK.',
    x_mitre_version: '1.0',
    x_mitre_contents: contents.map(({ id, modified, created }) => ({
      object_ref: id,
      object_modified: modified ?? created,
    })),
  };
}

function matrix(): StixObject {
  const row = { label: DOMAIN, name: 'Example Matrix', description: 'Tactics of invented adversaries.' };
  const tactics = TACTICS.map(({ label }) => idOf('x-mitre-tactic', label));
  return attackObject('x-mitre-matrix', row, { tactic_refs: tactics });
}

function technique(row: (typeof TECHNIQUES)[number]): StixObject {
  const tactic = TACTICS.find(({ label }) => label === row.tactic);
  return attackObject('attack-pattern', row, {
    kill_chain_phases: [{ kill_chain_name: DOMAIN, phase_name: shortName(tactic?.name ?? '') }],
    x_mitre_is_subtechnique: row.label.includes('.'),
    x_mitre_platforms: row.platforms,
    ...(row.deprecated === true ? { x_mitre_deprecated: true } : {}),
  });
}

function software(row: (typeof SOFTWARE)[number]): StixObject {
  return attackObject(row.type, row, {
    ...(row.type === 'malware' ? { is_family: true } : {}),
    x_mitre_aliases: [row.name],
    x_mitre_platforms: row.platforms,
  });
}

function detections(): readonly StixObject[] {
  return DETECTIONS.flatMap(({ strategy, analytic, component, log }) => [
    attackObject('x-mitre-detection-strategy', strategy, {
      x_mitre_analytic_refs: [idOf('x-mitre-analytic', analytic.label)],
    }),
    attackObject('x-mitre-analytic', analytic, {
      x_mitre_platforms: ['Windows'],
      x_mitre_log_source_references: [
        { x_mitre_data_component_ref: idOf('x-mitre-data-component', component), ...log },
      ],
    }),
  ]);
}

function relationships(): readonly StixObject[] {
  const subtechniques = TECHNIQUES.filter(({ label }) => label.includes('.'));
  const revoked = GROUPS.filter(({ revokedBy }) => revokedBy !== undefined);
  return [
    ...USES.map(([user, used, sentence, citation]) =>
      relate('uses', user, used, `${link(user)} ${sentence}.(Citation: ${citation})`, citation),
    ),
    ...MITIGATES.map(([mitigation, mitigated, sentence]) =>
      relate('mitigates', mitigation, mitigated, sentence),
    ),
    ...CAMPAIGNS.map(({ label, by, name }) =>
      relate('attributed-to', label, by, `Investigators who do not exist blame ${link(by)} for ${name}.`),
    ),
    ...subtechniques.map(({ label }) => relate('subtechnique-of', label, label.split('.')[0] ?? '')),
    ...DETECTIONS.map(({ strategy, detects }) => relate('detects', strategy.label, detects)),
    ...revoked.map(({ label, revokedBy = '' }) => relate('revoked-by', label, revokedBy)),
  ];
}

function relate(type: string, from: string, to: string, description = '', citation?: string): StixObject {
  return {
    type: 'relationship',
    id: idOf('relationship', `${type} ${from} ${to}`),
    ...common(),
    relationship_type: type,
    source_ref: idOfLabel(from),
    target_ref: idOfLabel(to),
    ...(description === '' ? {} : { description }),
    ...(citation === undefined ? {} : { external_references: [reference(citation)] }),
  };
}

function reference(citation: string): Readonly<Record<string, string>> {
  const page = citation.toLowerCase().replaceAll(' ', '-');
  return {
    source_name: citation,
    description: CITATIONS[citation] ?? '',
    url: `https://example.org/reports/${page}`,
  };
}

function link(label: string): string {
  const row = ALL_ROWS.find(({ row: { label: each } }) => each === label)?.row;
  return `[${row?.name}](https://example.org/${label})`;
}

function attackObject(type: string, row: Row, further: Readonly<Record<string, unknown>> = {}): StixObject {
  const { label, name, description } = row;
  const url = `https://example.org/${label}`;
  return {
    type,
    id: idOf(type, label),
    ...common(),
    name,
    ...(description === '' ? {} : { description }),
    external_references: [{ source_name: 'mitre-attack', external_id: label, url }],
    x_mitre_domains: [DOMAIN],
    x_mitre_version: '1.0',
    ...further,
  };
}

function common(): Readonly<Record<string, unknown>> {
  return {
    spec_version: '2.1',
    created: CREATED,
    modified: MODIFIED,
    created_by_ref: IDENTITY,
    object_marking_refs: [MARKING],
  };
}

const ALL_ROWS: readonly { readonly type: string; readonly row: Row }[] = [
  ...TECHNIQUES.map((row) => ({ type: 'attack-pattern', row })),
  ...GROUPS.map((row) => ({ type: 'intrusion-set', row })),
  ...SOFTWARE.map((row) => ({ type: row.type, row })),
  ...CAMPAIGNS.map((row) => ({ type: 'campaign', row })),
  ...MITIGATIONS.map((row) => ({ type: 'course-of-action', row })),
  ...DETECTIONS.map(({ strategy }) => ({ type: 'x-mitre-detection-strategy', row: strategy })),
];

function idOfLabel(label: string): string {
  const found = ALL_ROWS.find(({ row }) => row.label === label);
  if (found === undefined) throw new Error(`the tables have no ${label}`);
  return idOf(found.type, label);
}

/** A UUID of version 5 in shape, from what the object is: the same on every run. */
function idOf(type: string, what: string): string {
  const digits = createHash('sha256').update(`foeprint sample ${type} ${what}`).digest('hex');
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ];
  return `${type}--${parts.join('-')}`;
}

function shortName(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
