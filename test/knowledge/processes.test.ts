import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sqliteBinding } from '../../src/knowledge/sqlite/binding.ts';
import { compareReleases } from '../../src/text/index.ts';
import { openSqliteKnowledgeBase } from '../../src/knowledge/sqlite/index.ts';
import { hasRealData } from '../support/real-data.ts';
import { readReal } from '../support/read-real.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Loader } from './support/loader.ts';

const ICS = 'attack/ics-attack-18.1.json.gz';
const MOBILE = 'attack/mobile-attack-18.1.json.gz';
const ENTERPRISE = 'attack/enterprise-attack-18.1.json.gz';

/** Sources and number of `uses` facts that a knowledge base shows, opened anew. */
function stateOf(path: string): string {
  const base = openSqliteKnowledgeBase(path);
  try {
    const view = base.view();
    const uses = view.facts.relations.get('uses')?.size ?? 0;
    const hits = view.search('malware', { limit: 100_000 }).length;
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

/** Moments of the kill, as parts of how long an undisturbed load takes; spread, yet the same in every run. */
const MOMENTS = [0.02, 0.17, 0.33, 0.5, 0.66, 0.8, 0.92, 1.1];

test.skipIf(!hasRealData).for([
  ['a small bundle', MOBILE, MOMENTS],
  ['Enterprise ATT&CK', ENTERPRISE, MOMENTS.filter((_, index) => index % 2 === 1)],
] as const)(
  'a load killed at any moment leaves the old state or the new one: %s',
  { timeout: 300_000 },
  async ([, file, moments]) => {
    const folder = await temporaryFolder();
    const old = readReal(ICS);
    const start = (name: string): string => {
      const path = join(folder, `${name}.db`);
      const base = openSqliteKnowledgeBase(path);
      base.ingest(old, '2026-01-01T00:00:00.000Z');
      base.close();
      return path;
    };
    const whole = start('whole');
    const before = stateOf(whole);
    const undisturbed = new Loader(whole, file);
    await undisturbed.ready();
    const started = performance.now();
    undisturbed.load();
    expect(await undisturbed.ended()).toBe(true);
    const duration = performance.now() - started;
    const after = stateOf(whole);
    expect(after).not.toBe(before);

    const outcomes = new Set<string>();
    for (const moment of moments) {
      const path = start(`killed-${moment}`);
      const loader = new Loader(path, file);
      await loader.ready();
      loader.load();
      await wait(duration * moment);
      loader.kill();
      const isDone = await loader.ended();
      const state = stateOf(path);
      expect(isDone ? [after] : [before, after], `killed after ${moment} of the load`).toContain(state);
      outcomes.add(state);
      expect(integrityOf(path)).toMatchObject(['ok']);
    }
    expect(outcomes, 'some kill came in the midst of the load').toContain(before);
  },
);

test.skipIf(!hasRealData)(
  'two processes load at once while a third reads',
  { timeout: 120_000 },
  async () => {
    const path = join(await temporaryFolder(), 'knowledge.db');
    const loaders = [new Loader(path, ICS), new Loader(path, MOBILE)];
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
      seen.add(
        `${series.toSorted(compareReleases).join(' ')}: ${view.facts.relations.get('uses')?.size ?? 0}`,
      );
      await wait(5);
    }
    expect(await ended).toEqual([true, true]);
    expect(stateOf(path)).toContain('1687 uses');
    reader.close();
    // Whatever it saw was whole: nothing, one of the two, or both.
    const whole = new Set([
      ': 0',
      'ics-attack: 267',
      'mobile-attack: 1420',
      'ics-attack mobile-attack: 1687',
    ]);
    expect([...seen].filter((state) => !whole.has(state))).toEqual([]);
  },
);
