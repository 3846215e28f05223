import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../../src/intake/index.ts';
import type { KeptReport, LabelledSentence, ReportDecision } from '../../../src/threat/index.ts';
import { labelledSamples, sentencesDecided } from '../../../src/workbench/reports/model/labelled-samples.ts';
import { tryLearning } from '../../../src/workbench/reports/model/learn-labelled.ts';
import { knowledgeOf } from '../../support/desk.ts';
import { accessWith } from '../../support/sightings.ts';

const sample = readFileSync(new URL('../../../samples/sample-attack.json', import.meta.url), 'utf8');
const about = { location: 'sample-attack.json', sha256: '0'.repeat(64), bytes: sample.length };
const desk = await accessWith(knowledgeOf(readBundle(JSON.parse(sample), about)), []).view({}, undefined);

/** The same sentences in each of these reports. */
function labelled(docs: readonly string[], ...sentences: readonly (readonly [string, ...string[]])[]) {
  return docs.flatMap((doc) =>
    sentences.map(([text, ...techniques]): LabelledSentence => ({ text, techniques, doc })),
  );
}

describe('learning from labelled sentences', () => {
  test('reads what it has learnt in other reports', async () => {
    const docs = ['a', 'b', 'c', 'd', 'e', 'f'];
    const found = await tryLearning(
      desk,
      labelled(
        docs,
        ['They drew heavy velvet curtains before dawn.', 'T9003'],
        ['Heavy velvet curtains hid the lamps.', 'T9003'],
        ['The mill stands by the river.'],
      ),
    );
    expect(found).toMatchObject({ docs: 6, tested: 6, isBetter: true });
    expect(found.after.f1).toBeGreaterThan(found.before.f1);
    expect(found.after.first).toBe(1);
  });

  test('is not taken where it reads worse', async () => {
    const right = labelled(['c'], ['Letters came with attached price lists.', 'T9001.001']);
    const wrong = labelled(
      ['a', 'b'],
      ...Array.from({ length: 12 }, () => ['Letters came with attached price lists.'] as const),
      ['Something else.', 'T9008'],
    );
    const { before, after, isBetter } = await tryLearning(desk, [...right, ...wrong]);
    expect(after.f1).toBeLessThan(before.f1);
    expect(isBetter).toBe(false);
  });

  test.for<[string, readonly LabelledSentence[]]>([
    ['none', []],
    ['those of two reports', labelled(['a', 'b'], ['Curtains.', 'T9003'])],
    ['those that state nothing', labelled(['a', 'b', 'c', 'd'], ['Curtains.'])],
  ])('%s are too few', async ([, sentences]) => {
    await expect(tryLearning(desk, sentences)).rejects.toMatchObject({ issues: [{ code: 'W738' }] });
  });
});

test('several techniques share a sentence; ids of nothing in view are left out', () => {
  expect(
    labelledSamples(desk, [
      { text: 'Both.', techniques: ['T9003', 'T9008', 'T9999'], doc: 'a' },
      { text: 'None.', techniques: [], doc: 'a' },
      { text: 'Unknown.', techniques: ['T9999'], doc: 'a' },
    ]),
  ).toEqual([
    { text: 'Both.', technique: 'T9003', weight: 0.5, from: 'labelled:a' },
    { text: 'Both.', technique: 'T9008', weight: 0.5, from: 'labelled:a' },
    { text: 'None.', technique: '', weight: 0.5, from: 'labelled:a' },
  ]);
});

test('decisions are labels: what is accepted or changed to is stated by its first sentence, what is rejected is not', () => {
  const decide = (
    suggestion: string,
    verdict: ReportDecision['verdict'],
    sentence: string,
    more: Partial<ReportDecision> = {},
  ): ReportDecision => ({
    suggestion,
    verdict,
    sentences: [sentence, 'Another one.'],
    decidedAt: '2026-05-02T10:00:00Z',
    ...more,
  });
  const report = {
    id: 'ab'.repeat(32),
    decisions: [
      decide('uses/G9001/T9003', 'reject', 'First.'),
      decide('uses/G9001/T9003', 'accept', 'First.'),
      decide('uses/-/T9008', 'change', 'Second.', { object: 'T9001', subject: 'G9001' }),
      decide('uses/G9001/T9004', 'reject', 'Third.'),
      decide('uses/G9001/T9005', 'accept', 'Third.'),
      decide('uses/G9001/T9006', 'reject', 'Fourth.'),
      decide('uses/G9001/S9001', 'accept', 'Software is no technique.'),
      decide('targets/G9001/Luxembourg', 'accept', 'Places are none either.'),
    ],
  } satisfies Pick<KeptReport, 'id' | 'decisions'>;
  expect(sentencesDecided([{ ...KEPT, ...report }])).toEqual([
    { text: 'First.', techniques: ['T9003'], doc: 'REP-ABABABAB' },
    { text: 'Second.', techniques: ['T9001'], doc: 'REP-ABABABAB' },
    { text: 'Third.', techniques: ['T9005'], doc: 'REP-ABABABAB' },
    { text: 'Fourth.', techniques: [], doc: 'REP-ABABABAB' },
  ]);
});

const KEPT: KeptReport = {
  id: '',
  kind: 'vendor-report',
  format: 'a plain text',
  location: 'a.txt',
  addedAt: '2026-05-02T10:00:00Z',
  title: 'A report',
  references: [],
  text: '',
  mentions: [],
  decisions: [],
};
