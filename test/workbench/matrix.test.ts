import { expect, test } from 'vitest';
import { matrixTables } from '../../src/report/index.ts';
import { matricesInView } from '../../src/workbench/techniques/matrix.ts';
import { knowledgeOf } from '../support/desk.ts';
import {
  delivered,
  idOf,
  labelled,
  object,
  relationship,
  tactic,
  technique,
  type RawObject,
} from '../support/world/build.ts';

const domain = { x_mitre_domains: ['enterprise-attack'] };
const on = (...platforms: readonly string[]): RawObject => ({ ...domain, x_mitre_platforms: platforms });

const office = delivered(
  'office',
  labelled('x-mitre-matrix', 1, 'enterprise-attack', 'Example Office', {
    tactic_refs: [idOf('x-mitre-tactic', 2), idOf('x-mitre-tactic', 1)],
    ...domain,
  }),
  tactic(1, 'TA9001', 'Filing'),
  tactic(2, 'TA9002', 'Shredding'),
  technique(1, 'T9001', 'Shuffling', ['filing', 'shredding'], on('Windows', 'Linux')),
  technique(2, 'T9001.001', 'Fanning', ['filing'], on('Linux')),
  technique(3, 'T9002', 'Confetti', ['shredding'], on('Azure')),
  technique(4, 'T9003', 'Old Habit', ['filing'], { ...on('Windows'), x_mitre_deprecated: true }),
  object('attack-pattern', 5, {
    name: 'Without a number',
    kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'filing' }],
  }),
  relationship(1, idOf('attack-pattern', 2), 'subtechnique-of', idOf('attack-pattern', 1)),
);

const matrices = (...platforms: readonly string[]): ReturnType<typeof matricesInView> =>
  matricesInView({ view: knowledgeOf(office).view() }, { platforms });

test('a matrix has its tactics in order, each technique once, and a parent for each sub-technique', () => {
  expect(matrices().answer).toEqual({
    platforms: [],
    matrices: [
      {
        domain: 'enterprise-attack',
        name: 'Example Office',
        parents: 2,
        subtechniques: 1,
        tactics: [
          {
            label: 'TA9002',
            shortName: 'shredding',
            name: 'Shredding',
            parents: 2,
            subtechniques: 0,
            techniques: ['T9002', 'T9001'],
          },
          {
            label: 'TA9001',
            shortName: 'filing',
            name: 'Filing',
            parents: 1,
            subtechniques: 1,
            techniques: ['T9001', 'T9001.001'],
          },
        ],
        techniques: [
          { label: 'T9001', name: 'Shuffling', platforms: ['Linux', 'Windows'] },
          { label: 'T9001.001', name: 'Fanning', parent: 'T9001', platforms: ['Linux'] },
          { label: 'T9002', name: 'Confetti', platforms: ['Azure'] },
        ],
      },
    ],
  });
});

test.for([
  [['linux'], ['T9001', 'T9001.001']],
  [['win'], ['T9001']],
  // What earlier releases called Azure.
  [['IaaS'], ['T9002']],
  [
    ['win', 'IaaS'],
    ['T9001', 'T9002'],
  ],
  [['macOS'], []],
] as const)('on %s: %s', ([platforms, labels]) => {
  const [matrix] = matrices(...platforms).answer.matrices;
  expect(matrix?.techniques.map(({ label }) => label)).toEqual(labels);
  // Columns stay, also those in which nothing is left.
  expect(matrix?.tactics.map(({ shortName }) => shortName)).toEqual(['shredding', 'filing']);
});

test('a matrix of somebody’s own stands behind those of ATT&CK', () => {
  const base = knowledgeOf(
    delivered('own', labelled('x-mitre-matrix', 9, 'barn-attack', 'Our Barn', { tactic_refs: [] })),
    office,
  );
  const { answer } = matricesInView({ view: base.view() }, { platforms: [] });
  expect(answer.matrices.map(({ domain: of, name }) => [of, name])).toEqual([
    ['enterprise-attack', 'Example Office'],
    ['barn-attack', 'Our Barn'],
  ]);
});

test('a platform that there is not is refused', () => {
  expect(() => matrices('abacus')).toThrow('W691');
});

test('without a matrix in view a note says how to get one', () => {
  const { answer, notes } = matricesInView({ view: knowledgeOf().view() }, { platforms: [] });
  expect(answer.matrices).toEqual([]);
  expect(notes).toEqual(['No matrix is in view: `foeprint sync` loads ATT&CK.']);
});

test('its table has a row for each place', () => {
  const [places] = matrixTables(matrices().answer);
  expect(places?.rows.map((row) => [row[1], row[4], row[5], row[6]])).toEqual([
    ['TA9002', 'Confetti', '', 'Azure'],
    ['TA9002', 'Shuffling', '', 'Linux, Windows'],
    ['TA9001', 'Shuffling', '', 'Linux, Windows'],
    ['TA9001', 'Fanning', 'T9001', 'Linux'],
  ]);
});
