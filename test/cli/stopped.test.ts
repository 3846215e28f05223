import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { localServer } from '../support/local-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { idOf, labelled, relationship, technique } from '../support/world/build.ts';

const FOEPRINT = [
  '--import',
  import.meta.resolve('tsx'),
  '-C',
  '@foeprint/source',
  resolve('src/cli/main.ts'),
];

test('whoever stops a load learns what is kept, and what is kept answers', async () => {
  const folder = await temporaryFolder();
  const asked = new EventEmitter();
  // The second source never comes: when it is asked for, the first is stored.
  const { address } = await localServer(() => asked.emit('now'));
  const isAsked = once(asked, 'now');
  const objects = [
    labelled('intrusion-set', 1, 'G9001', 'Heron'),
    technique(2, 'T9001', 'Open Door', ['breach']),
    relationship(3, idOf('intrusion-set', 1), 'uses', idOf('attack-pattern', 2)),
  ];
  const first = join(folder, 'first.json');
  writeFileSync(first, JSON.stringify({ type: 'bundle', id: 'bundle--1', objects }));
  const running = run('load', first, `${address}/second.json`);
  await isAsked;
  running.child.kill('SIGINT');
  expect(await running.ended).toEqual({
    code: 130,
    err: 'Stopped. Kept: first.json. What was not finished is as it was before: run the command again to go on.\n',
  });
  expect(await run('techniques', 'G9001').ended).toEqual({ code: 0, err: '' });

  function run(...words: readonly string[]) {
    const env = { ...process.env, FOEPRINT_HOME: join(folder, 'home') };
    const child = spawn(process.execPath, [...FOEPRINT, ...words], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    return { child, ended: once(child, 'close').then(([code]: unknown[]) => ({ code, err })) };
  }
});
