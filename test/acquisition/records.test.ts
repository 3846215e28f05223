import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonRecords, lineRecords, tableRecords, type Framing } from '../../src/acquisition/index.ts';
import { runs } from '../support/runs.ts';

/** Records of a text that comes in pieces of these sizes, again and again. */
async function recordsOf(
  framing: Framing,
  text: string,
  sizes: readonly number[] = [],
  longest = 1000,
): Promise<readonly (readonly [line: number, text: string])[]> {
  const bytes = Buffer.from(text);
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0, turn = 0; at < bytes.length; turn++) {
      const size = await Promise.resolve(sizes[turn % sizes.length] ?? bytes.length);
      yield bytes.subarray(at, at + size);
      at += size;
    }
  }
  const records: [number, string][] = [];
  for await (const some of framing(pieces(), longest))
    for (const { line, bytes: record, isCut } of some)
      records.push([line, isCut ? `cut: ${record.toString().slice(0, 5)}` : record.toString()]);
  return records;
}

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const FRAMINGS = { lineRecords, jsonRecords, tableRecords };

test.for(Object.entries(FRAMINGS))(
  '%s: where the pieces of an input end does not matter',
  async ([, framing]) => {
    const texts = fc.string({ unit: fc.constantFrom(...Array.from('ab" ,\n\r{}[]\\é')) });
    await fc.assert(
      fc.asyncProperty(texts, sizes, async (text, pieces) => {
        expect(await recordsOf(framing, text, pieces)).toEqual(await recordsOf(framing, text));
      }),
      runs(300),
    );
  },
);

test('the entries of a JSON list are its records, however it is laid out', async () => {
  const entries = fc.array(fc.jsonValue().filter((value) => typeof value === 'object' && value !== null));
  await fc.assert(
    fc.asyncProperty(entries, fc.constantFrom(undefined, 1), sizes, async (list, indent, pieces) => {
      const records = await recordsOf(jsonRecords, JSON.stringify(list, null, indent), pieces, 100_000);
      // As JSON, which has no -0.
      expect(records.map(([, text]) => JSON.stringify(JSON.parse(text)))).toEqual(
        list.map((entry) => JSON.stringify(entry)),
      );
    }),
    runs(200),
  );
});

test.for<[name: keyof typeof FRAMINGS, text: string, records: readonly (readonly [number, string])[]]>([
  [
    'lineRecords',
    'a\n\n  \r\nb',
    [
      [1, 'a'],
      [4, 'b'],
    ],
  ],
  ['lineRecords', '\ufeffa\n', [[1, 'a']]],
  [
    'lineRecords',
    `a\n${'b'.repeat(20)}\nc`,
    [
      [1, 'a'],
      [2, 'cut: bbbbb'],
      [3, 'c'],
    ],
  ],
  [
    'jsonRecords',
    '{"a":1}\n{"a":"}]"} 7 "x"',
    [
      [1, '{"a":1}'],
      [2, '{"a":"}]"}'],
      [2, '7'],
      [2, '"x"'],
    ],
  ],
  [
    'jsonRecords',
    '\ufeff[\n {\n} , [1]\n,2]',
    [
      [2, '{\n}'],
      [3, '[1]'],
      [4, '2'],
    ],
  ],
  ['jsonRecords', '[{"a":"\\"]"}', [[1, '{"a":"\\"]"}']]],
  ['jsonRecords', '{"a":[', [[1, '{"a":[']]],
  [
    'jsonRecords',
    `[{"a":"${'b'.repeat(20)}"},1]`,
    [
      [1, 'cut: {"a":'],
      [1, '1'],
    ],
  ],
  [
    'tableRecords',
    'a,b\n"x\ny",2\n\n3,4',
    [
      [1, 'a,b'],
      [2, '"x\ny",2'],
      [5, '3,4'],
    ],
  ],
  ['tableRecords', '"never ends\n1,2', [[1, '"never ends\n1,2']]],
])('%s of %j', async ([name, text, records]) => {
  expect(await recordsOf(FRAMINGS[name], text, [3], 16)).toEqual(records);
});
