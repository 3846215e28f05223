import { expect, test } from 'vitest';
import { mispPages, type MispFilter, type Server } from '../../../src/acquisition/index.ts';
import { mispServer, type ServedEvent } from '../../support/misp-server.ts';
import { all, outcomeOf, serverAt } from './server-at.ts';

const KEY = { authorization: 'dug' };

function events(count: number): ServedEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    uuid: `event-${index}`,
    info: `Event ${index}`,
    timestamp: 1000 + index,
    publish_timestamp: String(2000 + index),
  }));
}

async function uuids(server: Server, filter: MispFilter = {}, first?: number): Promise<readonly string[]> {
  return (await all(mispPages(server, filter, first)))
    .flatMap(({ events: found }) => found)
    .map(({ uuid }) => uuid);
}

test.for([0, 1, 20, 45])('all of %s events come, page by page', async (count) => {
  const { address, questions } = await mispServer({ key: 'dug', events: events(count) });
  expect(await uuids(serverAt(address, KEY))).toEqual(events(count).map(({ uuid }) => uuid));
  expect(questions.map(({ page }) => page)).toEqual(
    Array.from({ length: Math.floor(count / 20) + 1 }, (_, index) => index + 1),
  );
});

test.for([
  [{}, {}],
  [{ from: 1003 }, { timestamp: 1003 }],
  [
    { from: 1003, published: true },
    { publish_timestamp: 1003, published: true },
  ],
  [
    { tags: ['adder', '!badger'], since: '2026-01-01' },
    { tags: ['adder', '!badger'], from: '2026-01-01' },
  ],
] as const)('the filter %j is asked as %j', async ([filter, expected]) => {
  const { address, questions } = await mispServer({ key: 'dug', events: [] });
  await uuids(serverAt(address, KEY), filter);
  expect(questions).toEqual([expect.objectContaining({ returnFormat: 'json', page: 1, ...expected })]);
});

test('each event has the time that the filter asks by', async () => {
  const { address } = await mispServer({ key: 'dug', events: events(1) });
  const times = async (filter: MispFilter) =>
    (await all(mispPages(serverAt(address, KEY), filter)))
      .flatMap(({ events: found }) => found)
      .map(({ time }) => time);
  expect(await times({})).toEqual([1000]);
  expect(await times({ published: true })).toEqual([2000]);
});

test('an address with a folder, and a page to begin with', async () => {
  const { address } = await mispServer({ key: 'dug', events: events(45) });
  expect(await uuids(serverAt(address, KEY), {}, 3)).toHaveLength(5);
  expect(await outcomeOf(uuids(serverAt(`${address}/misp`, KEY)))).toBe('A425');
});

test.for([
  ['the same page for ever', JSON.stringify({ response: events(20).map((Event) => ({ Event })) }), 'A485'],
  ['pages of nothing that is an event', JSON.stringify({ response: Array.from({ length: 20 }) }), 'A485'],
  ['a message', '{"message":"no"}', 'A487'],
  ['a text', '"no"', 'A487'],
  ['half of a page', '{"response":[{"Event":', 'A412'],
] as const)('%s', async ([, body, code]) => {
  const { address } = await mispServer({
    key: 'dug',
    events: [],
    instead: (_, response) => {
      response.end(body);
      return true;
    },
  });
  expect(await outcomeOf(uuids(serverAt(address, KEY)))).toBe(code);
});

test('events that are too large together are asked for one by one, and what is so alone is left out', async () => {
  const large = events(25).map((event, index) => ({
    ...event,
    info: 'x'.repeat(index === 3 ? 200_000 : 9000),
  }));
  const { address, questions } = await mispServer({ key: 'dug', events: large });
  const pages = await all(mispPages(serverAt(address, KEY, { maximumBytes: 100_000 }), {}));
  expect(pages.map(({ events: found }) => found.length)).toEqual([19, 5]);
  expect(pages.flatMap(({ issues }) => issues)).toMatchObject([{ code: 'A404', severity: 'warning' }]);
  expect(questions.map(({ limit }) => limit)).toEqual([20, ...Array.from({ length: 20 }, () => 1), 20]);
});

test('a key that is not taken is said with what to do, and without the key', async () => {
  const { address } = await mispServer({ key: 'dug', events: [] });
  await expect(uuids(serverAt(address, { authorization: 'adder' }))).rejects.toMatchObject({
    code: 'A480',
    issues: [{ message: expect.not.stringContaining('adder'), hint: 'Set THE_VARIABLE.' }],
  });
});
