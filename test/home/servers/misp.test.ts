import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptReports, removeReports, syncSources } from '../../../src/home/index.ts';
import { compareText } from '../../../src/text/index.ts';
import { mispServer, type ServedEvent } from '../../support/misp-server.ts';
import { homeWith, on } from './home-with.ts';

beforeEach(() => vi.stubEnv('FOEPRINT_MISP_PIER_KEY', 'dug'));
afterEach(() => vi.unstubAllEnvs());

const uuid = (number: number): string =>
  `00000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`;

const PHISHING = { name: 'misp-galaxy:mitre-attack-pattern="Phishing - T1566"' };

function event(number: number, timestamp: number, more: Readonly<Record<string, unknown>> = {}): ServedEvent {
  return {
    uuid: uuid(number),
    info: `Adders in the harbour ${number}`,
    date: '2026-02-01',
    timestamp,
    Orgc: { name: 'Harbour Watch' },
    Tag: [PHISHING],
    ...more,
  };
}

async function reportsOf(home: Awaited<ReturnType<typeof homeWith>>) {
  const { reports } = await keptReports(home.paths.reports);
  return reports.toSorted((one, other) => compareText(one.title, other.title));
}

test('each event is kept as a report; then only those are asked for that changed since', async () => {
  const events = [
    event(1, 1_770_000_000),
    event(2, 1_770_000_100, { Tag: [{ name: 'tlp:amber' }, PHISHING] }),
  ];
  const { address, questions } = await mispServer({ key: 'dug', events });
  const home = await homeWith({ misp: { pier: { url: address, tlp: 'green', kind: 'incident' } } });
  const [first] = await syncSources(home, ['misp:pier'], on('2026-03-01'));
  expect(first).toMatchObject({
    source: 'misp:pier',
    unchanged: false,
    reports: [
      { title: 'Adders in the harbour 1', outcome: 'new' },
      { outcome: 'new', level: 'amber' },
    ],
    issues: [],
  });
  expect(await reportsOf(home)).toMatchObject([
    {
      title: 'Adders in the harbour 1',
      kind: 'incident',
      location: `misp:pier/${uuid(1)}`,
      url: `${address}/events/view/${uuid(1)}`,
      publisher: 'Harbour Watch',
      level: 'green',
      mentions: [{ kind: 'technique', id: 'T1566' }],
    },
    { title: 'Adders in the harbour 2', level: 'amber' },
  ]);

  expect(await syncSources(home, [], on('2026-03-02'))).toMatchObject([
    { unchanged: true, reports: [], issues: [] },
  ]);
  events.push(event(3, 1_770_000_200));
  expect(await syncSources(home, [], on('2026-03-03'))).toMatchObject([
    { unchanged: false, reports: [{ title: 'Adders in the harbour 3', outcome: 'new' }] },
  ]);
  expect(questions.map(({ timestamp }) => timestamp)).toEqual([undefined, 1_770_000_100, 1_770_000_100]);
});

test('an event that changed is another report; one that was forgotten does not come back', async () => {
  const events = [event(1, 1_770_000_000), event(2, 1_770_000_000)];
  const { address } = await mispServer({ key: 'dug', events });
  const home = await homeWith({ misp: { pier: { url: address } } });
  await syncSources(home, [], on('2026-03-01'));
  const [first] = await reportsOf(home);
  await removeReports(home.paths.reports, [first?.id ?? '']);
  await syncSources(home, [], on('2026-03-02'));
  expect(await reportsOf(home)).toHaveLength(1);
  events[1] = event(2, 1_770_000_001, { info: 'Adders in the harbour 2, and in the bay' });
  await syncSources(home, [], on('2026-03-03'));
  expect((await reportsOf(home)).map(({ title }) => title)).toEqual([
    'Adders in the harbour 2',
    'Adders in the harbour 2, and in the bay',
  ]);
});

test('one server may be asked for different events under different names', async () => {
  const { address, questions } = await mispServer({ key: 'dug', events: [event(1, 1_770_000_000)] });
  vi.stubEnv('FOEPRINT_MISP_QUAY_KEY', 'dug');
  const home = await homeWith({ misp: { pier: { url: address }, quay: { url: address, tags: ['adder'] } } });
  await syncSources(home, [], on('2026-03-01'));
  await syncSources(home, [], on('2026-03-02'));
  expect(questions.slice(2).map(({ timestamp }) => timestamp)).toEqual([1_770_000_000, 1_770_000_000]);
});

test('a server that breaks off is asked from there on', async () => {
  const events = Array.from({ length: 50 }, (_, index) => event(index, 1_770_000_000 + index));
  let isBroken = true;
  let asked = 0;
  const { address, questions } = await mispServer({
    key: 'dug',
    events,
    instead: (_, response) => {
      asked += 1;
      if (isBroken && asked >= 3) response.destroy();
      return isBroken && asked >= 3;
    },
  });
  const home = await homeWith({ misp: { pier: { url: address } } });
  const broken = await syncSources(home, [], on('2026-03-01'));
  expect(broken).toMatchObject([{ unchanged: false, issues: [{ code: 'A421' }] }]);
  expect(await reportsOf(home)).toHaveLength(40);
  isBroken = false;
  await syncSources(home, [], on('2026-03-02'));
  expect(await reportsOf(home)).toHaveLength(50);
  expect(questions.map(({ page }) => page)).toEqual([1, 2, 2, 3]);
});

test('an event from the future keeps no other from being asked for', async () => {
  const { address, questions } = await mispServer({ key: 'dug', events: [event(1, 32_000_000_000)] });
  const home = await homeWith({ misp: { pier: { url: address } } });
  await syncSources(home, [], on('2026-03-01'));
  await syncSources(home, [], on('2026-03-02'));
  expect(questions.map(({ timestamp }) => timestamp)).toEqual([
    undefined,
    Date.parse('2026-03-01T00:00:00Z') / 1000,
  ]);
});

test('whoever asks for other events asks for all of them', async () => {
  const { address, questions } = await mispServer({ key: 'dug', events: [event(1, 1_770_000_000)] });
  const home = await homeWith({ misp: { pier: { url: address } } });
  await syncSources(home, [], on('2026-03-01'));
  const other = await homeWith({ misp: { pier: { url: address, tags: ['adder'] } } }, home);
  await syncSources(other, [], on('2026-03-02'));
  expect(questions).toMatchObject([{ page: 1 }, { page: 1, tags: ['adder'] }]);
  expect(questions[1]).not.toHaveProperty('timestamp');
});

test('an event of which nothing can be made leaves the others', async () => {
  const events = [
    event(1, 1_770_000_000, { info: 'x'.repeat(100_000), Tag: 'dug', Attribute: 5 }),
    event(2, 1_770_000_001),
  ];
  const { address } = await mispServer({ key: 'dug', events });
  const home = await homeWith({ misp: { pier: { url: address } } });
  await syncSources(home, [], on('2026-03-01'));
  expect((await reportsOf(home)).map(({ title }) => title)).toContain('Adders in the harbour 2');
});

test('without a key nothing is asked', async () => {
  vi.stubEnv('FOEPRINT_MISP_PIER_KEY', '');
  const { address, requests } = await mispServer({ key: 'dug', events: [] });
  const home = await homeWith({ misp: { pier: { url: address } } });
  await expect(syncSources(home, [], on('2026-03-01'))).rejects.toMatchObject({
    code: 'A480',
    message: expect.stringContaining('FOEPRINT_MISP_PIER_KEY'),
  });
  expect(requests).toEqual([]);
});
