import { expect, test } from 'vitest';
import { FoeprintError, IDENTIFIED_BY, type Delivery, type Statement } from '../../src/facts/index.ts';
import { readBundle } from '../../src/intake/index.ts';
import {
  CREATED,
  type RawObject,
  about,
  bundle,
  idOf,
  labelled,
  object,
  relationship,
  release,
} from '../support/world/build.ts';
import { BREACH, DIGGING, FARM, FENCE, WEASEL } from '../support/world/cast.ts';

function read(...objects: readonly unknown[]): Delivery {
  return readBundle(bundle(...objects), about('test'));
}

/** Code, object and field of every issue. */
function issuesOf({ issues }: Pick<Delivery, 'issues'>): readonly (readonly (string | undefined)[])[] {
  return issues.map(({ code, place }) => [code, place?.object, place?.field]);
}

function statementsOf(delivery: Delivery, id: string): readonly Statement[] {
  return delivery.objects.find((each) => each.id === id)?.statements ?? [];
}

const SOUND = labelled('tool', 1, 'S9100', 'Spade');

test.for([
  ['null', null, 'I101'],
  ['text', 'bundle', 'I101'],
  ['a number', 7, 'I101'],
  ['another document', { name: 'layer', versions: {}, techniques: [] }, 'I101'],
  ['a list of other things', [1, 2, 3], 'I101'],
  ['objects that are no list', { type: 'bundle', objects: { a: 1 } }, 'I101'],
  ['a bundle without objects', { type: 'bundle' }, 'I102'],
  ['an empty bundle', bundle(), 'I102'],
  ['an empty list', [], 'I102'],
  ['nothing but broken objects', bundle({ type: 'tool' }, 7), 'I103'],
] as const)('%s is refused', ([, document, code]) => {
  expect(() => readBundle(document, about('test'))).toThrow(FoeprintError);
  expect(() => readBundle(document, about('test'))).toThrow(code);
});

test('a refusal says where and what to do', () => {
  expect(() => readBundle({ techniques: [], name: 'x' }, about('layer'))).toThrow(
    [
      'I101  layer.json',
      '  It is a JSON object without `"type": "bundle"`; its first fields are techniques, name.',
      '  Hand over STIX 2.0 or 2.1 JSON: an object with `"type": "bundle"` and a list `objects`.',
    ].join('\n'),
  );
});

test.for([
  ['a list', [SOUND]],
  ['one object', SOUND],
] as const)('%s without a bundle around it is read, with a warning', ([, document]) => {
  const delivery = readBundle(document, about('test'));
  expect(delivery.objects.map(({ id }) => id)).toEqual([idOf('tool', 1)]);
  expect(issuesOf(delivery)).toEqual([['I114', undefined, undefined]]);
});

const ID = idOf('tool', 2);
const NESTED = Array.from({ length: 100 }).reduce<unknown>((inner) => [inner], 'deep');

test.for([
  ['not an object', 'text', ['I104', undefined, 'objects[1]']],
  ['null', null, ['I104', undefined, 'objects[1]']],
  ['no id', { type: 'tool' }, ['I105', undefined, 'objects[1].id']],
  ['an id that is no id', { type: 'tool', id: 'tool-1' }, ['I105', undefined, 'objects[1].id']],
  ['an id that is a number', { type: 'tool', id: 7 }, ['I105', undefined, 'objects[1].id']],
  [
    'an id with a type like __proto__',
    { type: '__proto__', id: idOf('__proto__', 1) },
    ['I105', undefined, 'objects[1].id'],
  ],
  ['no type', { id: ID }, ['I106', ID, 'type']],
  ['a type that is not the one of the id', { id: ID, type: 'malware' }, ['I106', ID, 'type']],
  ['a type that is the start of the one of the id', { id: ID, type: 'to' }, ['I106', ID, 'type']],
  ['a name that is no text', object('tool', 2, { name: ['Spade'] }), ['I109', ID, 'name']],
  ['nesting', object('tool', 2, { extensions: NESTED }), ['I110', ID, undefined]],
  ['an endless text', object('tool', 2, { description: 'x'.repeat(5_000_000) }), ['I111', ID, undefined]],
] as const)('%s is left out and listed, the rest is read', ([, broken, issue]) => {
  const delivery = read(SOUND, broken);
  expect(delivery.objects.map(({ id }) => id)).toEqual([idOf('tool', 1)]);
  expect(issuesOf(delivery)).toEqual([issue]);
  expect(delivery.issues[0]?.hint).not.toBe('');
});

test.for([
  ['no day', { modified: 'yesterday' }, 'modified', CREATED],
  ['a number', { created: 2020 }, 'created', CREATED],
  ['month 13', { created: '2020-13-01T00:00:00Z', modified: '2020-13-01T00:00:00Z' }, 'created', ''],
] as const)('an object whose time is %s is kept, and the time is warned of', ([, fields, field, version]) => {
  const delivery = read(SOUND, object('tool', 2, fields));
  expect(delivery.objects.map(({ id }) => id)).toEqual([idOf('tool', 1), ID]);
  expect(delivery.objects.at(-1)?.version).toBe(version);
  expect(issuesOf(delivery)[0]).toEqual(['I108', ID, field]);
});

const RELATION = idOf('relationship', 9);

test.for([
  ['relationship_type', undefined],
  ['relationship_type', ''],
  ['relationship_type', 7],
  ['source_ref', undefined],
  ['source_ref', 'weasel'],
  ['target_ref', undefined],
  ['target_ref', null],
] as const)('a relationship whose %s is %s is left out', ([field, value]) => {
  const broken = { ...relationship(9, WEASEL, 'uses', DIGGING), [field]: value };
  expect(issuesOf(read(...FARM.attack, broken))).toContainEqual(['I107', RELATION, field]);
});

test('what is nested a million deep does not exhaust the stack', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`);
  expect(issuesOf(read(SOUND, object('tool', 2, { deep })))).toEqual([['I110', ID, undefined]]);
});

test('the same version twice counts once; where they differ, the first stays, with a warning', () => {
  const again = read(SOUND, SOUND);
  expect([again.objects.length, again.issues]).toEqual([1, []]);
  const differently = read(SOUND, { ...SOUND, name: 'Shovel' });
  expect(differently.objects.map(({ raw }) => raw['name'])).toEqual(['Spade']);
  expect(issuesOf(differently)).toEqual([['I112', idOf('tool', 1), undefined]]);
});

test('several versions of an object in one bundle are all kept', () => {
  const delivery = read(SOUND, { ...SOUND, modified: '2022-01-01T00:00:00Z' });
  expect(delivery.objects.map(({ version }) => version)).toEqual([CREATED, '2022-01-01T00:00:00.000Z']);
});

test('references out of the bundle are one warning', () => {
  const delivery = read(
    SOUND,
    relationship(1, WEASEL, 'uses', idOf('tool', 1)),
    relationship(2, WEASEL, 'uses', DIGGING),
  );
  expect(delivery.objects).toHaveLength(3);
  expect(delivery.issues.map(({ code, message }) => `${code} ${message}`)).toEqual([
    `I113 2 objects are referred to but described nowhere in this source, the first is ${WEASEL}.`,
  ]);
});

test('a flood of issues is summed up', () => {
  const delivery = read(SOUND, ...Array.from({ length: 250 }, () => 'text'));
  expect(delivery.issues).toHaveLength(101);
  expect(delivery.issues.at(-1)).toMatchObject({
    code: 'I116',
    severity: 'error',
    message: '150 more issues like I104 (not-an-object).',
  });
});

test.for([
  ['aliases', 'Team Stoat'],
  ['description', 7],
  ['external_references', {}],
  ['kill_chain_phases', ['breach']],
  ['revoked', 'yes'],
  ['x_mitre_platforms', [7]],
  ['created_by_ref', 'me'],
  ['object_refs', 'report'],
  ['first_seen', 'long ago'],
] as const)('a field %s of a wrong shape is warned of and the object kept', ([field, value]) => {
  const delivery = read({ ...SOUND, [field]: value });
  expect(delivery.objects).toHaveLength(1);
  expect(issuesOf(delivery)).toEqual([['I115', idOf('tool', 1), field]]);
});

test('fields that refer to others report facts', () => {
  const analytic = idOf('x-mitre-analytic', 1);
  const component = idOf('x-mitre-data-component', 2);
  const strategy = idOf('x-mitre-detection-strategy', 3);
  const matrix = idOf('x-mitre-matrix', 4);
  const [report, sighting, identity] = [idOf('report', 5), idOf('sighting', 6), idOf('identity', 7)];
  const delivery = read(
    ...FARM.attack,
    object('x-mitre-analytic', 1, {
      x_mitre_log_source_references: [
        { x_mitre_data_component_ref: component, name: 'gate', channel: 'creak' },
        {},
      ],
    }),
    object('x-mitre-data-component', 2, { x_mitre_data_source_ref: '' }),
    object('x-mitre-detection-strategy', 3, { x_mitre_analytic_refs: [analytic] }),
    object('x-mitre-matrix', 4, { tactic_refs: [BREACH] }),
    object('report', 5, { object_refs: [WEASEL, DIGGING], created_by_ref: identity }),
    object('sighting', 6, { sighting_of_ref: WEASEL, where_sighted_refs: [identity] }),
    object('identity', 7, { name: 'Farmer' }),
  );
  expect(statementsOf(delivery, analytic)).toEqual([
    { relation: 'looks-at', subject: analytic, object: component },
  ]);
  expect(statementsOf(delivery, component)).toEqual([]);
  expect(statementsOf(delivery, strategy)).toEqual([
    { relation: 'has-analytic', subject: strategy, object: analytic },
  ]);
  expect(statementsOf(delivery, matrix)).toEqual([
    { relation: 'in-matrix', subject: BREACH, object: matrix },
  ]);
  expect(statementsOf(delivery, report)).toEqual([
    { relation: 'created-by', subject: report, object: identity },
    { relation: 'mentions', subject: report, object: WEASEL },
    { relation: 'mentions', subject: report, object: DIGGING },
  ]);
  expect(statementsOf(delivery, sighting)).toEqual([
    { relation: 'sights', subject: sighting, object: WEASEL },
    { relation: 'sighted-at', subject: sighting, object: identity },
  ]);
  expect(statementsOf(delivery, DIGGING)).toEqual([
    { relation: 'on-platform', subject: DIGGING, object: { literal: 'Barn OS' } },
    { relation: 'on-platform', subject: DIGGING, object: { literal: 'Coop' } },
    { relation: 'in-tactic', subject: DIGGING, object: BREACH },
    { relation: IDENTIFIED_BY, subject: DIGGING, object: 'x-attack-number--technique--T9001' },
  ]);
});

test('a phase finds the tactic of its own kill chain; one that nobody describes stays a word', () => {
  const tactic = (number: number, domain: string): RawObject =>
    object('x-mitre-tactic', number, { x_mitre_shortname: 'collect', x_mitre_domains: [domain] });
  const phases = ['mitre-ics-attack', 'mitre-attack', 'farm-chain'].map((chain) => ({
    kill_chain_name: chain,
    phase_name: 'collect',
  }));
  const technique = object('attack-pattern', 3, { kill_chain_phases: phases });
  const delivery = read(tactic(1, 'enterprise-attack'), tactic(2, 'ics-attack'), technique);
  expect(statementsOf(delivery, DIGGING).map(({ relation, object: what }) => [relation, what])).toEqual([
    ['in-tactic', idOf('x-mitre-tactic', 2)],
    ['in-tactic', idOf('x-mitre-tactic', 1)],
    ['in-phase', { literal: 'farm-chain: collect' }],
    ['in-tactic', 'x-kill-chain-phase--farm-chain--collect'],
  ]);
});

test.for([
  ['a fitting one', 'attack-pattern', 'mitre-attack', 'T9001', 'T9001'],
  ['one of the old mobile matrix', 'attack-pattern', 'mitre-mobile-attack', 'T9001', 'T9001'],
  ['one of the old ICS matrix', 'malware', 'mitre-ics-attack', 'S9001', 'S9001'],
  ['a technique number on a mitigation', 'course-of-action', 'mitre-attack', 'T9001', ''],
  ['somebody else’s number', 'attack-pattern', 'capec', 'T9001', ''],
] as const)('the label is the ATT&CK id: %s', ([, type, source, id, label]) => {
  const delivery = read(
    object(type, 1, { name: 'x', external_references: [{ source_name: source, external_id: id }] }),
  );
  expect(delivery.objects[0]?.entity?.label).toBe(label);
});

test.for([
  [
    'in another case',
    'attack-pattern',
    { source_name: 'MITRE-ATTACK', external_id: 't9001.001' },
    'T9001.001',
  ],
  ['in words', 'attack-pattern', { source_name: 'MITRE ATT&CK (Enterprise)', external_id: 'T9001' }, 'T9001'],
  [
    'as the address of its page',
    'attack-pattern',
    { source_name: 'MITRE ATT&CK', external_id: 'https://attack.mitre.org/techniques/T9001/001/' },
    'T9001.001',
  ],
  ['before its name', 'malware', { source_name: 'mitre-attack', external_id: 'S9001: BADGERDROP' }, 'S9001'],
  [
    'before the name of another kind',
    'tool',
    { source_name: 'mitre-attack', external_id: 'T9001: Digging' },
    '',
  ],
  [
    'in an address',
    'attack-pattern',
    { source_name: 'attack', url: 'https://attack.mitre.org/techniques/T9001/001' },
    'T9001.001',
  ],
  ['of malware described as such', 'malware', { source_name: 'mitre', external_id: 'S9001' }, 'S9001'],
  ['on a threat actor', 'threat-actor', { source_name: 'mitre-attack', external_id: 'G0901' }, 'G0901'],
  ['on a report', 'report', { source_name: 'mitre-attack', external_id: 'T9001' }, ''],
  ['on an identity', 'identity', { source_name: 'mitre-attack', external_id: 'G0901' }, ''],
  [
    'in the address of a page that is only cited',
    'malware',
    { source_name: 'Farm Gazette', url: 'https://attack.mitre.org/software/S9001/' },
    '',
  ],
  ['of a matrix', 'x-mitre-matrix', { source_name: 'mitre-attack', external_id: 'ics-attack' }, 'ics-attack'],
] as const)('a number is recognised as sources write it: %s', ([, type, reference, label]) => {
  const [thing] = read(object(type, 1, { name: 'x', external_references: [reference] })).objects;
  expect(thing?.entity?.label).toBe(label);
});

test.for([
  [
    'intrusion-set',
    'Wily Weasel - G0901',
    { name: 'Wily Weasel', label: 'G0901', aliases: ['Wily Weasel - G0901'] },
  ],
  [
    'threat-actor',
    'Wily Weasel (G0901)',
    { name: 'Wily Weasel', label: 'G0901', aliases: ['Wily Weasel (G0901)'] },
  ],
  ['attack-pattern', 'T9001.001', { name: 'T9001.001', label: 'T9001.001', aliases: [] }],
  ['attack-pattern', 't9001: Digging', { name: 'Digging', label: 'T9001', aliases: ['t9001: Digging'] }],
  ['attack-pattern', 'Wily Weasel - G0901', { name: 'Wily Weasel - G0901', label: '', aliases: [] }],
  ['malware', 'T9000', { name: 'T9000', label: '', aliases: [] }],
  ['indicator', 'T9001', { name: 'T9001', label: '', aliases: [] }],
] as const)('a number in a name: %s %s', ([type, name, entity]) => {
  expect(read(object(type, 1, { name })).objects[0]?.entity).toEqual(entity);
});

test.for([
  [['T9001', 'T9001.001'], 'x', 'T9001.001'],
  [['T9001', 'T9002.001'], 'x', 'T9001'],
  [['G0901', 'T9002'], 'x', 'T9002'],
  [['T9001'], 'T9001.002: Burrowing', 'T9001.002'],
  [['T9001'], 'T9002: Burrowing', 'T9001'],
] as const)('of several numbers %o on %s one leads: %s', ([ids, name, label]) => {
  const external_references = ids.map((external_id) => ({ source_name: 'mitre-attack', external_id }));
  expect(read(object('attack-pattern', 1, { name, external_references })).objects[0]?.entity?.label).toBe(
    label,
  );
});

test.for([
  ['intrusion-set', 'G0901', ['x-attack-number--group--G0901']],
  ['threat-actor', 'G0901', ['x-attack-number--group--G0901']],
  ['malware', 'S9001', ['x-attack-number--software--S9001']],
  ['tool', 'S9001', ['x-attack-number--software--S9001']],
  ['course-of-action', 'T9001', []],
  ['x-mitre-matrix', 'ics-attack', []],
] as const)('a thing is known by its kind and number: %s %s', ([type, label, keys]) => {
  const delivery = read(labelled(type, 1, label, 'x'));
  expect(keysOf(delivery, idOf(type, 1))).toEqual(keys);
});

function keysOf(delivery: Delivery, id: string): readonly unknown[] {
  return statementsOf(delivery, id)
    .filter(({ relation }) => relation === IDENTIFIED_BY)
    .map(({ object: key }) => key);
}

test.for([
  [
    'its own domains',
    { x_mitre_domains: ['enterprise-attack', 'ics-attack'] },
    [],
    ['mitre-attack', 'mitre-ics-attack'],
  ],
  ['those of the matrix that lists it', {}, ['mobile-attack'], ['mitre-mobile-attack']],
  ['nobody’s', {}, [], []],
] as const)('a tactic is known by the kill chains of %s', ([, fields, domains, chains]) => {
  const tactic = labelled('x-mitre-tactic', 6, 'TA9001', 'Breach', {
    x_mitre_shortname: 'breach',
    ...fields,
  });
  const matrices = domains.map((domain) =>
    labelled('x-mitre-matrix', 7, domain, 'M', { tactic_refs: [BREACH] }),
  );
  expect(keysOf(read(tactic, ...matrices), BREACH)).toEqual([
    'x-attack-number--tactic--TA9001',
    ...chains.map((chain) => `x-kill-chain-phase--${chain}--breach`),
  ]);
});

test('a technique of somebody’s own is in the tactic of ATT&CK that its phase means, however spelt', () => {
  const phases = [{ kill_chain_name: 'MITRE ATT&CK', phase_name: 'Initial Access' }];
  const delivery = read(object('attack-pattern', 3, { name: 'Digging', kill_chain_phases: phases }));
  expect(statementsOf(delivery, DIGGING).map(({ relation, object: what }) => [relation, what])).toEqual([
    ['in-phase', { literal: 'MITRE ATT&CK: Initial Access' }],
    ['in-tactic', 'x-kill-chain-phase--mitre-attack--initial-access'],
  ]);
  expect(delivery.issues).toEqual([]);
});

test.for([
  ['MITRE as author', { created_by_ref: 'identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5' }],
  ['TLP 2.0', { object_refs: ['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487'] }],
  ['TLP 1', { object_refs: ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9'] }],
  ['MITRE’s copyright', { object_refs: ['marking-definition--fa42a846-8d90-4e51-bc29-71d5b4802168'] }],
] as const)('no remark is made on what everybody knows: %s', ([, fields]) => {
  expect(read(object('report', 1, { name: 'Night of the Weasel', ...fields })).issues).toEqual([]);
});

test('one reference to nothing is one', () => {
  const { issues, referredTo } = read(object('report', 1, { name: 'x', object_refs: [WEASEL] }));
  expect(issues.map(({ code, message }) => [code, message])).toEqual([
    ['I113', `1 object is referred to but described nowhere in this source: ${WEASEL}.`],
  ]);
  expect(referredTo).toEqual(new Map([[WEASEL, idOf('report', 1)]]));
});

test('aliases are listed once, and not the name again', () => {
  const delivery = read(
    object('malware', 1, {
      name: 'Brock',
      aliases: ['Brock', 'Old Grey', ''],
      x_mitre_aliases: ['Old Grey', ' Stripes '],
    }),
  );
  expect(delivery.objects[0]?.entity).toEqual({ name: 'Brock', label: '', aliases: ['Old Grey', 'Stripes'] });
});

test.for([
  [{}, undefined],
  [{ revoked: true }, 'revoked'],
  [{ x_mitre_deprecated: true }, 'deprecated'],
  [{ revoked: true, x_mitre_deprecated: true }, 'revoked'],
  [{ revoked: false, x_mitre_deprecated: false }, undefined],
] as const)('%o is withdrawn: %s', ([fields, withdrawn]) => {
  expect(read({ ...SOUND, ...fields }).objects[0]?.withdrawn).toBe(withdrawn);
});

const MATRIX = labelled('x-mitre-matrix', 1, 'ics-attack', 'ATT&CK for ICS');
const REPORT = object('report', 2, { name: 'Night of the Weasel' });

test.for([
  [
    'a release of ATT&CK',
    [release('18.1')],
    {},
    'attack',
    'Enterprise ATT&CK 18.1',
    'enterprise-attack',
    '18.1',
  ],
  ['ATT&CK in STIX 2.0', [MATRIX], {}, 'attack', 'ICS ATT&CK', 'ics-attack', undefined],
  ['… its release given', [MATRIX], { release: '18.1' }, 'attack', 'ICS ATT&CK 18.1', 'ics-attack', '18.1'],
  ['a report', [REPORT, MATRIX], {}, 'vendor-report', 'Night of the Weasel', undefined, undefined],
  ['anything', [SOUND], {}, 'feed', 'test.json', undefined, undefined],
  [
    '… its kind given',
    [SOUND],
    { kind: 'incident', name: 'Case 7' },
    'incident',
    'Case 7',
    undefined,
    undefined,
  ],
  [
    'somebody’s collection',
    [object('x-mitre-collection', 7, { name: 'Farm', x_mitre_version: '2' })],
    {},
    'feed',
    'Farm 2',
    idOf('x-mitre-collection', 7),
    '2',
  ],
] as const)('a source is recognised: %s', ([, objects, given, kind, name, series, version]) => {
  const { source } = readBundle(bundle(...objects), { ...about('test'), ...given });
  expect([source.kind, source.name, source.series, source.release]).toEqual([kind, name, series, version]);
});

test('names that JavaScript gives meaning to are harmless', () => {
  const hostile: unknown = JSON.parse(
    `{"type": "tool", "id": "${ID}", "name": "constructor", "__proto__": {"polluted": true}, "aliases": ["__proto__", "toString"]}`,
  );
  const delivery = read(hostile, relationship(1, ID, '__proto__', FENCE), ...FARM.attack);
  expect(delivery.objects[0]?.entity?.aliases).toEqual(['__proto__', 'toString']);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as RawObject)['polluted']).toBeUndefined();
});

test('what is searched: name as title; label, aliases, description, log sources as body', () => {
  const delivery = read(
    labelled('x-mitre-analytic', 1, 'AN9001', 'Analytic', {
      description: 'Listen at the gate.',
      x_mitre_log_source_references: [{ name: 'gate:hinge', channel: 'creak' }],
      x_mitre_mutable_elements: [{ field: 'Loudness', description: 'In decibel' }],
    }),
    relationship(2, WEASEL, 'uses', DIGGING, { description: 'It digs.' }),
  );
  expect(delivery.objects.map(({ text }) => text)).toEqual([
    {
      title: 'Analytic',
      body: 'AN9001\nListen at the gate.\nAN9001\ngate:hinge\ncreak\nLoudness\nIn decibel',
    },
    { title: '', body: 'It digs.' },
  ]);
});
