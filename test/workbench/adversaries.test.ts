import { expect, test } from 'vitest';
import { compareNamed } from '../../src/workbench/groups/compare.ts';
import { detectionsOf } from '../../src/workbench/techniques/detections.ts';
import { mitigationsOf } from '../../src/workbench/techniques/mitigations.ts';
import { explain } from '../../src/workbench/explanation/explain.ts';
import { groupLayers } from '../../src/workbench/layers/layers.ts';
import { groupProfile } from '../../src/workbench/groups/profile.ts';
import { groupTimeline } from '../../src/workbench/groups/timeline.ts';
import { techniquesUsedBy } from '../../src/workbench/techniques/techniques.ts';
import { victimsOf } from '../../src/workbench/groups/victims.ts';
import type { Desk } from '../../src/desk/index.ts';
import { delivered, idOf, object, relationship } from '../support/world/build.ts';
import { BURROWING, DIGGING, FARM, RAID } from '../support/world/cast.ts';
import { deskOver, knowledgeOf } from '../support/desk.ts';

const EGRET = idOf('threat-actor', 31);

/** The farm, where a report has a threat actor (and of the identity behind it) and a campaign of its own. */
function desk(pack = 'standard'): Desk {
  const objects = [
    ...FARM.attack,
    object('threat-actor', 31, { name: 'Grey Egret', threat_actor_types: ['spy'], aliases: ['Marsh Spy'] }),
    object('identity', 32, { name: 'Grey Egret', identity_class: 'group' }),
    object('identity', 33, { name: 'Creamery', identity_class: 'organization' }),
    object('campaign', 34, { name: 'Reed Cutting', first_seen: '2022-05-01T00:00:00Z' }),
    object('x-mitre-detection-strategy', 35, {
      name: 'Molehills',
      external_references: [{ source_name: 'mitre-attack', external_id: 'DET9001' }],
    }),
    relationship(40, EGRET, 'uses', DIGGING, { description: 'Grey Egret digs.' }),
    relationship(41, EGRET, 'attributed-to', idOf('identity', 32)),
    relationship(42, EGRET, 'targets', idOf('identity', 33), {
      description: 'Grey Egret struck the Creamery.',
    }),
    relationship(43, idOf('campaign', 34), 'attributed-to', EGRET),
    relationship(44, idOf('campaign', 34), 'uses', BURROWING, { description: 'They burrowed.' }),
    relationship(45, idOf('x-mitre-detection-strategy', 35), 'detects', DIGGING),
    relationship(46, RAID, 'uses', DIGGING),
  ];
  return deskOver(knowledgeOf(delivered('farm', ...objects)), {}, pack);
}

const labels = (things: readonly { readonly label: string }[]): readonly string[] =>
  things.map(({ label }) => label);

test('a threat actor is profiled like a group, though an identity has its name', () => {
  const { answer } = groupProfile(desk(), 'grey egret');
  const { group, techniques, campaigns, mitigations, detections, aliases } = answer;
  expect(group.type).toBe('threat-actor');
  expect(techniques.map(({ technique, use, score }) => [technique.label, use, score])).toEqual([
    ['T9001', 'direct', expect.any(Number)],
    ['T9001.001', 'derived', expect.any(Number)],
  ]);
  expect(campaigns.map(({ campaign }) => campaign.name)).toEqual(['Reed Cutting']);
  expect(labels(mitigations.map(({ defence }) => defence))).toEqual(['M9001']);
  expect(labels(detections.map(({ defence }) => defence))).toEqual(['DET9001']);
  expect(aliases.map(({ name }) => name)).toEqual(['Marsh Spy']);
});

test.for([
  ['Grey Egret', ['M9001'], ['DET9001']],
  ['Night Raid', ['M9001'], ['DET9001']],
  ['Reed Cutting', [], []],
  ['Wily Weasel', ['M9001'], ['DET9001']],
] as const)('defences relevant to %s', ([name, mitigations, detections]) => {
  expect(labels(mitigationsOf(desk(), name).answer.mitigations.map(({ defence }) => defence))).toEqual(
    mitigations,
  );
  expect(labels(detectionsOf(desk(), name).answer.detections.map(({ defence }) => defence))).toEqual(
    detections,
  );
});

test('whom a threat actor and a campaign attack', () => {
  expect(victimsOf(desk(), 'Grey Egret').answer.traits.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    'organisation Creamery',
  ]);
  expect(victimsOf(desk(), 'Night Raid').answer).toMatchObject({ firstSeen: '2021-02-03', traits: [] });
});

test('timelines, layers and comparisons take threat actors and campaigns', () => {
  const { undated, campaigns } = groupTimeline(desk(), 'Grey Egret').answer;
  expect(labels(undated.map(({ technique }) => technique))).toEqual(['T9001', 'T9001.001']);
  expect(campaigns.map(({ campaign }) => campaign.name)).toEqual(['Reed Cutting']);
  expect(groupTimeline(desk(), 'Reed Cutting').answer.undated.map(({ sentence }) => sentence)).toEqual([
    'They burrowed.',
  ]);
  expect(groupLayers(desk(), ['Grey Egret']).notes).toEqual([]);
  const { pairs } = compareNamed(desk(), ['Grey Egret', 'Night Raid', 'Wily Weasel'], {
    derived: true,
  }).answer;
  expect(pairs).toHaveLength(3);
});

test('why a mitigation is relevant to a threat actor is explained', () => {
  const [explanation] = explain(desk(), 'Grey Egret', 'M9001').answer.explanations;
  expect(explanation).toMatchObject({ status: 'derived', fact: { relation: 'relevant-mitigation' } });
});

test('by the reference pack defences are those that it derives, and a note says where it derives none', () => {
  const reference = desk('reference');
  expect(labels(mitigationsOf(reference, 'G0901').answer.mitigations.map(({ defence }) => defence))).toEqual([
    'M9001',
  ]);
  expect(mitigationsOf(reference, 'G0901').notes).toEqual([]);
  expect(detectionsOf(reference, 'G0901')).toMatchObject({
    answer: { detections: [] },
    notes: [expect.stringMatching(/^No rule in force derives which detection strategies are relevant/u)],
  });
  const { answer, notes } = groupProfile(reference, 'G0901');
  expect(answer.mitigations).toHaveLength(1);
  expect(notes).toEqual([expect.stringMatching(/^No rule in force derives which detection strategies/u)]);
});

test.for([
  [
    'mitigations',
    () => mitigationsOf(desk(), 'T9001.001').notes,
    /^No source in view reports a mitigation that mitigates Burrowing/u,
  ],
  [
    'mitigations',
    () => mitigationsOf(desk(), 'Reed Cutting').notes,
    /a mitigation that mitigates any of the 1 techniques? that Reed Cutting/u,
  ],
  [
    'techniques',
    () => techniquesUsedBy(desk(), ['G0901']).notes,
    /^No source reports techniques of it; some follow from its software/u,
  ],
] as const)('where no %s are found, a note says why', ([, notes, why]) => {
  expect(notes()).toEqual([expect.stringMatching(why)]);
});
