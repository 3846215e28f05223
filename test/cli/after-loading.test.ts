import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundle, labelled } from '../support/world/build.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { sampleHome } from '../support/sample-home.ts';

const { path, run, write } = sampleHome();

test('what is stored is not refused because nothing can be made to follow from it', async () => {
  write('settings.yaml', `rules: { files: [${JSON.stringify(path('none.dl'))}] }\n`);
  write('report.json', bundle(labelled('tool', 90, 'S9090', 'Dung Fork')));
  const given = ['--home', path('home'), '--config', path('settings.yaml'), '--json'];
  const loaded = await runFoeprint('load', path('report.json'), ...given);
  expect(loaded).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(loaded.out)).toMatchObject({
    answer: { derived: [], remarks: [{ code: 'C719' }, { code: 'H530' }] },
  });
  expect(await run('show', 'Dung Fork')).toMatchObject({ exitCode: 0 });
});

test.for([['n'.repeat(300)], ['n\0l'], ['none/at/all']])(
  'a coverage file that cannot be one is named with its place: %j',
  async ([name = '']) => {
    const file = path('org.yaml');
    writeFileSync(
      file,
      `name: Farm\nsectors: [telecommunications]\ncountries: [LU]\ncontrols: { coverage: [${JSON.stringify(name)}] }\n`,
    );
    const { exitCode, out } = await run('org', 'check', file);
    expect(exitCode).toBe(3);
    expect(out.replaceAll(/\s+/gu, '')).toMatch(/org\.yaml:4:/);
  },
);
