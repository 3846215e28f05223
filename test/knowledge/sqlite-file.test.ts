import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { KnowledgeBase } from '../../src/knowledge/index.ts';
import { sqliteBinding, type Connection } from '../../src/knowledge/sqlite/binding/binding.ts';
import { openSqliteKnowledgeBase } from '../../src/knowledge/sqlite/index.ts';
import { delivered, idOf, labelled, release } from '../support/world/build.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { FARM } from '../support/world/cast.ts';

const LOADED = '2026-01-02T03:04:05.000Z';
const SPADE = labelled('tool', 1, 'S9100', 'Spade');
const isRoot = process.getuid?.() === 0;

/** A file with the fictional farm in it. */
async function farmFile(): Promise<string> {
  const path = join(await temporaryFolder(), 'knowledge.db');
  const base = openSqliteKnowledgeBase(path);
  base.ingest(delivered('farm', release('1.0'), ...FARM.attack), LOADED);
  base.close();
  return path;
}

function opened(...given: Parameters<typeof openSqliteKnowledgeBase>): KnowledgeBase {
  const base = openSqliteKnowledgeBase(...given);
  onTestFinished(() => base.close());
  return base;
}

/** Another program's connection to the file. */
function connected(path: string): Connection {
  const connection = sqliteBinding().connect(path);
  onTestFinished(() => connection.close());
  return connection;
}

const idsIn = (base: KnowledgeBase): readonly string[] => base.sources().map(({ id }) => id);

test.for([[false], [true]])(
  'who could not remember a view while another wrote can write afterwards (one state: %s)',
  async ([oneState = false]) => {
    const path = await farmFile();
    const other = connected(path);
    other.execute('DELETE FROM remembered; BEGIN IMMEDIATE');
    const base = opened(path, { oneState });
    base.view().remember('anything', () => Uint8Array.of(1));
    expect(base.view().recall('anything')).toBeUndefined();
    other.execute('COMMIT');
    expect(base.ingest(delivered('spade', SPADE), LOADED)).toMatchObject({ isNew: true });
    expect(idsIn(opened(path))).toHaveLength(2);
  },
);

test('one state is read to the end, though another process puts something else in its place', async () => {
  const path = await farmFile();
  const reader = opened(path, { oneState: true });
  const watcher = opened(path);
  const view = reader.view();
  const weasel = view.versions(idOf('intrusion-set', 1))[0];
  const writer = opened(path);
  const replacement = delivered('spade', SPADE);
  const source = { ...replacement.source, id: 'sha256:spade', loadedAt: LOADED, objects: 1 };
  const objects = replacement.objects.map((each, stored) => ({ stored, delivered: each }));
  writer.replaceWith([{ source, objects }]);
  expect(view.object(weasel?.stored ?? -1).raw).toEqual(weasel?.raw);
  expect([idsIn(reader), reader.view().key]).toEqual([['enterprise-attack@1.0'], view.key]);
  expect(idsIn(watcher)).toEqual(['sha256:spade']);
  // What the reader derives now is of numbers that are gone.
  view.remember('late', () => Uint8Array.of(1));
  writer.replaceWith([...opened(await farmFile()).contents()].map((each) => ({ ...each, objects: [] })));
  expect(writer.view().recall('late')).toBeUndefined();
  // Writing ends it: the next question is about what is there now.
  reader.ingest(delivered('more', SPADE), LOADED);
  expect(idsIn(reader)).toEqual(idsIn(writer));
});

test('what is opened for reading refuses to be written, in words', async () => {
  const base = opened(await farmFile(), { readonly: true });
  expect(base.view().catalogue.find('G0901')).toHaveLength(1);
  for (const write of [
    () => base.ingest(delivered('spade', SPADE), LOADED),
    () => base.forget('enterprise-attack@1.0'),
    () => base.replaceWith([]),
  ])
    expect(write).toThrow('K215');
});

test.skipIf(isRoot || process.platform === 'win32')(
  'who may not write into the folder can ask, and leaves nothing behind',
  async () => {
    const path = await farmFile();
    chmodSync(path, 0o444);
    chmodSync(dirname(path), 0o555);
    onTestFinished(() => chmodSync(dirname(path), 0o755));
    const base = opened(path);
    expect(base.view().catalogue.find('G0901')).toHaveLength(1);
    expect(() => base.ingest(delivered('spade', SPADE), LOADED)).toThrow('K215');
    expect(readdirSync(dirname(path))).toEqual(['knowledge.db']);
  },
);

test.for([
  ['cut off', 'UPDATE remembered SET bytes = substr(bytes, 1, length(bytes) / 2)'],
  [
    'changed',
    `UPDATE remembered SET bytes = CAST(substr(bytes, 1, 200) || x'ff' || substr(bytes, 202) AS BLOB)`,
  ],
  ['emptied', `UPDATE remembered SET bytes = x''`],
])('a remembered view that was %s is built anew', async ([, spoil = '']) => {
  const path = await farmFile();
  const before = openSqliteKnowledgeBase(path).view();
  const other = connected(path);
  other.execute(spoil);
  const kept = (): unknown => other.prepare('SELECT bytes FROM remembered').first([]);
  const spoilt = kept();
  const after = opened(path).view();
  expect(after.census()).toEqual(before.census());
  expect([...after.facts.relations.keys()]).toEqual([...before.facts.relations.keys()]);
  expect(kept()).not.toEqual(spoilt);
});

test.for([
  ['UPDATE source SET description = substr(description, 2)', 'K209'],
  ['UPDATE object_json SET json = substr(json, 2)', 'K209'],
] as const)('after “%s” questions end with %s', async ([spoil, code]) => {
  const path = await farmFile();
  connected(path).execute(spoil);
  const ask = (): unknown => opened(path).view().versions(idOf('intrusion-set', 1));
  expect(ask).toThrow(code);
});

test('what cannot be a file of ours is refused with a code', async () => {
  const folder = await temporaryFolder();
  mkdirSync(join(folder, 'a folder'));
  for (const name of ['a folder', 'n'.repeat(300), 'n\0l', join('none', 'knowledge.db')])
    expect(() => openSqliteKnowledgeBase(join(folder, name)), name).toThrow('K210');
  rmSync(join(folder, 'a folder'), { recursive: true });
});
