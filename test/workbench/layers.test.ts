import { expect, test } from 'vitest';
import type { Delivery } from '../../src/facts/index.ts';
import { groupLayers } from '../../src/workbench/layers/layers.ts';
import { deskOver, knowledgeOf } from '../support/desk.ts';
import {
  type RawObject,
  delivered,
  idOf,
  labelled,
  object,
  relationship,
  release,
} from '../support/world/build.ts';
import { FARM } from '../support/world/cast.ts';

const phase = (killChain: string): RawObject => ({
  kill_chain_phases: [{ kill_chain_name: killChain, phase_name: 'breach' }],
});

test('techniques that no release in view has stand in the domain that they name, or else where their number may be', () => {
  const techniques = [
    labelled('attack-pattern', 71, 'T9071', 'New in a release to come'),
    labelled('attack-pattern', 72, 'T9072', 'Of telephones', phase('mitre-mobile-attack')),
    labelled('attack-pattern', 73, 'T9073', 'Of telephones, spelled otherwise', phase('MITRE Mobile ATT&CK')),
    labelled('attack-pattern', 74, 'T0974', 'Of plants, cited as ATT&CK cites itself'),
    labelled('attack-pattern', 75, 'T9075', 'Of the years before', phase('mitre-pre-attack')),
    object('attack-pattern', 76, { name: 'Without a number', ...phase('mitre-attack') }),
    labelled('attack-pattern', 77, 'T9001', 'Known to the release', phase('mitre-mobile-attack')),
  ];
  const report = [
    object('intrusion-set', 70, { name: 'Far Gull' }),
    ...techniques,
    ...techniques.map(({ id }, index) =>
      relationship(170 + index, idOf('intrusion-set', 70), 'uses', String(id)),
    ),
  ];
  const ofReport = delivered('report', ...report);
  const layersOf = (...known: readonly Delivery[]): unknown => {
    const { answer, notes } = groupLayers(deskOver(knowledgeOf(...known)), ['Far Gull']);
    return [
      answer.layers.map(({ domain, cells }) => [domain, cells.map(({ technique }) => technique)]),
      notes,
    ];
  };
  const mobile = ['mobile-attack', ['T9072', 'T9073']];
  const ics = ['ics-attack', ['T0974']];
  const note = ['1 technique without an ATT&CK id is left out.'];
  expect(layersOf(ofReport)).toEqual([
    [['enterprise-attack', ['T9071', 'T9075']], ['mobile-attack', ['T9001', 'T9072', 'T9073']], ics],
    note,
  ]);
  // With the release, what it has stands in the domains of the release.
  const ofRelease = delivered('farm', release('1.0'), ...FARM.attack);
  expect(layersOf(ofReport, ofRelease)).toEqual([
    [['enterprise-attack', ['T9001', 'T9071', 'T9075']], mobile, ics],
    note,
  ]);
});
