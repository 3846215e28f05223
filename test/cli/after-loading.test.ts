import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { controlMapping, mitigates } from '../support/control-mapping.ts';
import { bundle, idOf, labelled, relationship, release } from '../support/world/build.ts';
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

test('a mapping says which of its techniques were carried, and which are not in view', async () => {
  const attack = [
    release('9.0'),
    labelled('attack-pattern', 92, 'T9092', 'New Letter'),
    labelled('attack-pattern', 91, 'T9091', 'Old Letter', { revoked: true }),
    relationship(93, idOf('attack-pattern', 91), 'revoked-by', idOf('attack-pattern', 92)),
  ];
  write('attack.json', bundle(...attack));
  const techniques = ['T9092', 'T9091', ...Array.from({ length: 7 }, (_, number) => `T988${number}`)];
  write('mapping.json', controlMapping(techniques.map((technique) => mitigates('FN-1', technique))));
  const given = ['--home', path('mapped'), path('attack.json'), path('mapping.json')];
  const { out } = await runFoeprint('load', ...given, '--json');
  const { answer } = JSON.parse(out);
  expect(answer.mappings).toMatchObject([
    { techniques: 9, unchanged: 1, moved: [{ from: 'T9091', to: 'T9092' }], lost: techniques.slice(2) },
  ]);
  const said = (await runFoeprint('load', ...given)).out.replaceAll(/\s+/gu, ' ');
  expect(said).toContain('T9091 counts as T9092');
  expect(said).toContain('and 2 more');
});
