import { expect, test } from 'vitest';
import { writeLayer } from '../../../src/export/index.ts';
import { readLayers } from '../../../src/intake/index.ts';
import type { MemoryKnowledgeBase } from '../../../src/knowledge/index.ts';
import { cellOf, layerOf } from '../../../src/threat/index.ts';
import { releaseTarget } from '../../../src/workbench/releases/migrate.ts';
import { migrateDocument } from '../../support/migrate-document.ts';
import { delivered, labelled, release } from '../../support/world/build.ts';
import { knowledgeOf } from '../../support/desk.ts';

/** Releases that have nothing but a technique for each of their platforms. */
function releasesWith(platforms: Readonly<Record<string, readonly string[]>>): MemoryKnowledgeBase {
  const releases = Object.entries(platforms).map(([version, names]) => {
    const techniques = names.map((name, index) =>
      labelled('attack-pattern', index + 1, `T900${index}`, `Invented for ${name}`, {
        x_mitre_domains: ['enterprise-attack'],
        x_mitre_platforms: [name],
        modified: `20${version.split('.')[0]}-01-01T00:00:00.000Z`,
      }),
    );
    return delivered(version, release(version), ...techniques);
  });
  return knowledgeOf(...releases);
}

const OF_14 = [
  'Windows',
  'Linux',
  'macOS',
  'Network',
  'PRE',
  'Containers',
  'IaaS',
  'Azure AD',
  'Office 365',
  'SaaS',
];
const OF_18 =
  'Containers|ESXi|IaaS|Identity Provider|Linux|Network Devices|Office Suite|PRE|SaaS|Windows|macOS'.split(
    '|',
  );

/** What a layer of a release is filtered by, carried to another. */
function carried(
  base: MemoryKnowledgeBase,
  from: string | undefined,
  to: string,
  platforms: readonly string[],
) {
  const layer = layerOf({
    name: 'x',
    domain: 'enterprise-attack',
    ...(from === undefined ? {} : { release: from }),
    filters: { platforms },
    cells: [cellOf({ technique: 'T9000', score: 1 })],
  });
  const { text, entries } = migrateDocument('x.json', writeLayer(layer), releaseTarget(base, to));
  const [read] = readLayers(JSON.parse(text)).layers;
  return {
    platforms: read?.filters?.platforms,
    said: entries.map(({ kind, standing, to: what }) => [kind, standing, ...what].join(' ')),
    kept: read?.annotations.flatMap((entry) =>
      'value' in entry && entry.name.startsWith('platforms') ? [entry.value] : [],
    ),
  };
}

const only18 = releasesWith({ '18.1': OF_18 });

test.for([
  [
    ['Azure AD', 'Office 365'],
    ['Identity Provider', 'Office Suite'],
  ],
  [['Office 365', 'Google Workspace'], ['Office Suite']],
  [
    ['windows', 'mac'],
    ['Windows', 'macOS'],
  ],
  [
    ['AWS', 'Windows'],
    ['IaaS', 'Windows'],
  ],
  [['Windows', 'Mainframe'], ['Windows']],
  [['Mainframe'], undefined],
  [[...OF_14, 'Google Workspace'], undefined],
  [
    ['Windows', 'Linux'],
    ['Windows', 'Linux'],
  ],
] as const)('%o of 14 is %o in 18.1', ([platforms, expected]) => {
  const { platforms: there, said, kept } = carried(only18, '14', '18.1', platforms);
  expect(there).toEqual(expected);
  const isSame = JSON.stringify(platforms) === JSON.stringify(expected);
  expect(said.length > 0).toBe(!isSame);
  expect(kept).toEqual(isSame ? [] : [platforms.join(', ')]);
});

test('what was chosen and what was everything depends on the release of the layer', () => {
  const withoutEsxi = OF_18.filter((name) => name !== 'ESXi');
  expect(carried(only18, '16', '18.1', withoutEsxi).platforms).toBeUndefined();
  expect(carried(only18, '17', '18.1', withoutEsxi).platforms).toEqual(withoutEsxi);
  expect(carried(only18, undefined, '18.1', withoutEsxi).platforms).toEqual(withoutEsxi);
});

test('back to an older release, by its own names', () => {
  const base = releasesWith({ '14.1': [...OF_14, 'Google Workspace'], '18.1': OF_18 });
  expect(carried(base, '18', '14.1', ['Office Suite', 'ESXi'])).toMatchObject({
    platforms: ['Google Workspace', 'Office 365'],
    said: ['platform resolved Google Workspace Office 365', 'platform dropped'],
  });
});

test('a platform that nobody knew is new, or was left out, by the releases that are loaded', () => {
  const base = releasesWith({ '30.0': ['Windows', 'Balloon'], '31.0': ['Windows', 'Balloon', 'Kite'] });
  expect(carried(base, '30', '31.0', ['Windows', 'Balloon']).platforms).toBeUndefined();
  expect(carried(base, '30', '31.0', ['Windows']).platforms).toEqual(['Windows']);
  expect(carried(base, '18', '31.0', ['Windows']).platforms).toBeUndefined();
});
