import { writeFile } from 'node:fs/promises';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineRecords } from '../../../src/acquisition/index.ts';
import { openEngine, RECORD_FORMATS, writeRejected } from '../../../src/sightings/duckdb/index.ts';
import { runs } from '../../support/runs.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** What the engine refuses a whole file for: a line that ends a record which another began. The test below holds it. */
const ENDS_ANOTHER = /^\s*[\]}]/u;

/** What the engine takes for two records: a bare number of more than 64 bits, right at the end of a line. The test below holds it. */
const VAST_NUMBER = /^\s*-?\d{20,}$/u;

const line = fc
  .oneof(
    fc.json(),
    fc.string({ unit: fc.constantFrom(...Array.from('{}[]":, \t\r\\ux0é\u0000\u2028')) }),
    fc.constantFrom('', '  ', '{"class_uid":2004}', '{"time":1}{"time":2}', 'null', '\u0001', '\u000c'),
  )
  .filter((text) => !ENDS_ANOTHER.test(text) && !VAST_NUMBER.test(text));

test('a record that is broken over lines, the last of which is a bracket alone, is refused with a code', async () => {
  const folder = await temporaryFolder();
  const engine = await openEngine({ folder });
  const input = join(folder, 'broken.ndjson');
  await writeFile(input, '{"class_uid":2004}\n{\n}\n');
  await expect(
    writeRejected(engine, RECORD_FORMATS.ocsf(input), '2027-01-01', join(folder, 'places.csv')),
  ).rejects.toThrow('S903');
  await engine.close();
});

test('a line that is a bare number of more than 64 bits counts as two records, a longer line that has one as one', async () => {
  const folder = await temporaryFolder();
  const engine = await openEngine({ folder });
  const [input, places] = [join(folder, 'input.ndjson'), join(folder, 'places.csv')];
  for (const [text, records] of [
    ['18446744073709552000', 2],
    ['[18446744073709552000]', 1],
    ['{"class_uid":18446744073709552000}', 1],
    ['12345678901234567890', 1],
  ] as const) {
    await writeFile(input, `${text}\n`);
    await writeRejected(engine, RECORD_FORMATS.ocsf(input), '2027-01-01', places);
    expect([text, readFileSync(places, 'utf8').split('\n').filter(Boolean).length]).toEqual([text, records]);
  }
  await engine.close();
});

test('the engine counts records as whoever looks for the rejected ones does, whatever the lines hold', async () => {
  const folder = await temporaryFolder();
  const engine = await openEngine({ folder });
  const [input, places] = [join(folder, 'input.ndjson'), join(folder, 'places.csv')];
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
      // Of a file of one byte without a line end, which is no record of any format, the engine reads nothing.
      await writeFile(input, `${lines.join('\n')}\n`);
      let records = 0;
      for await (const some of lineRecords(createReadStream(input), 1e6)) records += some.length;
      await writeRejected(engine, RECORD_FORMATS.ocsf(input), '2027-01-01', places);
      const rejected = readFileSync(places, 'utf8').split('\n').filter(Boolean);
      // None of the lines is a whole finding.
      expect(rejected.map((each) => Number(/"place":(\d+)/u.exec(each)?.[1]))).toEqual(
        Array.from({ length: records }, (_, index) => index + 1),
      );
    }),
    runs(60),
  );
  await engine.close();
});
