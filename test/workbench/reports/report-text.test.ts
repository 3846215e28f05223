import { expect, test } from 'vitest';
import type { TextParagraph } from '../../../src/answers/index.ts';
import type { KeptReport } from '../../../src/threat/index.ts';
import { textOfReport } from '../../../src/workbench/reports/text.ts';

const TEXT = [
  'Letters of spring',
  '1.',
  '• They came by letter. It was in the night (cf. the first). Nobody saw them',
  '',
  'Example Heron\tREEDBED\tT9001',
  '—',
].join('\n');

function kept(text: string): KeptReport {
  return {
    id: '1a2b3c4d'.repeat(8),
    location: 'letters.txt',
    addedAt: '2026-05-02T06:00:00.000Z',
    kind: 'vendor-report',
    title: 'Letters of spring',
    format: 'a plain text',
    level: 'amber',
    text,
    mentions: [],
    references: [],
    decisions: [],
  };
}

async function textOf(text: string, part: { readonly from?: number; readonly limit?: number } = {}) {
  return await textOfReport(
    { reports: () => Promise.resolve([kept(text)]) },
    { report: 'REP-1A2B3C4D', domains: [], withdrawn: false, ...part },
  );
}

/** A paragraph to a line: its sentences by their numbers. */
function lines(paragraphs: readonly TextParagraph[]): readonly string[] {
  return paragraphs.map(({ isContinued, sentences }) =>
    [
      ...(isContinued ? ['…'] : []),
      ...sentences.map(({ place, text }) => (place === undefined ? text : `${String(place)}:${text}`)),
    ].join(' | '),
  );
}

test('a report has all its words, by the numbers of its sentences', async () => {
  const { answer, level } = await textOf(TEXT);
  expect(lines(answer.paragraphs)).toEqual([
    '0:Letters of spring',
    '1.',
    '1:• They came by letter. | 2:It was in the night (cf. the first). | 3:Nobody saw them',
    '4:Example Heron\tREEDBED\tT9001',
    '—',
  ]);
  expect(answer).toMatchObject({ label: 'REP-1A2B3C4D', sentences: 5, level: 'amber' });
  expect(answer.next).toBeUndefined();
  expect(level).toBe('amber');
});

test.for([0, 2])('a part of nothing leads nowhere, from sentence %i on', async (from) => {
  const { answer } = await textOf(TEXT, { from, limit: 0 });
  expect(answer).toMatchObject({ paragraphs: [], sentences: 5 });
  expect(answer.next).toBeUndefined();
});

test('parts of a report make up the whole', async () => {
  const parts: TextParagraph[] = [];
  let from: number | undefined = 0;
  while (from !== undefined) {
    const { answer } = await textOf(TEXT, { from, limit: 2 });
    parts.push(...answer.paragraphs);
    from = answer.next;
  }
  expect(lines(parts)).toEqual([
    '0:Letters of spring',
    '1.',
    '1:• They came by letter.',
    '… | 2:It was in the night (cf. the first). | 3:Nobody saw them',
    '4:Example Heron\tREEDBED\tT9001',
    '—',
  ]);
});

test('lines that are too short to be sentences are one paragraph, however many there are', async () => {
  const { answer } = await textOf(`Letters of spring\n1.\n\n${'ab\n'.repeat(1000)}Letters of summer`, {
    limit: 1,
  });
  expect(answer.paragraphs.length).toBe(2);
  expect(answer.paragraphs[1]?.sentences[0]?.text).toMatch(/^1\.\nab\nab\n/u);
  expect(answer.next).toBe(1);
});

test('beyond its end, and of nothing, there is none', async () => {
  expect((await textOf(TEXT, { from: 5 })).answer.paragraphs).toEqual([]);
  expect(await textOf(' \n')).toMatchObject({
    answer: { sentences: 0, paragraphs: [] },
    notes: ['It has no text that could be read.'],
  });
});
