import { expect, test } from 'vitest';
import { documentHtml, documentMarkdown } from '../../../src/render/index.ts';
import type { MemoryKnowledgeBase } from '../../../src/knowledge/index.ts';
import { diffDocument } from '../../../src/report/index.ts';
import { releaseDiff } from '../../../src/workbench/releases/diff.ts';
import { releaseTarget } from '../../../src/workbench/releases/migrate.ts';
import { delivered, idOf, labelled, relationship } from '../../support/world/build.ts';
import { hasRealData } from '../../support/real-data.ts';
import { readReal } from '../../support/read-real.ts';
import { pondReleases } from '../../support/releases.ts';
import { knowledgeOf } from '../../support/desk.ts';

const labels = (list: readonly { readonly label: string }[] = []) => list.map(({ label }) => label);

test('one thing of every kind of change', async () => {
  const diff = releaseDiff(pondReleases(), '1.0', '2.0', { groups: ['Wader'] }).answer;
  const techniques = diff.kinds.find(({ kind }) => kind === 'technique') ?? expect.fail();
  expect(labels(techniques.added)).toEqual(['T9109']);
  expect(labels(techniques.deprecated)).toEqual(['T9104']);
  expect(labels(techniques.removed)).toEqual(['T9105']);
  expect(labels(techniques.restored)).toEqual(['T9106']);
  expect(techniques.versionOnly).toMatchObject([{ thing: { label: 'T9110' }, before: '1.0', after: '1.1' }]);
  expect(techniques.domains).toMatchObject([
    { thing: { label: 'T9111' }, left: [], joined: ['mobile-attack'] },
  ]);
  expect(techniques.revoked).toMatchObject([{ thing: { label: 'T9103' }, successor: { label: 'T9102' } }]);
  expect(techniques.moved).toMatchObject([
    { thing: { label: 'T9101' }, left: [], joined: [{ name: 'Resting' }] },
  ]);
  expect(techniques.changed).toEqual([
    {
      thing: expect.objectContaining({ label: 'T9101' }),
      versions: { before: '1.0', after: '1.1' },
      fields: [
        { field: 'description', label: 'description', before: 'Not moving.', after: 'Not moving at all.' },
        { field: 'name', label: 'name', before: 'Stand Still', after: 'Stand Very Still' },
        { field: 'x_mitre_platforms', label: 'platforms', added: ['Sand'], removed: ['Reed'] },
      ],
    },
  ]);
  await expect(documentMarkdown(diffDocument(diff))).toMatchFileSnapshot('golden/pond.md');
});

test('a use that moved to the successor is neither new nor gone', () => {
  const [wader] = releaseDiff(pondReleases(), '1.0', '2.0', { groups: ['G9101'] }).answer.groups;
  expect(labels(wader?.added.map(({ used }) => used))).toEqual(['T9109']);
  expect(wader?.carried).toMatchObject([{ from: { label: 'T9103' }, to: { label: 'T9102' } }]);
  expect(wader?.removed).toMatchObject([{ used: { label: 'T9104' }, withdrawn: 'deprecated' }]);
  expect(wader?.reworded).toMatchObject([{ used: { label: 'T9101' }, sentence: 'Wader stands very still.' }]);
});

test('the other way round, what was added is gone', () => {
  const back = releaseDiff(pondReleases(), '2.0', '1.0').answer.kinds.find(
    ({ kind }) => kind === 'technique',
  );
  expect(labels(back?.removed)).toEqual(['T9109']);
  expect(labels(back?.added)).toEqual(['T9105']);
  expect(labels(back?.restored)).toEqual(['T9103', 'T9104']);
});

test('a release is the same as itself, but for nothing', () => {
  expect(releaseDiff(pondReleases(), '2.0', '2.0').answer).toMatchObject({ kinds: [], relations: [] });
});

test('releases that are not loaded, or not of one series, cannot be compared', () => {
  const base = pondReleases();
  expect(() => releaseDiff(base, '1.0', '3.0')).toThrow(/K201/u);
  expect(() => releaseDiff(base, '1.0', '3.0')).toThrow('foeprint sync --release 3.0');
  expect(releaseDiff(base, '1', 'v2')).toEqual(releaseDiff(base, '1.0', '2.0'));
  expect(() => releaseDiff(base, '1.0', '2.0', { series: ['ics-attack'] })).toThrow(/W611/u);
});

test.skipIf(!hasRealData)('ATT&CK 14.1 and 18.1', () => {
  const base = knowledgeOf(
    ...['14.1', '18.1'].map((release) => readReal(`attack/enterprise-attack-${release}.json.gz`)),
  );
  const diff = releaseDiff(base, '14.1', '18.1', { groups: ['Mustang Panda'] }).answer;
  const techniques = diff.kinds.find(({ kind }) => kind === 'technique') ?? expect.fail();
  // DLL side-loading was merged into search-order hijacking in 17.0.
  expect(techniques.revoked).toContainEqual(
    expect.objectContaining({
      thing: expect.objectContaining({ label: 'T1574.002' }),
      successor: expect.objectContaining({ label: 'T1574.001' }),
    }),
  );
  expect(labels(diff.kinds.find(({ kind }) => kind === 'data-source')?.deprecated)).toContain('DS0009');
  expect(diff.groups[0]?.carried.length).toBeGreaterThan(0);
  expect(documentHtml(diffDocument(diff))).toContain('Reported facts');
});

test('what vendors report is in neither release, though it has a number of the later one', () => {
  const base = pondReleases();
  const plain = releaseDiff(base, '1.0', '2.0', { groups: ['G9101'] }).answer;
  const later = plain.kinds.find(({ kind }) => kind === 'technique')?.added ?? [];
  expect(later.length).toBeGreaterThan(0);
  const copies = later.map(({ label, name }, at) =>
    labelled('attack-pattern', 300 + at, label, `Our ${name}`),
  );
  const report = delivered(
    'report',
    ...copies,
    labelled('intrusion-set', 390, 'G9101', 'Our wader'),
    ...copies.map(({ id }, at) => relationship(400 + at, idOf('intrusion-set', 390), 'uses', String(id))),
  );
  base.ingest(report, '2026-01-03T00:00:00.000Z');
  expect(releaseDiff(base, '1.0', '2.0', { groups: ['G9101'] }).answer).toEqual(plain);
  // Nor does a report make a number known to a release that has none such.
  const resolve = (each: MemoryKnowledgeBase) =>
    later.map(({ label }) => releaseTarget(each, '1.0').resolve(label));
  expect(resolve(base)).toEqual(resolve(pondReleases()));
  expect(resolve(base).map(({ standing }) => standing)).not.toContain('unchanged');
});
