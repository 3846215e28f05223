import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { SAMPLE, sampleHome } from '../support/sample-home.ts';

const { path, read, run, write } = sampleHome();

interface Line {
  readonly id: string;
  readonly ranked: readonly { readonly group: string; readonly p: number }[];
  readonly p_none: number;
  readonly notes?: readonly string[];
}

interface Sampled {
  readonly id: string;
  readonly type: string;
  readonly revoked?: boolean;
  readonly x_mitre_deprecated?: boolean;
}

/** Objects of the sample of a type. */
function sampled(type: string): readonly Sampled[] {
  const { objects } = JSON.parse(readFileSync(SAMPLE, 'utf8')) as { readonly objects: readonly Sampled[] };
  return objects.filter((object) => object.type === type);
}

/** What comes of some lines: the answers, the exit code and what is complained of. */
async function ranked(lines: readonly (object | string)[], ...words: readonly string[]) {
  write(
    'incidents.jsonl',
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  const { exitCode, err } = await run(
    'triage',
    '--batch',
    path('incidents.jsonl'),
    ...words,
    '-o',
    path('ranked.jsonl'),
  );
  const answers = read('ranked.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  return { exitCode, err, answers, orders: answers.map((answer) => answer.ranked.map(({ group }) => group)) };
}

const SEEN = { bundle: '1.0', techniques: ['T9001.001', 'T9004.001', 'T9003', 'T9008'] };

test('every line is answered over all live groups, the likeliest first; the probabilities make 1 with that of none', async () => {
  const { exitCode, answers, orders } = await ranked([
    { id: 'one', ...SEEN },
    { id: 'two', techniques: [] },
  ]);
  expect(exitCode).toBe(0);
  expect(answers.map(({ id }) => id)).toEqual(['one', 'two']);
  const total = sampled('intrusion-set').filter(
    ({ revoked = false, x_mitre_deprecated: gone = false }) => !revoked && !gone,
  ).length;
  for (const [at, { ranked: order, p_none: none }] of answers.entries()) {
    expect(new Set(orders[at]).size).toBe(total);
    expect(order.reduce((sum, { p }) => sum + p, none)).toBeCloseTo(1, 4);
    expect(order).toEqual(order.toSorted((one, other) => other.p - one.p));
  }
  await expect(read('ranked.jsonl')).toMatchFileSnapshot('golden/triage_--batch.jsonl');
});

test('software of the lines counts where it is asked for', async () => {
  const lines = [{ id: 'one', techniques: ['T9001.001'], software: ['S9002'] }];
  const [without, withIt] = [await ranked(lines), await ranked(lines, '--software')];
  expect(withIt.answers[0]?.ranked).not.toEqual(without.answers[0]?.ranked);
  expect(withIt.exitCode).toBe(0);
});

test('what a set hides is not used, whether it stands in the line or in a file', async () => {
  const [first] = (await ranked([{ id: 'a', ...SEEN }])).orders;
  const hidden = sampled('relationship').map((relationship) => relationship.id);
  writeFileSync(path('all.txt.gz'), gzipSync([...hidden, 'citation:No such report'].join('\n')));
  const { orders, answers } = await ranked(
    [
      { id: 'in-line', ...SEEN, hidden },
      { id: 'in-file', ...SEEN, hidden_set: 'all' },
    ],
    '--hidden-dir',
    path('.'),
  );
  expect(hidden.length).toBeGreaterThan(10);
  // Nothing is left: by their ids.
  expect(orders).toEqual([first?.toSorted(), first?.toSorted()]);
  expect(answers.map(({ p_none: none }) => none)).toEqual([1, 1]);
  expect(first).not.toEqual(first?.toSorted());
});

test.each([
  ['no JSON', 'I480', ['good']],
  [{ id: 'bad', ...SEEN, bundle: '99.9' }, 'W613', ['bad', 'good']],
  [{ id: 'bad', ...SEEN, hidden_set: 'missing' }, 'A401', ['bad', 'good']],
  // A name that leads out of the folder.
  [{ id: 'bad', ...SEEN, hidden_set: '../incidents' }, 'I482', ['bad', 'good']],
])('%s is reported as %s, and the others are answered', async (line, code, ids) => {
  const { exitCode, err, answers } = await ranked([line, { id: 'good', ...SEEN }], '--hidden-dir', path('.'));
  expect(exitCode).toBe(3);
  expect(err).toContain(code);
  expect(answers.map(({ id }) => id)).toEqual(ids);
  expect(answers.at(-1)?.ranked.length).toBeGreaterThan(0);
  if (ids.length === 2)
    expect(answers[0]).toMatchObject({ ranked: [], p_none: 1, notes: [expect.any(String)] });
});

test('of many lines that cannot be answered, the first are named and the rest counted', async () => {
  const lines = Array.from({ length: 12 }, (_, at) => ({ id: `line ${at}`, ...SEEN, bundle: '99.9' }));
  const { err, answers } = await ranked(lines);
  expect(err.match(/W613/g)).toHaveLength(10);
  expect(err).toContain('and 2 more like these');
  expect(answers).toHaveLength(12);
});
