import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Delivery } from '../../src/facts/index.ts';
import { readBundle } from '../../src/intake/index.ts';
import { sqliteBinding } from '../../src/knowledge/sqlite/binding/binding.ts';
import { compareReleases } from '../../src/text/index.ts';
import { openSqliteKnowledgeBase } from '../../src/knowledge/sqlite/index.ts';
import { about, delivered } from '../support/world/build.ts';
import { LOADED_AT } from '../support/loaded-at.ts';
import { hasRealData } from '../support/real-data.ts';
import { readReal } from '../support/read-real.ts';
import { IS_LONG } from '../support/runs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Loader, type KillingStep } from './support/loader.ts';
import { FARM } from '../support/world/cast.ts';

const ICS = 'attack/ics-attack-18.1.json.gz';
const MOBILE = 'attack/mobile-attack-18.1.json.gz';
const ENTERPRISE = 'attack/enterprise-attack-18.1.json.gz';

/** Sources and number of `uses` facts that a knowledge base shows, opened anew. */
function stateOf(path: string): string {
  const base = openSqliteKnowledgeBase(path);
  try {
    const view = base.view();
    const uses = view.facts.relations.get('uses')?.size ?? 0;
    const hits = view.search('a').found;
    return `${base
      .sources()
      .map(({ id }) => id)
      .join(' ')}: ${uses} uses, ${hits} hits`;
  } finally {
    base.close();
  }
}

function integrityOf(path: string): unknown {
  const connection = sqliteBinding().connect(path);
  try {
    return connection.prepare('PRAGMA integrity_check').first([]);
  } finally {
    connection.close();
  }
}

/** Steps of a load, in their order, with what a process that is killed there leaves: what was there before, or all of what it loaded. */
const STEPS: readonly (readonly [...step: KillingStep, leaves: 'before' | 'after'])[] = [
  ['after', 'BEGIN IMMEDIATE', 'before'],
  ['after', 'INSERT OR ROLLBACK INTO object_json', 'before'],
  ['after', 'INSERT INTO statement', 'before'],
  ['after', 'INSERT INTO source', 'before'],
  ['before', 'COMMIT', 'before'],
  ['after', 'COMMIT', 'after'],
  ['after', 'INSERT OR REPLACE INTO remembered', 'after'],
  ['after', 'PRAGMA wal_checkpoint', 'after'],
];

/** Loads into a knowledge base that has a release already, in a process of its own. */
class Load {
  readonly #folder: string;
  readonly #start: string;
  readonly #file: string;
  #number = 0;

  constructor(folder: string, old: Delivery, delivery: Delivery) {
    this.#folder = folder;
    this.#start = join(folder, 'start.db');
    const base = openSqliteKnowledgeBase(this.#start);
    base.ingest(old, LOADED_AT);
    base.close();
    this.#file = writtenTo(folder, delivery);
  }

  /** State of the knowledge base before. */
  get before(): string {
    return stateOf(this.#start);
  }

  /** @returns what ended the process, and the state that it left */
  async run(...kill: KillingStep | readonly []): Promise<{ ended: number | string | null; state: string }> {
    const path = join(this.#folder, `${++this.#number}.db`);
    copyFileSync(this.#start, path);
    const loader = new Loader(path, this.#file, kill);
    await loader.ready();
    loader.load();
    const ended = await loader.ended();
    const state = stateOf(path);
    expect(integrityOf(path)).toMatchObject(['ok']);
    return { ended, state };
  }
}

/** A file with what is to be loaded, as the process reads it. */
function writtenTo(folder: string, { source, objects, issues }: Delivery): string {
  const file = join(folder, `${source.sha256}.json`);
  // The text that is searched is made when it is asked for.
  const whole = objects.map((object) => ({ ...object, text: object.text }));
  writeFileSync(file, JSON.stringify({ source, objects: whole, issues }));
  return file;
}

async function expectWhole(old: Delivery, delivery: Delivery): Promise<void> {
  const load = new Load(await temporaryFolder(), old, delivery);
  const { ended, state: after } = await load.run();
  expect(ended).toBe(0);
  expect(after).not.toBe(load.before);
  for (const [when, sql, leaves] of STEPS) {
    const expected = { ended: 'SIGKILL', state: leaves === 'after' ? after : load.before };
    expect(await load.run(when, sql), `killed ${when} ${sql}`).toEqual(expected);
  }
}

test('a load killed at any step leaves the old state or the new one: a small bundle', async () => {
  const old = delivered('farm', ...FARM.attack);
  const sample = readFileSync('samples/sample-attack.json', 'utf8');
  await expectWhole(old, readBundle(JSON.parse(sample), about('sample')));
});

test.skipIf(!hasRealData || !IS_LONG)(
  'a load killed at any step leaves the old state or the new one: Enterprise ATT&CK',
  async () => expectWhole(readReal(ICS), readReal(ENTERPRISE)),
);

test.skipIf(!hasRealData)('two processes load at once while a third reads', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'knowledge.db');
  const loaders = [ICS, MOBILE].map((file) => new Loader(path, writtenTo(folder, readReal(file))));
  await Promise.all(loaders.map((loader) => loader.ready()));
  // Both find nothing there and make the tables.
  for (const loader of loaders) loader.load();
  const reader = openSqliteKnowledgeBase(path);
  const seen = new Set<string>();
  const running = new Set(loaders);
  const ended = Promise.all(loaders.map((loader) => loader.ended().finally(() => running.delete(loader))));
  while (running.size > 0) {
    const view = reader.view();
    const series = view.sources.map((source) => source.series ?? '');
    seen.add(`${series.toSorted(compareReleases).join(' ')}: ${view.facts.relations.get('uses')?.size ?? 0}`);
    await wait(5);
  }
  expect(await ended).toEqual([0, 0]);
  expect(stateOf(path)).toContain('1687 uses');
  reader.close();
  // Whatever it saw was whole: nothing, one of the two, or both.
  const whole = new Set([': 0', 'ics-attack: 267', 'mobile-attack: 1420', 'ics-attack mobile-attack: 1687']);
  expect([...seen].filter((state) => !whole.has(state))).toEqual([]);
});
