import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { matrixOf } from '../../src/analysis/index.ts';
import { readBundle } from '../../src/intake/index.ts';
import type { KnowledgeView } from '../../src/knowledge/index.ts';
import { about, bundle, idOf, labelled, relationship, tactic, technique } from '../support/world/build.ts';
import { knowledgeOf } from '../support/desk.ts';

const office = bundle(
  labelled('x-mitre-matrix', 1, 'enterprise-attack', 'Example Office', {
    tactic_refs: [idOf('x-mitre-tactic', 2), idOf('x-mitre-tactic', 1), idOf('x-mitre-tactic', 9)],
    x_mitre_domains: ['enterprise-attack'],
  }),
  tactic(1, 'TA9001', 'Filing'),
  tactic(2, 'TA9002', 'Shredding and Disposal', { x_mitre_shortname: 'shredding' }),
  technique(1, 'T9001', 'shuffling', ['filing', 'shredding']),
  technique(2, 'T9001.002', 'Carbon Copies', ['filing']),
  technique(3, 'T9001.001', 'Fanning', ['filing', 'shredding']),
  technique(4, 'T9002', 'Confetti', ['shredding']),
  technique(5, 'T9003', 'Old Habit', ['filing'], { x_mitre_deprecated: true }),
  relationship(1, idOf('attack-pattern', 2), 'subtechnique-of', idOf('attack-pattern', 1)),
  relationship(2, idOf('attack-pattern', 3), 'subtechnique-of', idOf('attack-pattern', 1)),
);

function viewOf(content: unknown, name: string): KnowledgeView {
  return knowledgeOf(readBundle(content, about(name))).view();
}

test('tactics in the order of the matrix, techniques by name, sub-techniques where they serve', () => {
  expect(matrixOf(viewOf(office, 'office'), 'enterprise-attack')).toEqual({
    domain: 'enterprise-attack',
    name: 'Example Office',
    tactics: [
      {
        id: 'TA9002',
        shortName: 'shredding',
        name: 'Shredding and Disposal',
        techniques: [
          { id: 'T9002', name: 'Confetti', subtechniques: [] },
          { id: 'T9001', name: 'shuffling', subtechniques: [{ id: 'T9001.001', name: 'Fanning' }] },
        ],
      },
      {
        id: 'TA9001',
        shortName: 'filing',
        name: 'Filing',
        techniques: [
          {
            id: 'T9001',
            name: 'shuffling',
            subtechniques: [
              { id: 'T9001.001', name: 'Fanning' },
              { id: 'T9001.002', name: 'Carbon Copies' },
            ],
          },
        ],
      },
    ],
  });
});

test('a domain that is not in view has no matrix', () => {
  expect(matrixOf(viewOf(office, 'office'), 'mobile-attack')).toBeUndefined();
});

const shared = new URL('../../../shared/data/attack/', import.meta.url);
const isThere = existsSync(shared);
if (!isThere) console.warn('matrix: skipping the published matrices, ../shared is not there.');

describe.skipIf(!isThere)('published matrices', () => {
  test.for([
    ['enterprise-attack', 14, 'reconnaissance', 'impact', 'defense-evasion', 47, 168],
    ['mobile-attack', 12, 'initial-access', 'impact', 'defense-evasion', 17, 16],
    ['ics-attack', 12, 'initial-access', 'impact', 'evasion', 7, 0],
  ] as const)('%s 18.1', ([domain, tactics, first, last, evasion, techniques, subtechniques]) => {
    const text = gunzipSync(readFileSync(new URL(`${domain}-18.1.json.gz`, shared))).toString('utf8');
    const matrix = matrixOf(viewOf(JSON.parse(text), domain), domain);
    const names = matrix?.tactics.map(({ shortName }) => shortName) ?? [];
    expect([matrix?.release, names.length, names[0], names.at(-1)]).toEqual(['18.1', tactics, first, last]);
    const column = matrix?.tactics.find(({ shortName }) => shortName === evasion);
    expect(column?.techniques.length).toBe(techniques);
    expect(column?.techniques.flatMap((one) => one.subtechniques).length).toBe(subtechniques);
  });
});
