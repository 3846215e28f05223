import { describe, expect, test } from 'vitest';
import type { ReportAnswer, ReportReviewAnswer } from '../../src/answers/index.ts';
import { sampleHome } from '../support/sample-home.ts';

const { path, read, run, write } = sampleHome();

const REPORT = [
  'Letters of spring',
  '',
  'Example Heron visited several mills in Luxembourg.',
  'It installed REEDBED and drew the blinds (T9003).',
  'Example Kestrel went elsewhere (T9008).',
].join('\n');

async function answered<Answer>(...words: readonly string[]): Promise<Answer> {
  const { exitCode, out, err } = await run(...words, '--json');
  expect({ exitCode, err }).toMatchObject({ exitCode: 0 });
  return (JSON.parse(out) as { readonly answer: Answer }).answer;
}

/** Keys of suggestions with what was decided of them. */
function keys({ suggestions }: ReportAnswer): readonly string[] {
  return suggestions.map(({ key, decision }) =>
    decision === undefined ? key : `${key} ${decision.verdict}`,
  );
}

const ALL = ['uses/G9001/T9003', 'uses/G9002/T9008', 'uses/G9001/S9001'];

describe('report extract', () => {
  test('reads a report and keeps nothing', async () => {
    write('spring.txt', REPORT);
    expect(keys(await answered<ReportAnswer>('report', 'extract', path('spring.txt')))).toEqual(
      expect.arrayContaining(ALL),
    );
    expect((await run('report', 'list', '--json')).exitCode).toBe(1);
  });

  test('has a page with sentences, groups and what comes next', async () => {
    const { out } = await run('report', 'extract', path('spring.txt'));
    expect(out.replaceAll(/\s+/gu, ' ')).toContain('Open Back Door');
    expect(out).toMatch(/Example Heron +Example Heron \(G9001\)/u);
    expect(out).toContain('foeprint report add');
  });

  test('refuses a file of several reports, and one that is none', async () => {
    const bundle = (...titles: readonly string[]) => ({
      type: 'bundle',
      id: 'bundle--5d0092c5-5f74-4287-9642-33f4c354e56d',
      objects: titles.map((name, index) => ({
        type: 'report',
        id: `report--5d0092c5-5f74-4287-9642-33f4c354e56${index}`,
        spec_version: '2.1',
        created: '2026-01-01T00:00:00.000Z',
        modified: '2026-01-01T00:00:00.000Z',
        published: '2026-01-01T00:00:00Z',
        name,
        description: 'It came (T9003).',
        object_refs: [],
      })),
    });
    write('two.json', bundle('One', 'Two'));
    write('one.json', bundle('One'));
    expect(await run('report', 'extract', path('two.json'))).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('C851') as string,
    });
    expect(keys(await answered<ReportAnswer>('report', 'extract', path('one.json')))).toEqual([
      'uses/-/T9003',
    ]);
    expect((await run('report', 'extract', path('none.txt'))).exitCode).not.toBe(0);
  });
});

describe('report extract --batch', () => {
  test('writes a line for each report: techniques, and groups best first', async () => {
    write(
      'docs.jsonl',
      `${JSON.stringify({ doc_id: 'a', text: REPORT })}\n${JSON.stringify({ doc_id: 'b', text: '' })}\n`,
    );
    expect(
      await run('report', 'extract', '--batch', path('docs.jsonl'), '-o', path('out.jsonl')),
    ).toMatchObject({
      exitCode: 0,
    });
    const [first, second, ...others] = lines('out.jsonl');
    expect(first).toMatchObject({
      doc_id: 'a',
      techniques: expect.arrayContaining(['T9003', 'T9008']) as string[],
      groups: ['G9001', 'G9002'],
    });
    expect(second).toEqual({ doc_id: 'b', techniques: [], groups: [] });
    expect(others).toEqual([]);
  });

  test('of sentences: what each may state, and what of that the report is sure of', async () => {
    const sentences = REPORT.split('\n').map((text, index) => ({ doc_id: 'a', sent_id: index, text }));
    write('sents.jsonl', `${sentences.map((each) => JSON.stringify(each)).join('\n')}\n`);
    const words = [
      'report',
      'extract',
      '--batch',
      path('sents.jsonl'),
      '--sentences',
      '-o',
      path('ranked.jsonl'),
    ];
    expect(await run(...words)).toMatchObject({ exitCode: 0 });
    const found = lines('ranked.jsonl');
    expect(found.map(({ sent_id: id }) => id)).toEqual(sentences.map(({ sent_id: id }) => id));
    const ranked = found[3]?.['ranked'] as readonly (readonly [string, number])[];
    expect(ranked[0]).toEqual(['T9003', 0.8]);
    expect(ranked.map(([, p]) => p)).toEqual(ranked.map(([, p]) => p).toSorted((one, other) => other - one));
    expect(found[0]?.['accepted']).toEqual([]);
  });

  test('lines that are none are reported, and the others answered', async () => {
    write('bad.jsonl', `no\n${JSON.stringify({ doc_id: 'a', text: 'x' })}\n`);
    const { exitCode, out, err } = await run('report', 'extract', '--batch', path('bad.jsonl'));
    expect(exitCode).toBe(3);
    expect(err).toContain('I305');
    expect(JSON.parse(out)).toEqual({ doc_id: 'a', techniques: [], groups: [] });
  });
});

function lines(file: string): readonly Readonly<Record<string, unknown>>[] {
  return read(file)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
}

describe('report show and report review', () => {
  test('decisions are kept, shown and taken back', async () => {
    expect(await run('report', 'add', path('spring.txt'))).toMatchObject({ exitCode: 0 });
    const shown = await answered<ReportAnswer>('report', 'show', 'Letters of spring');
    const label = shown.label ?? '';
    expect(label).toMatch(/^REP-[0-9A-F]{8}$/u);
    expect(keys(shown)).toEqual(expect.arrayContaining(ALL));

    const review = ['report', 'review', label];
    const decided = await answered<ReportReviewAnswer>(
      ...review,
      '--accept',
      'uses/G9001/T9003',
      '--reject',
      'uses/G9001/S9001',
      '--status',
      'confirmed',
    );
    expect(decided.decided).toEqual([
      { key: 'uses/G9001/T9003', verdict: 'accept', status: 'confirmed' },
      { key: 'uses/G9001/S9001', verdict: 'reject' },
    ]);
    expect(decided.open).toBe(shown.suggestions.length - 2);
    const change = ['--change', 'uses/G9002/T9008', '--object', 'T9001', '--subject', 'Example Heron'];
    expect((await answered<ReportReviewAnswer>(...review, ...change)).decided).toEqual([
      { key: 'uses/G9002/T9008', verdict: 'change', subject: 'G9001', object: 'T9001' },
    ]);
    const after = await answered<ReportAnswer>('report', 'show', label);
    expect(keys(after)).toEqual(
      expect.arrayContaining([
        'uses/G9001/T9003 accept',
        'uses/G9001/S9001 reject',
        'uses/G9002/T9008 change',
      ]),
    );
    const undone = await answered<ReportReviewAnswer>(...review, '--undo', 'uses/G9002/T9008');
    expect(undone).toMatchObject({ withdrawn: ['uses/G9002/T9008'], decided: [] });
    expect(keys(await answered<ReportAnswer>('report', 'show', label, '--undecided'))).toEqual(
      expect.arrayContaining(['uses/G9002/T9008']),
    );
  });

  test.for<[string, readonly string[], string]>([
    ['what is no suggestion', ['--accept', 'uses/G9001/T9999'], 'W737'],
    ['a change to nothing', ['--change', 'uses/G9001/T9003'], 'W736'],
    ['a name of nothing', ['--change', 'uses/G9001/T9003', '--object', 'Nothing at all'], 'W601'],
    ['nobody to ask', [], 'C850'],
  ])('%s: nothing is decided', async ([, words, code]) => {
    const before = await answered<ReportAnswer>('report', 'show', 'Letters of spring');
    const { exitCode, err } = await run('report', 'review', 'Letters of spring', ...words);
    expect(exitCode).not.toBe(0);
    expect(err).toContain(code);
    expect(keys(await answered<ReportAnswer>('report', 'show', 'Letters of spring'))).toEqual(keys(before));
  });
});

describe('report learn', () => {
  test('says how it reads before and after, and is used once it is taken', async () => {
    const doc = (id: string) =>
      ['They drew heavy velvet curtains before dawn.', 'Heavy velvet curtains hid the lamps.'].map((text) =>
        JSON.stringify({ doc_id: id, text, techniques: ['T9003'] }),
      );
    write('labelled.jsonl', ['a', 'b', 'c', 'd', 'e', 'f'].flatMap(doc).join('\n'));
    const trial = await answered<object>('report', 'learn', path('labelled.jsonl'), '--dry-run');
    expect(trial).toMatchObject({ isTrial: true, isTaken: false });
    const sentence = { doc_id: 'z', sent_id: 0, text: 'Heavy velvet curtains hid the lamps before dawn.' };
    write('velvet.jsonl', JSON.stringify(sentence));
    const first = async (): Promise<number> => {
      const { out } = await run('report', 'extract', '--batch', path('velvet.jsonl'), '--sentences');
      const { ranked } = JSON.parse(out) as { readonly ranked: readonly (readonly [string, number])[] };
      return ranked.find(([technique]) => technique === 'T9003')?.[1] ?? 0;
    };
    const before = await first();
    const learnt = await answered<object>('report', 'learn', path('labelled.jsonl'));
    expect(learnt).toMatchObject({ isTaken: true, after: { first: 1 } });
    expect(await first()).toBeGreaterThan(before);
    expect(await run('report', 'learn', '--reset')).toMatchObject({ exitCode: 0 });
    expect(await first()).toBe(before);
  });

  test('too few to learn from are said', async () => {
    write('few.jsonl', JSON.stringify({ doc_id: 'a', text: 'x', techniques: ['T9003'] }));
    const { exitCode, err } = await run('report', 'learn', path('few.jsonl'));
    expect(exitCode).not.toBe(0);
    expect(err).toContain('W738');
  });
});
