import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  accessTo,
  addDecisions,
  keepReport,
  keptReports,
  openHome,
  removeReports,
  reportId,
} from '../../../src/home/index.ts';
import type { MarkingLevel } from '../../../src/facts/index.ts';
import type { KeptReport, ReportDecision } from '../../../src/threat/index.ts';
import { keptFolder } from '../../support/temporary-folder.ts';

const folder = keptFolder();

function report(title: string, fields: Partial<KeptReport> = {}): KeptReport {
  const content = {
    title,
    text: 'Brass Heron sent letters with a lure.\nIt then ran a script.',
    mentions: [{ kind: 'group', name: 'Brass Heron', sentence: '' }],
  } as const;
  return {
    ...content,
    id: reportId(content),
    kind: 'vendor-report',
    format: 'a PDF',
    location: `/inbox/${title}.pdf`,
    addedAt: '2026-02-01T10:00:00.000Z',
    references: [],
    decisions: [],
    ...fields,
  };
}

const accepted: ReportDecision = {
  suggestion: 'uses/G9001/T9001',
  verdict: 'accept',
  sentences: ['It then ran a script.'],
  decidedAt: '2026-02-02T10:00:00.000Z',
};
const rejected: ReportDecision = { ...accepted, suggestion: 'uses/-/T9002', verdict: 'reject' };

test('what is kept comes back as it was, in the order in which it was added', async () => {
  const place = join(folder.path, 'kept');
  const full = report('Full', {
    publisher: 'Lantern Labs',
    date: '2026-01',
    language: 'en',
    level: 'amber',
    url: 'https://lantern.example/full',
    references: ['https://lantern.example/other'],
    full: 'Menu\nBrass Heron sent letters with a lure.',
    decisions: [{ ...accepted, subject: 'G9002', object: 'T9003', status: 'probable' }],
  });
  const early = report('Early', { addedAt: '2026-01-01T10:00:00.000Z' });
  for (const each of [full, early]) expect(await keepReport(place, each)).toMatchObject({ outcome: 'new' });
  expect(await keptReports(place)).toEqual({ reports: [early, full], issues: [] });
});

test('nothing is kept where nothing was added', async () => {
  expect(await keptReports(join(folder.path, 'nowhere'))).toEqual({ reports: [], issues: [] });
});

test('the same again is known, with its decisions and the place that it first came from', async () => {
  const place = join(folder.path, 'again');
  const first = report('Twice');
  await keepReport(place, first);
  await addDecisions(place, first.id, [accepted]);
  const again = report('Twice', { addedAt: '2027-01-01T10:00:00.000Z', location: '-', format: 'a web page' });
  expect(await keepReport(place, again)).toMatchObject({ outcome: 'known' });
  expect((await keptReports(place)).reports).toEqual([{ ...first, decisions: [accepted] }]);
});

test('what is stated of it later is taken on; a marking is not lost when it comes without', async () => {
  const place = join(folder.path, 'stated');
  const plain = report('Marked');
  await keepReport(place, plain);
  const levels = async () => (await keptReports(place)).reports.map(({ level }) => level);
  expect(await keepReport(place, { ...plain, level: 'amber' })).toMatchObject({ outcome: 'changed' });
  expect(await keepReport(place, plain)).toMatchObject({ outcome: 'known' });
  expect(await keepReport(place, { ...plain, level: 'green' })).toMatchObject({ outcome: 'known' });
  expect(await levels()).toEqual(['amber']);
  expect(await keepReport(place, plain, { level: 'green', kind: 'incident' })).toMatchObject({
    outcome: 'changed',
  });
  expect((await keptReports(place)).reports).toMatchObject([{ level: 'green', kind: 'incident' }]);
});

test('title, text and each part of a mention make the id; where it came from does not', () => {
  const { id, ...rest } = report('One');
  const [mention] = rest.mentions;
  const others = [
    { ...rest, title: 'Two' },
    { ...rest, text: `${rest.text}.` },
    { ...rest, mentions: [] },
    ...['id', 'name', 'group', 'sentence'].map((field) => ({
      ...rest,
      mentions: mention === undefined ? [] : [{ ...mention, [field]: 'G9001' }],
    })),
  ];
  expect(new Set([id, ...others.map(reportId)]).size).toBe(others.length + 1);
  expect(reportId({ ...rest })).toBe(reportId(report('One', { location: '-', level: 'red' })));
});

test('decisions are added in their order, also by several at once', async () => {
  const place = join(folder.path, 'decided');
  const one = report('Decided');
  await keepReport(place, one);
  await Promise.all([
    addDecisions(place, one.id, [accepted]),
    addDecisions(place, one.id, [rejected, accepted]),
  ]);
  const [kept] = (await keptReports(place)).reports;
  expect(kept?.decisions).toHaveLength(3);
  expect(kept?.decisions).toEqual(expect.arrayContaining([accepted, rejected]));
  await removeReports(place, [one.id]);
  expect((await keptReports(place)).reports).toEqual([]);
  await expect(addDecisions(place, one.id, [accepted])).rejects.toMatchObject({ code: 'H590' });
});

test('a damaged file is reported and the others are used; nothing is written over it', async () => {
  const place = join(folder.path, 'damaged');
  const [ours, theirs] = [report('Ours'), report('Theirs')];
  for (const each of [ours, theirs]) await keepReport(place, each);
  const file = join(place, `${ours.id}.json.gz`);
  const cut = readFileSync(file).subarray(0, 40);
  writeFileSync(file, cut);
  expect(await keptReports(place)).toMatchObject({
    reports: [theirs],
    issues: [{ code: 'H591', place: { file } }],
  });
  await expect(keepReport(place, ours)).rejects.toMatchObject({ code: 'H591' });
  await expect(addDecisions(place, ours.id, [accepted])).rejects.toMatchObject({ code: 'H591' });
  expect(readFileSync(file)).toEqual(cut);
  await removeReports(place, [ours.id]);
  expect(await keepReport(place, ours)).toMatchObject({ outcome: 'new' });
});

test('a long text is kept small, and is for nobody else to read', async () => {
  const place = join(folder.path, 'long');
  await keepReport(place, report('Long', { text: 'It then ran a script. '.repeat(200_000) }));
  const [file = ''] = readdirSync(place).filter((name) => name.endsWith('.gz'));
  const { size, mode } = statSync(join(place, file));
  expect(size).toBeLessThan(100_000);
  expect(mode & 0o077).toBe(process.platform === 'win32' ? mode & 0o077 : 0);
});

test('who is cleared up to a level gets what is not marked with another', async () => {
  const home = await openHome({ home: join(folder.path, 'cleared'), env: {} });
  for (const level of ['green', 'amber'] as const)
    await keepReport(home.paths.reports, report(level, { level }));
  await keepReport(home.paths.reports, report('unmarked'));
  const access = accessTo(() => Promise.resolve(home));
  const titles = async (level: MarkingLevel | undefined) => {
    const { reports } = await access.loaded({}, level);
    return (await reports()).map(({ title }) => title).toSorted();
  };
  expect(await titles(undefined)).toEqual(['amber', 'green', 'unmarked']);
  expect(await titles('green')).toEqual(['green', 'unmarked']);
  await home.close();
});
