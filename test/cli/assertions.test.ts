import { expect, test } from 'vitest';
import { sampleHome } from '../support/sample-home.ts';

const { path, run, write } = sampleHome();

test('an assertion stands beside what others report, is listed, and can be taken back', async () => {
  const words = ['assert', 'G9001', 'uses', 'T9013', '--source', 'IR-2026-14', '--status', 'confirmed'];
  const asserted = await run(...words, '--date', '2026-11-02', '--tlp', 'amber');
  expect(asserted).toMatchObject({ exitCode: 0 });
  const [label = ''] = /AS-[0-9A-F]{8}/u.exec(asserted.out) ?? [];

  expect((await run('assertions')).out).toContain(label);
  expect((await run('explain', 'G9001', 'T9013')).out).toMatch(/reported by IR-2026-14; confirmed/u);

  expect(await run('retract', label)).toMatchObject({ exitCode: 0 });
  expect((await run('assertions')).out).not.toContain(label);
  expect(await run('explain', 'G9001', 'T9013')).toMatchObject({ exitCode: 1 });
});

test.for([
  { words: ['assert', 'Nobody', 'uses', 'T9013', '--source', 'IR-1'], exitCode: 2 },
  { words: ['retract', 'AS-00000000'], exitCode: 2 },
])('$words is refused and changes nothing', async ({ words, exitCode }) => {
  const before = await run('status', '--json');
  const ran = await run(...words);
  expect(ran.err).toMatch(/^[A-Z]\d{3}/u);
  expect([exitCode, 3]).toContain(ran.exitCode);
  expect(await run('status', '--json')).toEqual(before);
});

test('a case file with one wrong line has the rest loaded, and the place of the wrong one named', async () => {
  const file = path('case.csv');
  write(
    'case.csv',
    'subject,relation,object,source,status,date\nG9002,uses,T9013,IR-2,confirmed,2026-05-02\nNobody at all,uses,T9013,IR-2,confirmed,2026-05-02\n',
  );
  const { out } = await run('load', file);
  expect(out).toMatch(/case\.csv:3/u);
  expect((await run('explain', 'G9002', 'T9013')).out).toMatch(/reported by IR-2/u);
});

test('a name says who goes by it', async () => {
  expect(await run('aliases', 'Patient Wader')).toMatchObject({
    exitCode: 0,
    out: expect.stringContaining('Example Heron'),
  });
});
