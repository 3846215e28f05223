import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundle, labelled } from '../support/world/build.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { ORGANISATION, sampleHome } from '../support/sample-home.ts';

const { path, run } = sampleHome();

/** The part of an answer in JSON that the tests look at. */
interface Answer {
  readonly groups: readonly {
    readonly rank: number;
    readonly group: { readonly label: string };
    readonly score: number;
    readonly factors: readonly { readonly contribution: number; readonly factor: string }[];
  }[];
  readonly of: number;
}

async function answerOf(...words: readonly string[]): Promise<Answer> {
  const { exitCode, out } = await run(...words, '--json');
  expect(exitCode).toBe(0);
  return (JSON.parse(out) as { readonly answer: Answer }).answer;
}

test('groups are ranked for an organisation, the same each time, as many as asked for', async () => {
  const answer = await answerOf('threats', '--org', ORGANISATION, '--top', '5');
  expect(answer.groups.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
  expect(answer.of).toBeGreaterThan(5);
  expect(await answerOf('threats', '--org', ORGANISATION, '--top', '5')).toEqual(answer);
});

test('the report says what it is not, which factors there are, and of how many groups nothing is known', async () => {
  const { out } = await run('threats', '--org', ORGANISATION);
  expect(out).toContain('It is no forecast');
  expect(out).toContain('Not known is not no');
  expect(out.replaceAll(/\s+/g, ' ')).toMatch(/the sources report no sector for \d+, no country for \d+/);
  expect(out).not.toMatch(/will (?:likely )?attack/i);
});

test('--explain opens the arithmetic: the parts add up to the score', async () => {
  const ranked = await answerOf('threats', '--org', ORGANISATION, '--top', '1');
  const [first] = ranked.groups;
  const explained = await answerOf('threats', '--org', ORGANISATION, '--explain', first?.group.label ?? '');
  const [row] = explained.groups;
  expect(row?.score).toBe(first?.score);
  expect(row?.factors.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(
    first?.score ?? 0,
    9,
  );
});

test('an organisation that is not understood as a whole is refused; with --lenient the answer says what was left out', async () => {
  const file = path('misspelt.yaml');
  writeFileSync(file, 'name: Farm\nsectors: energy\ncountries: [Luxemburgg]\n');
  const refused = await run('threats', '--org', file);
  expect(refused).toMatchObject({ exitCode: 3, out: '' });
  expect(refused.err).toContain('`Luxemburgg` is not a country that is known. Did you mean `Luxembourg`?');
  expect(refused.err).toContain('--lenient');
  for (const words of [['threats'], ['playbook'], ['expect'], ['priorities']]) {
    const { exitCode, out } = await run(...words, '--org', file, '--lenient');
    expect(exitCode).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /Left out of the description of Farm: `?Luxemburgg`? is not/u,
    );
  }
});

test('the first page lists the active groups, and the dormant ones that match as well, with the age of their newest report', async () => {
  const { out } = await run(
    'threats',
    '--org',
    ORGANISATION,
    '--as-of',
    '2026-01-01',
    '--active-since',
    '2026-01-01',
  );
  expect(out).toContain('Active since 2026-01-01');
  expect(out).toContain('No group was reported on since then.');
  expect(out).toContain('Documented, but dormant');
  const later = await run('threats', '--org', ORGANISATION, '--as-of', '2036-01-01');
  expect(later.out).toMatch(/\d{4}-\d\d(-\d\d)? \(\d+ years ago\)/);
});

test('what-if leaves every factor out once; as an option of threats it is gone, and the error says where to', async () => {
  const { out, exitCode } = await run('what-if', '--org', ORGANISATION);
  expect(exitCode).toBe(0);
  for (const factor of ['country', 'sector', 'recency']) expect(out).toContain(`factor ${factor}`);
  const former = await run('threats', '--org', ORGANISATION, '--what-if');
  expect(former.exitCode).toBe(2);
  expect(former.err).toContain('foeprint what-if --org');
});

test('weights are settings', async () => {
  const config = path('weights.yaml');
  writeFileSync(config, 'threats:\n  weights: { recency: 0, volume: 0 }\n');
  const { out } = await runFoeprint(
    'threats',
    '--org',
    ORGANISATION,
    '--json',
    '--home',
    path('home'),
    '--config',
    config,
  );
  const factors = (JSON.parse(out) as { readonly answer: Answer }).answer.groups.flatMap((row) =>
    row.factors.map(({ factor }) => factor),
  );
  expect(factors).toContain('country');
  expect(factors).not.toContain('recency');
});

test.for([
  { weights: '{ luck: 1 }', named: 'luck' },
  { weights: '{ country: 11 }', named: 'country' },
  { weights: 'many', named: 'names of factors' },
])('weights $weights are refused where they stand', async ({ weights, named }) => {
  const config = path('wrong.yaml');
  writeFileSync(config, `threats:\n  weights: ${weights}\n`);
  const { exitCode, err } = await runFoeprint(
    'threats',
    '--org',
    ORGANISATION,
    '--home',
    path('home'),
    '--config',
    config,
  );
  expect(exitCode).toBe(2);
  expect(err).toContain(named);
  expect(err).toMatch(/wrong\.yaml:2/);
});

test.for([
  { words: ['threats'], exitCode: 2, code: 'C720' },
  { words: ['threats', '--org', ORGANISATION, '--explain', 'Nobody at all'], exitCode: 2, code: 'W601' },
  { words: ['threats', '--org', ORGANISATION, '--as-of', 'soon'], exitCode: 2, code: 'W608' },
  { words: ['groups', '--sector', 'telecommunikations'], exitCode: 2, code: 'W612' },
  { words: ['groups', '--active-since', 'lately'], exitCode: 2, code: 'W608' },
])('foeprint $words ends with $exitCode and $code', async ({ words, exitCode, code }) => {
  const ran = await run(...words);
  expect(ran.exitCode).toBe(exitCode);
  expect(ran.err).toContain(code);
});

test('a withdrawn group is not ranked, and the answer says so', async () => {
  const file = path('gone.json');
  const gone = labelled('intrusion-set', 1, 'G9099', 'Example Dodo', { x_mitre_deprecated: true });
  writeFileSync(file, JSON.stringify(bundle(gone)));
  await run('load', file);
  const { exitCode, err } = await run('threats', '--org', ORGANISATION, '--explain', 'G9099');
  expect(exitCode).toBe(2);
  expect(err).toContain('W649');
});

test('a name that is hidden and stands for nothing is remarked in the answer', async () => {
  const { out } = await run('threats', '--org', ORGANISATION, '--hide', 'no-such-source');
  expect(out).toContain('Nothing in view is called “no-such-source”');
});

test('events are ranked one by one, over all live groups; what is wrong is named and the rest is done', async () => {
  const [events, ranked] = [path('events.jsonl'), path('ranked.jsonl')];
  writeFileSync(
    events,
    [
      '{"id": "one", "countries": ["LU"], "sectors": ["telecommunications"], "bundle": "1.0"}',
      'not an event',
      '{"id": "two", "countries": [], "sectors": [], "bundle": "99.9"}',
      '{"id": "three", "countries": ["BE"], "sectors": [], "date": "2020-01-01", "hide": ["descriptions"]}',
    ].join('\n'),
  );
  const { exitCode, err } = await run('threats', '--batch', events, '--out', ranked);
  expect(exitCode).toBe(3);
  expect(err).toContain('I190');
  expect(err).toContain('events.jsonl:2');
  expect(err).toContain('W613');
  const rows = readFileSync(ranked, 'utf8')
    .trimEnd()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as {
          readonly id: string;
          readonly ranked: readonly { group: string; score: number }[];
        },
    );
  expect(rows.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
  const { of } = await answerOf('threats', '--org', ORGANISATION);
  expect(rows.map((row) => row.ranked.length)).toEqual([of, 0, of]);
  for (const { ranked: order } of rows)
    expect(order).toEqual(order.toSorted((one, other) => other.score - one.score));
});

test('victims of a group, and of how many groups any are known', async () => {
  expect((await run('victims', 'G9001')).out).toContain('Victims of');
  expect((await run('victimology')).out).toContain('Not known');
});
