import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { LoadedReport, ProfileAnswer, ReportLoadAnswer } from '../../src/answers/index.ts';
import { readReports } from '../../src/intake/index.ts';
import { sampleHome } from '../support/sample-home.ts';

const { path, read, run, write } = sampleHome();

// What is exported says when the report was added.
beforeAll(() => void vi.useFakeTimers({ now: new Date('2026-06-03T04:05:06Z'), toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

const GALAXY = 'misp-galaxy:mitre-';

/** An event that puts techniques down to a group, and states another in its words. */
const EVENT = {
  Event: {
    uuid: 'e-2',
    info: 'The raid of spring',
    date: '2026-03-04',
    Orgc: { name: 'Lantern Labs' },
    Tag: [{ name: 'tlp:green' }, { name: `${GALAXY}intrusion-set="Example Heron - G9001"` }],
    Attribute: [
      {
        type: 'text',
        value: 'The back door was open.',
        Tag: [{ name: `${GALAXY}attack-pattern="Open Back Door - T9003"` }],
      },
      {
        type: 'text',
        value: 'It left REEDBED.',
        Tag: [{ name: `${GALAXY}malware="REEDBED - S9001"` }],
      },
      { type: 'text', value: 'Example Heron also counted windows (T9008).' },
    ],
  },
};

const REPORT = 'The raid of spring';
const URL_GIVEN = ['--url', 'https://lantern.example/raid'];

async function answered<Answer>(...words: readonly string[]): Promise<Answer> {
  const { exitCode, out, err } = await run(...words, '--json');
  expect({ exitCode, err }).toMatchObject({ exitCode: 0 });
  return (JSON.parse(out) as { readonly answer: Answer }).answer;
}

async function loaded(...options: readonly string[]): Promise<LoadedReport | undefined> {
  return (await answered<ReportLoadAnswer>('report', 'load', REPORT, ...options)).reports[0];
}

const scored = async (): Promise<readonly string[]> =>
  (await answered<ProfileAnswer>('profile', 'G9001', '--direct', '--as-of', '2026-04-01')).techniques
    .filter(({ publishers }) => publishers.includes('lantern.example'))
    .map(({ technique, score }) => `${technique.label} ${score}`)
    .toSorted();

describe('report load', () => {
  test('says what it would add, what is known and what is left out, and loads nothing', async () => {
    write('raid.json', EVENT);
    expect(await run('report', 'add', path('raid.json'), ...URL_GIVEN)).toMatchObject({ exitCode: 0 });
    const { exitCode, out } = await run('report', 'load', REPORT, '--dry-run');
    expect(exitCode).toBe(0);
    await expect(out).toMatchFileSnapshot('golden/report-load/dry-run.txt');
    expect(await scored()).toEqual([]);
  });

  test('loads what is sure, once', async () => {
    expect(await loaded()).toMatchObject({ outcome: 'loaded', new: 1 });
    expect(await scored()).toEqual(['T9003 60']);
    const { reports } = await answered<{ readonly reports: readonly unknown[] }>('report', 'list');
    expect(reports).toMatchObject([{ title: REPORT, isLoaded: true }]);
    expect(await loaded()).toMatchObject({ outcome: 'unchanged' });
    const { out } = await run('explain', 'G9001', 'T9003');
    expect(out).toContain('“The back door was open.”');
    expect(out.replaceAll(/\s+/gu, ' ')).toContain(
      'The raid of spring (Lantern Labs, 2026-03-04); mentioned',
    );
  });

  test('follows what is decided: accepted with a status, changed, rejected', async () => {
    const review = ['report', 'review', REPORT];
    await answered(...review, '--accept', 'uses/G9001/T9008', '--status', 'confirmed');
    expect(await loaded()).toMatchObject({ outcome: 'changed' });
    expect(await scored()).toEqual(['T9003 60', 'T9008 90']);
    await answered(...review, '--reject', 'uses/G9001/T9003', '--reject', 'uses/G9001/S9001');
    expect(await loaded('--only-accepted')).toMatchObject({ outcome: 'changed', facts: [{}] });
    expect(await scored()).toEqual(['T9008 90']);
    await answered(...review, '--reject', 'uses/G9001/T9008');
    expect(await loaded()).toMatchObject({ outcome: 'removed', facts: [] });
    expect(await scored()).toEqual([]);
    expect(await run('report', 'load', REPORT)).toMatchObject({ exitCode: 1 });
    const keys = ['uses/G9001/T9003', 'uses/G9001/S9001', 'uses/G9001/T9008'];
    await answered(...review, ...keys.flatMap((key) => ['--undo', key]));
  });

  test('finds all that are named before it loads one', async () => {
    expect(await run('report', 'load', REPORT, 'Nothing of the kind')).toMatchObject({ exitCode: 2 });
    expect(await scored()).toEqual([]);
  });

  test('is taken out as a whole by its label, or with the report', async () => {
    const { label } = (await loaded()) ?? expect.fail();
    expect(await run('forget', label)).toMatchObject({ exitCode: 0 });
    expect(await scored()).toEqual([]);
    await loaded();
    expect(await run('report', 'forget', label)).toMatchObject({ exitCode: 0 });
    expect(await scored()).toEqual([]);
    expect(await run('report', 'add', path('raid.json'), ...URL_GIVEN)).toMatchObject({ exitCode: 0 });
  });
});

describe('report export', () => {
  test.for([
    ['STIX', ['-o', 'bundle.json']],
    ['MISP', ['--as', 'misp', '-o', 'event.json']],
  ] as const)('as %s it is read back as the report that it was', async ([, options]) => {
    const file = options.at(-1) ?? '';
    const words = options.map((word) => (word === file ? path(file) : word));
    expect(await run('report', 'export', REPORT, ...words)).toMatchObject({ exitCode: 0 });
    await expect(read(file)).toMatchFileSnapshot(`golden/report-load/${file}`);
    const [back, ...others] = readReports(read(file), file)?.reports ?? [];
    expect(others).toEqual([]);
    expect(back).toMatchObject({
      title: REPORT,
      publisher: 'Lantern Labs',
      date: '2026-03-04',
      tlp: 'green',
    });
    expect(back?.mentions.map(({ sentence }) => sentence).join()).toContain('The back door was open.');
  });

  test('as a layer it says how far it may go', async () => {
    const words = ['--as', 'layer', '-o', path('layer.json')];
    expect(await run('report', 'export', REPORT, ...words)).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(read('layer.json'))).toMatchObject({
      name: REPORT,
      metadata: expect.arrayContaining([{ name: 'marking', value: 'TLP:GREEN' }]),
    });
  });

  test('without anything that was accepted it is empty, where only that is asked for', async () => {
    expect(await run('report', 'export', REPORT, '--only-accepted')).toMatchObject({ exitCode: 1 });
  });
});
