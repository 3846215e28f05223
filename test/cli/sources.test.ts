import { expect, test } from 'vitest';
import type { Envelope, SourcesAnswer } from '../../src/answers/index.ts';
import { labelled, release } from '../support/world/build.ts';
import { FARM } from '../support/world/cast.ts';
import { sampleHome } from '../support/sample-home.ts';

const { load, run } = sampleHome();

/** Name and standing of every source. */
async function standings(): Promise<readonly string[]> {
  const { out } = await run('sources', '--json');
  const { answer }: Pick<Envelope<unknown, SourcesAnswer>, 'answer'> = JSON.parse(out);
  return answer.loaded.map(({ name, standing }) => `${name}: ${standing}`);
}

test('the sample is answered from until ATT&CK is loaded, and again once that is forgotten', async () => {
  expect(await standings()).toEqual(['Foeprint sample 1.0: in-view']);
  for (const number of ['1.0', '2.0']) {
    await load(`farm-${number}.json`, release(number), ...FARM.attack);
  }
  expect(await standings()).toEqual([
    'Foeprint sample 1.0: sample',
    'Enterprise ATT&CK 1.0: other-release',
    'Enterprise ATT&CK 2.0: in-view',
  ]);
  expect((await run('list', 'groups')).out).not.toContain('Example Heron');
  expect((await run('status', '--format', 'markdown')).out).toContain('no: sample');
  for (const number of ['1.0', '2.0'])
    expect(await run('forget', `farm-${number}.json`)).toMatchObject({ exitCode: 0 });
  expect(await standings()).toEqual(['Foeprint sample 1.0: in-view']);
  expect((await run('list', 'groups')).out).toContain('Example Heron');
});

test('a source is forgotten, says what goes with it, and is taken back', async () => {
  await load('report.json', labelled('tool', 90, 'S9090', 'Dung Fork'));
  const { out } = await run('forget', 'report.json');
  expect(out).toContain('1 object and 0 reported facts are gone');
  expect(out).toContain('foeprint forget --undo sha256:');
  expect(await run('show', 'Dung Fork')).toMatchObject({ exitCode: 2 });
  expect((await run('sources')).out).toContain('Forgotten, and can be taken back');
  expect(await run('forget', '--undo', 'report.json')).toMatchObject({ exitCode: 0 });
  expect(await run('show', 'Dung Fork')).toMatchObject({ exitCode: 0 });
  expect(await run('forget', '--purge', 'report.json')).toMatchObject({ exitCode: 0 });
  expect(await run('forget', '--undo', 'report.json')).toMatchObject({ exitCode: 2 });
});
