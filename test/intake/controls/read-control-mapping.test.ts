import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify } from '../../../src/analysis/index.ts';
import { FoeprintError, type Delivery } from '../../../src/facts/index.ts';
import { readControlMapping } from '../../../src/intake/controls/read-control-mapping.ts';
import { CLAIM_TYPE } from '../../../src/stix/index.ts';
import { typesOf } from '../../../src/threat/index.ts';
import { controlMapping, mitigates, notMappable, readMapping } from '../../support/control-mapping.ts';
import { knowledgeOf } from '../../support/desk.ts';
import { hasRealFiles } from '../../support/real-data.ts';
import { readReal } from '../../support/read-real.ts';
import {
  about,
  delivered,
  labelled,
  release,
  relationship,
  technique,
  type RawObject,
} from '../../support/world/build.ts';

/** `subject relation object` of every statement; things by label, keys by their number. */
function statementsOf({ objects }: Delivery): readonly string[] {
  const names = new Map(objects.map(({ id, entity }) => [id, entity?.label ?? id]));
  const said = (id: string): string => names.get(id) ?? id.replace(/^x-attack-number--technique--/, '');
  return objects
    .flatMap(({ statements }) => statements)
    .map(({ subject, relation, object }) =>
      [said(subject), relation, typeof object === 'string' ? said(object) : `"${object.literal}"`].join(' '),
    );
}

function codesOf(entries: readonly unknown[], metadata: RawObject = {}): readonly string[] {
  try {
    return readMapping(entries, metadata).issues.map(({ code }) => code);
  } catch (error) {
    if (error instanceof FoeprintError) return error.issues.map(({ code }) => code);
    throw error;
  }
}

test('a mapping is a release of its framework', () => {
  expect(readMapping([mitigates('FN-1', 'T9001')]).source).toMatchObject({
    kind: 'mapping',
    name: 'farm_rules rev2 mapped to ATT&CK 1.0',
    series: 'mapping:farm_rules',
    release: 'rev2-1.0',
  });
});

test('a mapping of another domain is another series', () => {
  const { source } = readMapping([mitigates('FN-1', 'T9001')], { technology_domain: 'mobile' });
  expect(source.series).toBe('mapping:farm_rules:mobile');
});

test('controls are of their framework and group, and what nothing maps to is said of the technique', () => {
  expect(statementsOf(readMapping([mitigates('FN-1', 'T9001'), notMappable('T9002')]))).toEqual([
    'FN-1 part-of farm_rules',
    'FN-1 classified-as "Fences"',
    'FN-1 mitigates T9001',
    'T9002 not-addressed-by farm_rules',
  ]);
});

describe('what an entry says of a technique', () => {
  const cases: readonly [mappingType: string, category: string | null, relation: string][] = [
    ['mitigates', null, 'mitigates'],
    ['technique_scores', 'protect', 'mitigates'],
    ['technique_scores', 'Detect', 'detects'],
    ['technique_scores', 'respond', 'responds-to'],
    ['exploitation_technique', null, 'exploited-through'],
    ['primary_impact', null, 'enables'],
    ['secondary_impact', null, 'enables'],
    ['related-to', null, 'related-to'],
    ['something of tomorrow', null, 'related-to'],
  ];
  test.for(cases)('%s, %s: %s', ([mapping_type, score_category, relation]) => {
    const entry = mitigates('FN-1', 'T9001', { mapping_type, score_category, score_value: 'partial' });
    expect(statementsOf(readMapping([entry]))).toContain(`FN-1 ${relation} T9001`);
  });
});

test('the evidence has the id as of its release, the score, the comment, who says so, and when', () => {
  const entry = mitigates('FN-1', 'T9001', {
    mapping_type: 'technique_scores',
    score_category: 'protect',
    score_value: 'partial',
    comments: 'Only by day.',
    references: ['https://a.example/fences'],
  });
  const claim = readMapping([entry]).objects.find(({ type }) => type === CLAIM_TYPE);
  expect(claim?.raw).toMatchObject({
    description: 'technique_scores: T9001 Some way in (ATT&CK 1.0): protect partial: Only by day.',
    claimant: 'Farm Board',
    created: '2022-01-13T00:00:00.000Z',
    modified: '2025-04-16T00:00:00.000Z',
    external_references: [{ source_name: 'a.example', url: 'https://a.example/fences' }],
  });
});

describe('frameworks write ids, groups and scores each in its own way', () => {
  type Case = readonly [
    framework: string,
    version: string,
    id: string,
    group: string | null,
    type: readonly [mappingType: string, category?: string, value?: string],
    said: string,
    of: string,
  ];
  test.for<Case>([
    ['cis', '8.1', '4.10', '4', ['mitigates'], 'mitigates', 'CIS Controls 8.1'],
    ['CSA CCM', '4.1', 'FNC-01', 'FNC', ['mitigates'], 'mitigates', 'CSA Cloud Controls Matrix 4.1'],
    ['cri-profile', 'v2.1', 'PR.FN-01.01', 'PR.FN', ['mitigates'], 'mitigates', 'CRI Profile v2.1'],
    [
      'aws',
      '09/21/2021',
      'fence_manager',
      null,
      ['technique_scores', 'protect', 'significant'],
      'mitigates',
      'Amazon Web Services 2021-09-21',
    ],
    [
      'azure',
      '',
      'fences/gates for barns',
      '',
      ['technique_scores', 'detect', 'Partial'],
      'detects',
      'Microsoft Azure',
    ],
    [
      'gcp',
      '06.28.2022',
      'gate:keeper',
      'gate',
      ['technique_scores', 'Respond', 'minimal'],
      'responds-to',
      'Google Cloud 06.28.2022',
    ],
    [
      'm365',
      '07/18/2025',
      'FNC-CA-E3',
      'fences',
      ['technique_scores'],
      'related-to',
      'Microsoft 365 2025-07-18',
    ],
    [
      'veris',
      '1.4.0',
      'action.digging.variety.Mole or vole',
      'action.digging',
      ['related-to'],
      'related-to',
      'VERIS 1.4.0',
    ],
  ])(
    '%s %s: %s',
    ([
      framework,
      version,
      id,
      group,
      [mapping_type, score_category = null, score_value = null],
      said,
      of,
    ]) => {
      const delivery = readMapping(
        [mitigates(id, 'T9001', { capability_group: group, mapping_type, score_category, score_value })],
        {
          mapping_framework: framework,
          mapping_framework_version: version,
          capability_groups: { '4': 'Fencing' },
        },
      );
      expect(delivery.issues).toEqual([]);
      const statements = statementsOf(delivery);
      expect(statements).toContain(`${id} ${said} T9001`);
      const classes = statements.filter((each) => each.includes('classified-as'));
      expect(classes).toEqual(
        group === null || group === '' ? [] : [`${id} classified-as "${group === '4' ? 'Fencing' : group}"`],
      );
      expect(delivery.objects[0]?.entity?.name).toBe(of);
      const { catalogue } = knowledgeOf(delivery).view();
      expect(identify(catalogue, id, typesOf('control'))).toMatchObject({ kind: 'one', by: 'label' });
    },
  );

  test('a control may protect from a technique and detect it, each with a value of its own', () => {
    const score = (score_category: string, score_value: string): RawObject =>
      mitigates('FN-1', 'T9001', { mapping_type: 'technique_scores', score_category, score_value });
    const { objects } = readMapping([score('protect', 'minimal'), score('detect', 'significant')]);
    const claims = objects.filter(({ type }) => type === CLAIM_TYPE);
    expect(claims.map(({ raw }) => raw['description'])).toEqual([
      'technique_scores: T9001 Some way in (ATT&CK 1.0): protect minimal',
      'technique_scores: T9001 Some way in (ATT&CK 1.0): detect significant',
    ]);
  });

  test('a control is found by its id, whatever that is', () => {
    const id = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(id, (text) => {
        const { catalogue } = knowledgeOf(readMapping([mitigates(text, 'T9001')])).view();
        expect(identify(catalogue, text, typesOf('control'))).toMatchObject({ kind: 'one' });
      }),
    );
  });
});

test('of `kev`, capabilities are vulnerabilities, the same ones in every list', () => {
  const read = (version: string): readonly string[] =>
    readMapping([mitigates('CVE-2099-0001', 'T9001', { mapping_type: 'primary_impact' })], {
      mapping_framework: 'kev',
      mapping_framework_version: version,
    }).objects.flatMap(({ type, id }) => (type === 'vulnerability' ? [id] : []));
  expect(read('07/28/2025')).toHaveLength(1);
  expect(read('07/28/2025')).toEqual(read('08/30/2025'));
});

describe('what is wrong with a mapping', () => {
  const good = mitigates('FN-1', 'T9001');
  const cases: readonly {
    label: string;
    entries: readonly unknown[];
    metadata?: RawObject;
    codes: readonly string[];
  }[] = [
    { label: 'no framework', entries: [good], metadata: { mapping_framework: '' }, codes: ['I520'] },
    { label: 'no entries', entries: [], codes: ['I521'] },
    {
      label: 'entries that are none',
      entries: [good, 7, null, [], 'x'],
      codes: ['I522', 'I522', 'I522', 'I522'],
    },
    { label: 'no control', entries: [good, mitigates('', 'T9001')], codes: ['I522'] },
    { label: 'a text for a control', entries: [good, mitigates('x'.repeat(201), 'T9001')], codes: ['I522'] },
    { label: 'a tactic for a technique', entries: [good, mitigates('FN-1', 'TA9001')], codes: ['I522'] },
    {
      label: 'not finished',
      entries: [good, mitigates('FN-1', 'T9001', { status: 'in_progress' })],
      codes: ['I523'],
    },
    { label: 'a number for an id', entries: [good, { ...good, capability_id: 3.1 }], codes: ['I524'] },
    { label: 'not a number for an id', entries: [good, { ...good, capability_id: NaN }], codes: ['I522'] },
    { label: 'the same twice', entries: [good, good], codes: [] },
  ];
  test.for(cases)('$label', ({ entries, metadata = {}, codes }) => {
    expect(codesOf(entries, metadata)).toEqual(codes);
  });
});

test('of several descriptions of one control the first counts', () => {
  const { objects } = readMapping([
    mitigates('FN-1', 'T9001', { capability_description: 'First' }),
    mitigates('FN-1', 'T9002', { capability_description: 'Second' }),
  ]);
  expect(
    objects.flatMap(({ type, entity }) => (type === 'x-foeprint-control' ? [entity?.name] : [])),
  ).toEqual(['First']);
});

test('a group named like a property of all objects is a group', () => {
  expect(
    statementsOf(readMapping([mitigates('FN-1', 'T9001', { capability_group: 'constructor' })])),
  ).toContain('FN-1 classified-as "constructor"');
});

test('what is reported of a technique under an older id is reported of its successor', () => {
  const attack = delivered(
    'attack',
    release('2.0'),
    technique(1, 'T9001', 'Digging', [], { revoked: true }),
    technique(2, 'T9002', 'Deep digging', []),
    relationship(
      3,
      'attack-pattern--00000000-0000-4000-8000-000000000001',
      'revoked-by',
      'attack-pattern--00000000-0000-4000-8000-000000000002',
    ),
    labelled('course-of-action', 4, 'M9001', 'Fence'),
  );
  const { catalogue, facts } = knowledgeOf(attack, readMapping([mitigates('FN-1', 'T9001')])).view();
  const [controls, techniques] = facts.relations.get('mitigates')?.columns ?? [];
  expect([...(controls ?? [])].map((term) => catalogue.label(term))).toEqual(['FN-1']);
  expect([...(techniques ?? [])].map((term) => catalogue.label(term))).toEqual(['T9002']);
});

test('any mapping is read with distinct objects, or refused with a code', () => {
  const entry = fc.oneof(
    fc.jsonValue(),
    fc.record({
      capability_id: fc.oneof(fc.string(), fc.double(), fc.constant(null)),
      attack_object_id: fc.oneof(fc.constantFrom('T9001', 't9001.001', 'M9001'), fc.jsonValue()),
      status: fc.oneof(fc.constantFrom('complete', 'non_mappable'), fc.jsonValue()),
      mapping_type: fc.oneof(fc.constantFrom('mitigates', 'technique_scores'), fc.jsonValue()),
      references: fc.jsonValue(),
    }),
  );
  fc.assert(
    fc.property(fc.array(entry), fc.dictionary(fc.string(), fc.jsonValue()), (entries, metadata) => {
      try {
        const { objects } = readControlMapping(controlMapping(entries, metadata), about('any'));
        expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length);
      } catch (error) {
        expect(error).toBeInstanceOf(FoeprintError);
      }
    }),
  );
});

const NIST = 'mappings/nist_800_53-rev5_attack-16.1-enterprise.json.gz';
const KEV = 'mappings/kev-07.28.2025_attack-16.1-enterprise.json.gz';

describe.skipIf(!hasRealFiles(NIST, KEV))('published mappings', () => {
  test('NIST SP 800-53 is read whole: 109 controls, 5,264 mappings (50 stand there twice), 96 techniques with none', () => {
    const read = readReal(NIST);
    expect(read.issues).toEqual([]);
    expect(countOf(read)).toEqual({
      'part-of': 109,
      'classified-as': 109,
      mitigates: 5264,
      'not-addressed-by': 96,
    });
  });

  test('KEV is read whole: 419 vulnerabilities, 1,183 mappings', () => {
    const read = readReal(KEV);
    expect(read.issues).toEqual([]);
    expect(countOf(read)).toEqual({
      'part-of': 419,
      'classified-as': 419,
      'exploited-through': 460,
      enables: 723,
    });
  });
});

function countOf({ objects }: Delivery): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { relation } of objects.flatMap(({ statements }) => statements))
    counts[relation] = (counts[relation] ?? 0) + 1;
  return counts;
}
