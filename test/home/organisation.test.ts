import { mkdir, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readCoverage, readOrganisation } from '../../src/home/index.ts';
import { hasRealFiles } from '../support/real-data.ts';
import { tarOf, textFilesOfTar } from '../support/tar.ts';
import { zipOf } from '../support/zip-of.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DETTECT = 'dettect/dettect-data-2026-06.tar.gz';
const SIGMA = 'sigma/sigmahq-rules-2026-08.tar.gz';
const LAYERS = ['navigator/Bear_APT.json', 'navigator/heatmap_layer.json'];
const SHARED = join(import.meta.dirname, '../../../shared/data');

/** Writes files into a folder of the test's own; gives the path of each. */
async function written(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Readonly<Record<string, string>>> {
  const folder = await temporaryFolder();
  const paths = Object.keys(files).map((name) => [name, join(folder, name)] as const);
  for (const [name, path] of paths) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, files[name] ?? '');
  }
  return Object.fromEntries(paths);
}

/** A DeTT&CT file with these lines for its techniques. */
const dettect = (techniques: string): string =>
  `version: 1.2\nfile_type: technique-administration\ntechniques:\n${techniques}`;

/** A layer with these techniques. */
const layer = (techniques: readonly object[], more: object = {}): string =>
  JSON.stringify({
    name: 'ours',
    domain: 'enterprise-attack',
    versions: { layer: '4.5', attack: '18' },
    techniques,
    ...more,
  });

describe('an organisation', () => {
  test('the sample is read without an issue, and so is its coverage', async () => {
    const { organisation, issues } = await readOrganisation('samples/org.yaml');
    expect(issues).toEqual([]);
    expect(organisation).toMatchObject({
      name: 'Kaltbach Telecom',
      sectors: ['telecommunications'],
      countries: ['LU', 'BE'],
      controls: { coverage: [resolve('samples/org-detections.yaml')] },
    });
    const { coverage, files, issues: more } = await readCoverage(organisation.controls.coverage);
    expect(more).toEqual([]);
    expect(files).toEqual([
      { file: resolve('samples/org-detections.yaml'), covered: 3, visible: 4, logSources: 0 },
    ]);
    // The newest score, and the mean of 4 on workstations and 1 on servers.
    expect(coverage.techniques.get('T1566.001')?.level).toBeCloseTo(3 / 5);
    expect(coverage.techniques.get('T1059.001')?.level).toBeCloseTo(2.5 / 5);
    expect(coverage.techniques.has('T1190')).toBe(false);
    expect(coverage.visibility.get('T1190')).toMatchObject({ level: 1 / 4, kind: 'visibility' });
  });

  test('paths are relative to the file, ~ is the user’s folder, a folder of coverage is one, too', async () => {
    const { 'x/org.yaml': file = '' } = await written({
      'x/org.yaml': `name: Farm\nsectors: food\ncontrols:\n  coverage: [../ours.json, ., ~/no/such.yaml, https://a.example/b.json]\n`,
      'ours.json': layer([]),
    });
    const { organisation, issues } = await readOrganisation(file);
    expect(organisation.controls.coverage).toEqual([join(file, '../../ours.json'), join(file, '..')]);
    expect(issues.map(({ code, place }) => [code, place?.file, place?.line, place?.column])).toEqual([
      ['I180', file, 4, 31],
      ['I180', file, 4, 47],
    ]);
    expect(homedir()).not.toBe('');
  });

  test.for([
    ['a missing file', undefined, 'A401'],
    ['no YAML', 'name: [', 'I170'],
    ['no UTF-8', new Uint8Array([0x6e, 0xff, 0xfe]), 'I170'],
    ['no name', 'sectors: food\n', 'I171'],
  ] as const)('%s is refused with %s', async ([, text, code]) => {
    const { 'org.yaml': file = '' } = await written({ 'org.yaml': text ?? '' });
    await expect(readOrganisation(text === undefined ? `${file}.not` : file)).rejects.toMatchObject({ code });
  });
});

describe('coverage', () => {
  test('a layer covers what is enabled and has a score above 0; a colour does not count', async () => {
    const { 'a.json': file = '' } = await written({
      'a.json': layer(
        [
          { techniqueID: 'T1190', score: 25 },
          { techniqueID: 'T1190', tactic: 'initial-access', score: 50 },
          { techniqueID: 'T1059', score: 500 },
          { techniqueID: 'T1001', score: 0 },
          { techniqueID: 'T1002', score: 10, enabled: false },
          { techniqueID: 'T1003', color: '#ff0000' },
        ],
        {},
      ),
    });
    const { coverage, issues } = await readCoverage([file]);
    expect(issues).toEqual([]);
    expect(Object.fromEntries(coverage.techniques)).toEqual({
      T1190: { level: 0.5, kind: 'layer', file, release: '18' },
      T1059: { level: 1, kind: 'layer', file, release: '18' },
    });
    expect(coverage.visibility.size).toBe(0);
  });

  test('the level of a layer is by its own gradient', async () => {
    const gradient = { colors: ['#ffffff', '#00ff00'], minValue: 0, maxValue: 5 };
    const { 'a.json': file = '' } = await written({
      'a.json': layer([{ techniqueID: 'T1190', score: 3 }], { gradient }),
    });
    expect((await readCoverage([file])).coverage.techniques.get('T1190')?.level).toBeCloseTo(0.6);
  });

  test('older DeTT&CT files have one entry and one score', async () => {
    const { 'a.yaml': file = '' } = await written({
      'a.yaml': dettect(
        `  - { technique_id: T1190, detection: { score: 2 }, visibility: { score_logbook: { date: null, score: 4 } } }\n`,
      ),
    });
    const { coverage } = await readCoverage([file]);
    expect(coverage.techniques.get('T1190')).toEqual({ level: 0.4, kind: 'detection', file });
    expect(coverage.visibility.get('T1190')?.level).toBe(1);
  });

  test.for([
    ['a missing file', 'not-there.json', undefined, ['A401 undefined']],
    ['broken JSON', 'a.json', '{"name": "x",\n  techniques}', ['A411 2']],
    ['JSON that is no layer', 'a.json', '{"type": "bundle"}', ['I150 undefined']],
    [
      'a layer with colours alone',
      'a.json',
      layer([{ techniqueID: 'T1190', color: '#ff0000' }]),
      ['I183 undefined'],
    ],
    ['broken YAML', 'a.yaml', 'techniques: [\n', ['I181 2']],
    ['a file of another type', 'a.yaml', 'version: 1.0\nfile_type: group-administration\n', ['I181 2']],
    ['a text', 'a.txt', 'See T1190.\n', ['I181 undefined']],
    ['no list', 'a.yaml', 'file_type: technique-administration\ntechniques: none\n', ['I181 2']],
    ['no UTF-8', 'a.yaml', new Uint8Array([0x6e, 0xff, 0xfe]), ['I181 undefined']],
    [
      'no technique',
      'a.yaml',
      dettect('  - { technique_id: dig, detection: { score: 1 } }\n  - 7\n'),
      ['I182 4', 'I182 5'],
    ],
    [
      'a score off the scale',
      'a.yaml',
      dettect(
        '  - technique_id: T1190\n    detection:\n      - { score: 1 }\n      - { score: 6 }\n    visibility: { score: high }\n',
      ),
      ['I182 7', 'I182 8'],
    ],
    [
      'no score above 0',
      'a.yaml',
      dettect('  - { technique_id: T1190, detection: { score: 0 } }\n'),
      ['I183 undefined'],
    ],
  ] as const)(
    '%s is said, and does not keep the others from being read',
    async ([, name, text, expected]) => {
      const good = layer([{ techniqueID: 'T1059', score: 100 }]);
      const { 'good.json': other, ...files } = await written({
        'good.json': good,
        ...(text === undefined ? {} : { [name]: text }),
      });
      const file = Object.values(files)[0] ?? join(other ?? '', '..', name);
      const { coverage, files: counts, issues } = await readCoverage([file, other ?? '']);
      expect(issues.map(({ code, place }) => `${code} ${place?.line}`)).toEqual(expected);
      expect(issues.every(({ place }) => place?.file === file)).toBe(true);
      expect(coverage.techniques.has('T1059')).toBe(true);
      expect(counts.map(({ file: each }) => each)).toEqual([file, other]);
    },
  );

  test('the same coverage is the same in every form, and wherever it lies', async () => {
    const rule = (id: string): string =>
      `title: ${id}\ndetection: { a: { b: c } }\ntags: [attack.${id.toLowerCase()}]\n`;
    const rules = ['T1190', 'T1059.001'].map((id) => ({ name: `rules/${id}.yml`, text: rule(id) }));
    const beside = [
      { name: 'README.md', text: 'T1003' },
      { name: 'package.json', text: '{"name": "rules"}' },
      { name: 'notes.txt', text: 'T1003 is not covered, nor is\nthis: T1005.' },
    ];
    const all = [...rules, ...beside];
    const paths = await written({
      'list.txt': 'T1190\nT1059.001\n',
      'table.csv': 'technique,covered\nT1190,yes\nT1059.001,yes\nT1003,no\n',
      'layer.json': layer([
        { techniqueID: 'T1190', score: 100 },
        { techniqueID: 'T1059.001', score: 100 },
        { techniqueID: 'T1003', score: 0 },
        { techniqueID: 'T1005', score: 100, enabled: 'false' },
      ]),
      'dettect.yaml': dettect(
        '  - { technique_id: T1190, detection: { score: 5 } }\n  - { technique_id: T1059.001, detection: { score: 5 } }\n',
      ),
      'rules.tar': tarOf(all),
      'rules.tar.gz': gzipSync(tarOf(all, 'pax')),
      'rules.zip': zipOf(all.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }))),
      ...Object.fromEntries(all.map(({ name, text }) => [`folder/${name}`, text])),
    });
    const folder = join(paths['list.txt'] ?? '', '..', 'folder');
    for (const path of [...Object.values(paths).filter((each) => !each.startsWith(folder)), folder]) {
      const { coverage, issues, files } = await readCoverage([path]);
      const levels = Object.fromEntries([...coverage.techniques].map(([id, { level }]) => [id, level]));
      expect({ path, levels }).toEqual({ path, levels: { T1190: 1, 'T1059.001': 1 } });
      expect(files).toEqual([{ file: path, covered: 2, visible: 0, logSources: 0 }]);
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  test('a folder that covers nothing says so once', async () => {
    const paths = await written({ 'a/b.yml': 'title: none\n', 'a/c.json': '{}' });
    const folder = join(paths['a/b.yml'] ?? '', '..');
    const { issues } = await readCoverage([folder]);
    expect(issues.map(({ code, place }) => [code, place?.file])).toEqual([['I183', folder]]);
  });

  test.skipIf(!hasRealFiles(SIGMA))('the rules of SigmaHQ, as they are published', async () => {
    const { files, issues, coverage } = await readCoverage([join(SHARED, SIGMA)]);
    // Counted by grep over the unpacked tags.
    expect(files.map(({ covered }) => covered)).toEqual([393]);
    expect(issues).toEqual([]);
    expect(coverage.techniques.has('T1098.007')).toBe(false);
  });

  test.skipIf(!hasRealFiles(DETTECT)).for([
    // Counted by a program of its own, which follows DeTT&CT's `get_latest_score`.
    ['endpoints', 13, 341],
    ['mobile', 2, 3],
    ['ics', 2, 5],
  ] as const)('DeTT&CT’s sample of %s covers %i and sees %i', async ([name, covered, visible]) => {
    const archive = textFilesOfTar(gunzipSync(readFileSync(join(SHARED, DETTECT))));
    const entry = archive.find((each) => each.name.endsWith(`techniques-administration-${name}.yaml`));
    const { 'a.yaml': file = '' } = await written({ 'a.yaml': entry?.text ?? '' });
    expect(await readCoverage([file])).toMatchObject({ files: [{ covered, visible }], issues: [] });
  });

  test.skipIf(!hasRealFiles(DETTECT))('layers of old versions say what they cover', async () => {
    const archive = textFilesOfTar(gunzipSync(readFileSync(join(SHARED, DETTECT))));
    const layers = archive.filter(({ name }) => name.endsWith('.json'));
    const paths = await written(
      Object.fromEntries(layers.map(({ text }, index) => [`${index}.json`, text] as const)),
    );
    const { files, issues } = await readCoverage(Object.values(paths));
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter(({ covered }) => covered === 0)).toEqual([]);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.skipIf(!hasRealFiles(...LAYERS))('layers of the Navigator’s samples', async () => {
    const { files, issues } = await readCoverage(LAYERS.map((file) => join(SHARED, file)));
    expect(files.map(({ covered }) => covered)).toEqual([0, 428]);
    expect(issues.map(({ code }) => code)).toEqual(['I183']);
  });
});
