import { expect, test } from 'vitest';
import { IDENTIFIED_BY } from '../../src/facts/index.ts';
import { readBundle } from '../../src/intake/index.ts';
import { about, bundle, idOf, object } from '../support/world/build.ts';
import { DIGGING, FARM } from '../support/world/cast.ts';
import { knowledgeOf } from '../support/desk.ts';

const FLOW = idOf('attack-flow', 50);
const DIG = idOf('attack-action', 51);
const DUG = idOf('attack-condition', 52);
const BOTH = idOf('attack-operator', 53);
const STEAL = idOf('attack-action', 54);
const HEN = idOf('attack-asset', 55);

const RAID = [
  object('attack-flow', 50, { name: 'Raid on a henhouse', scope: 'incident', start_refs: [DIG] }),
  object('attack-action', 51, {
    name: 'Dig',
    technique_id: 'T9001',
    technique_ref: DIGGING,
    tactic_id: 'TA9001',
    effect_refs: [DUG],
  }),
  object('attack-condition', 52, {
    description: 'There is a hole.',
    on_true_refs: [BOTH],
    on_false_refs: [DIG],
  }),
  object('attack-operator', 53, { operator: 'AND', effect_refs: [STEAL] }),
  object('attack-action', 54, { name: 'Steal', technique_id: '9001.001', asset_refs: [HEN] }),
  object('attack-asset', 55, { name: 'Hen', object_ref: idOf('infrastructure', 56) }),
];

test('a flow reports what was done, with which technique, to what, and in which order', () => {
  const { objects, issues } = readBundle(bundle(...RAID), about('flow'));
  const facts = objects
    .flatMap(({ statements }) => statements)
    .filter(({ relation }) => relation !== IDENTIFIED_BY);
  expect(facts.map(({ subject, relation, object: other }) => [subject, relation, other])).toEqual([
    [FLOW, 'starts-with', DIG],
    [DIG, 'carries-out', DIGGING],
    [DIG, 'carries-out', 'x-attack-number--technique--T9001'],
    [DIG, 'mentions', 'x-attack-number--tactic--TA9001'],
    [DIG, 'leads-to', DUG],
    [DUG, 'leads-to', BOTH],
    [DUG, 'leads-to', DIG],
    [BOTH, 'leads-to', STEAL],
    [STEAL, 'carries-out', 'x-attack-number--technique--T9001.001'],
    [STEAL, 'acts-on', HEN],
    [HEN, 'mentions', idOf('infrastructure', 56)],
  ]);
  expect(issues.map(({ code }) => code)).toEqual(['I113']);
  expect(objects.map(({ entity }) => entity?.name)).toEqual([
    'Raid on a henhouse',
    'Dig',
    'There is a hole.',
    'AND',
    'Steal',
    'Hen',
  ]);
});

test('its actions become facts about the techniques that others describe, by number alone too', () => {
  const { catalogue, facts } = knowledgeOf(
    readBundle(bundle(...FARM.attack), about('farm')),
    readBundle(bundle(...RAID), about('flow')),
  ).view();
  const carried = facts.relations.get('carries-out');
  const rows = Array.from({ length: carried?.size ?? 0 }, (_, row) =>
    [0, 1].map((column) => catalogue.name(carried?.columns[column]?.[row] ?? -1)),
  );
  expect(rows).toEqual([
    ['Dig', 'Digging'],
    ['Steal', 'Burrowing'],
  ]);
});

test.for([
  ['attack-pattern', 'mitre-atlas', 'AML.T9000', 'AML.T9000'],
  ['x-mitre-tactic', 'mitre-atlas', 'AML.TA9000', 'AML.TA9000'],
  ['course-of-action', 'NIST 800-53 Revision 5', 'AC-2', 'AC-2'],
  ['malware-behavior', 'mitre-mbc', 'B9001', 'B9001'],
  ['attack-pattern', 'capec', 'CAPEC-9163', 'CAPEC-9163'],
  ['vulnerability', 'capec', 'CAPEC-9163', ''],
  ['report', 'mitre-atlas', 'AML.T9000', ''],
] as const)('%s of %s is labelled with the id %s: “%s”', ([type, source_name, external_id, label]) => {
  const thing = object(type, 1, { name: 'x', external_references: [{ source_name, external_id }] });
  const [read] = readBundle(bundle(thing), about('x')).objects;
  expect(read?.entity?.label).toBe(label);
  expect(read?.statements.filter(({ relation }) => relation === IDENTIFIED_BY)).toEqual([]);
});

test('an ATT&CK number goes before the id of another framework', () => {
  const external_references = [
    { source_name: 'capec', external_id: 'CAPEC-9163' },
    { source_name: 'mitre-attack', external_id: 'T9001' },
  ];
  const [read] = readBundle(bundle(object('attack-pattern', 1, { external_references })), about('x')).objects;
  expect(read?.entity?.label).toBe('T9001');
});

test('techniques of ATLAS stand in the tactics of ATLAS that the bundle describes', () => {
  const tactic = object('x-mitre-tactic', 1, { name: 'Reconnaissance', x_mitre_shortname: 'reconnaissance' });
  const phases = [{ kill_chain_name: 'mitre-atlas', phase_name: 'reconnaissance' }];
  const technique = object('attack-pattern', 2, { name: 'x', kill_chain_phases: phases });
  const { objects } = readBundle(bundle(tactic, technique), about('x'));
  expect(objects[1]?.statements).toEqual([
    { relation: 'in-tactic', subject: idOf('attack-pattern', 2), object: idOf('x-mitre-tactic', 1) },
  ]);
});
