import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleHome } from '../support/sample-home.ts';

const { path, read, run, write } = sampleHome();

interface Answer {
  readonly outcome: string;
  readonly why: string;
  readonly candidates: readonly {
    readonly group: { readonly label: string };
    readonly probability: number;
    readonly score: number;
    readonly parts: readonly { readonly part: string; readonly adds: number }[];
    readonly matched: readonly { readonly technique: { readonly label: string }; readonly adds: number }[];
    readonly unmatched: readonly { readonly label: string }[];
    readonly supersets: number;
  }[];
  readonly techniques: readonly {
    readonly technique: { readonly label: string };
    readonly given: string;
    readonly covered?: { readonly level: number };
  }[];
  readonly unknown: readonly string[];
  readonly notListed: number;
  readonly next: readonly { readonly technique: { readonly label: string }; readonly covered?: boolean }[];
  readonly of: number;
}

async function triaged(...words: readonly string[]): Promise<Answer> {
  const { exitCode, out } = await run('triage', ...words, '--json');
  expect(exitCode).toBe(0);
  return (JSON.parse(out) as { readonly answer: Answer }).answer;
}

const SEEN = ['T9001.001', 'T9004.001', 'T9003', 'T9008'];

test('the parts of each candidate add up to its score, its matches to what techniques add', async () => {
  const { candidates } = await triaged(...SEEN, '--country', 'LU');
  expect(candidates.length).toBeGreaterThan(2);
  for (const { score, parts, matched } of candidates) {
    expect(parts.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(score, 9);
    const techniques = parts.find(({ part }) => part === 'techniques')?.adds;
    expect(matched.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(techniques ?? -1, 9);
  }
});

test('probabilities never rise down the list; with “none of these” all groups come to 1', async () => {
  const { candidates, notListed, of } = await triaged(...SEEN, '--top', '100');
  const all = candidates.map(({ probability }) => probability);
  expect(all).toEqual(all.toSorted((one, other) => other - one));
  expect(of).toBeGreaterThanOrEqual(all.length);
  expect(all.reduce((sum, p) => sum + p, notListed)).toBeLessThanOrEqual(1 + 1e-9);
  const { candidates: each } = await triaged(...SEEN, '--top', '3');
  expect(each.map(({ group }) => group.label)).toEqual(
    candidates.slice(0, 3).map(({ group }) => group.label),
  );
});

test('too little is said, and nothing is ranked', async () => {
  const { exitCode, out } = await run('triage', 'T9003', 'T9008', '--json');
  expect(exitCode).toBe(1);
  const { answer } = JSON.parse(out) as { readonly answer: Answer };
  expect(answer).toMatchObject({ outcome: 'too-little', candidates: [] });
  expect(answer.techniques).toHaveLength(2);
  expect(answer.why).toContain('fewer than 3');
});

test('a withdrawn technique is shown, and none to rank by', async () => {
  const { exitCode, out } = await run('triage', 'T9014', 'T9003', 'T9008', '--json');
  expect(exitCode).toBe(1);
  const { answer } = JSON.parse(out) as { readonly answer: Answer };
  expect(answer.outcome).toBe('too-little');
  expect(answer.techniques.map(({ technique }) => technique.label).toSorted()).toEqual([
    'T9003',
    'T9008',
    'T9014',
  ]);
});

test('what is not known is named; an unknown sub-technique stands for its parent', async () => {
  const { unknown, techniques } = await triaged(
    ...SEEN,
    'T9002.077',
    'T9777',
    '--software',
    'NOWHERE',
    '--sector',
    'moon',
  );
  expect(unknown).toEqual(['T9777', 'NOWHERE', 'moon']);
  expect(techniques.find(({ technique }) => technique.label === 'T9002')?.given).toBe('T9002.077');
  const { out } = await run('triage', ...SEEN, 'T9002.077', 'T9777');
  expect(out).toMatch(/^T9002\.077 +T9002 +assumed +no loaded release has it/mu);
  expect(out).toMatch(/^• T9777: no loaded release has it/mu);
});

test('one group: what speaks for it, what against, whoever is first', async () => {
  const { candidates } = await triaged(...SEEN, '--group', 'G9001');
  expect(candidates).toHaveLength(1);
  expect(candidates[0]).toMatchObject({ group: { label: 'G9001' } });
  expect(candidates[0]?.matched.length).toBeGreaterThan(0);
  const labels = [
    ...(candidates[0]?.matched ?? []).map(({ technique }) => technique.label),
    ...(candidates[0]?.unmatched ?? []).map(({ label }) => label),
  ];
  expect(labels.toSorted()).toEqual(SEEN.toSorted());
});

test('coverage says what is covered, and whether what is to be looked for would be seen', async () => {
  write('covered.txt', 'T9001.001\nT9010\n');
  const { techniques, next } = await triaged(...SEEN, '--coverage', path('covered.txt'));
  expect(
    Object.fromEntries(techniques.map(({ technique, covered }) => [technique.label, covered?.level])),
  ).toEqual({
    'T9001.001': 1,
    T9003: 0,
    'T9004.001': 0,
    T9008: 0,
  });
  expect(next.find(({ technique }) => technique.label === 'T9010')?.covered).toBe(true);
  expect(next.some(({ covered }) => covered === false)).toBe(true);
});

test('files of alerts: several make one incident, and what is none is remarked upon', async () => {
  write('a.json', {
    class_uid: 2004,
    finding_info: { attacks: SEEN.slice(0, 2).map((uid) => ({ technique: { uid } })) },
  });
  write('b.ndjson', `{"tags":["attack.t9003","attack.t9008"]}\n{"weather":"fine"}\n`);
  const { exitCode, out, err } = await run('triage', path('a.json'), path('b.ndjson'), '--json');
  expect(exitCode).toBe(0);
  expect((JSON.parse(out) as { readonly answer: Answer }).answer.techniques).toHaveLength(4);
  expect(err).toContain('I193');
  expect(err).toContain('b.ndjson:2');
});

test('a file that is not there, and nothing at all, are no techniques', async () => {
  const missing = await run('triage', 'T9003', path('alrets.ndjson'));
  expect(missing).toMatchObject({ exitCode: 3, err: expect.stringContaining('A401') });
  const { exitCode, out } = await run('triage');
  expect(exitCode).toBe(1);
  expect(out).toContain('no technique that is known and in use was named');
});

test('files in UTF-16, as Windows writes them', async () => {
  const text = JSON.stringify({ techniques: SEEN });
  writeFileSync(path('wide.json'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
  expect((await triaged(path('wide.json'))).techniques).toHaveLength(SEEN.length);
});

test('the page speaks of ways and never of who did it', async () => {
  const { out } = await run('triage', ...SEEN);
  expect(out).toContain('It is no evidence of who did it');
  expect(out).not.toMatch(/attribut/iu);
});

test('a stream: one line for each alert, in order; what is none says why', async () => {
  const alerts = [
    { id: 'one', techniques: [...SEEN, 'T9002.077'] },
    { weather: 'fine' },
    { id: 'two', techniques: ['T9003'] },
  ].map((alert) => JSON.stringify(alert));
  write('stream.ndjson', [...alerts, 'no json', ''].join('\r\n'));
  const { exitCode, out } = await run('triage', '--stream', path('stream.ndjson'));
  expect(exitCode).toBe(3);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toMatchObject([
    { id: 'one', outcome: 'none-stands-out', carried: [{ from: 'T9002.077', to: ['T9002'] }] },
    { line: 2, issue: { code: 'I193' } },
    { id: 'two', outcome: 'too-little', candidates: [] },
    { line: 4, issue: { code: 'I193', message: 'The line is no JSON.' } },
  ]);
  const { candidates } = await triaged(...SEEN, 'T9002');
  const [first] = lines;
  expect(first?.['candidates']).toMatchObject([{ group: candidates[0]?.group.label }, {}, {}, {}, {}]);
});

test('alerts above the clearance are refused, and marked answers say so', async () => {
  write('marked.json', { techniques: SEEN, tlp: 'amber' });
  expect(await run('triage', path('marked.json'), '--tlp', 'green')).toMatchObject({ exitCode: 2 });
  const { out } = await run('triage', path('marked.json'), '--json');
  expect(JSON.parse(out)).toMatchObject({ markings: { level: 'TLP:AMBER' } });
});

test('an incident becomes a case that can be loaded, and without a group one that says what is missing', async () => {
  write('incident.json', { id: 'IR-7', date: '2026-05-02', techniques: SEEN });
  const file = path('case.yaml');
  await run('triage', path('incident.json'), '--group', 'G9005', '--save-case', file);
  expect(await run('load', file)).toMatchObject({ exitCode: 0 });
  const { out } = await run('assertions', '--source', 'IR-7', '--json');
  expect(JSON.parse(out)).toMatchObject({
    answer: { assertions: SEEN.map(() => ({ status: 'suspected' })) },
  });
  const again = await run('triage', path('incident.json'), '--save-case', file);
  expect(again).toMatchObject({ exitCode: 2, err: expect.stringContaining('is there already') });
  const open = path('nobody.yaml');
  await run('triage', ...SEEN, '--save-case', open);
  expect(read('nobody.yaml')).toContain('case: nobody');
  expect(await run('load', open)).toMatchObject({
    exitCode: 3,
    err: expect.stringContaining('Nothing known is called `?`'),
  });
});

test('a case goes no farther than the incident that it is made from', async () => {
  write('red.json', { techniques: SEEN, tlp: 'red' });
  await run('triage', path('red.json'), '--group', 'G9005', '--save-case', path('red.yaml'));
  expect(read('red.yaml')).toContain('tlp: red');
});
