import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyHome } from '../../support/sample-home.ts';
import { runFoeprint } from '../../support/run-foeprint.ts';

const { path, write } = emptyHome();

/** What came of it, as JSON. */
async function answerOf(...words: readonly string[]): Promise<unknown> {
  const { out } = await runFoeprint(...words, '--json', '--home', path('home'));
  return JSON.parse(out);
}

test('sightings of bundles that are loaded are imported once, as far as their source may go', async () => {
  copyFileSync(join(import.meta.dirname, 'cases', 'stix', 'input.json'), path('report.json'));
  write('other.json', '{"type":"bundle","id":"bundle--00000000-0000-4000-8000-000000000009","objects":[]}');
  await answerOf('load', path('report.json'), '--kind', 'vendor-report');
  const rejects = path('rejects.ndjson');
  expect(await answerOf('sightings', 'import', '--loaded', '--rejects', rejects)).toMatchObject({
    answer: {
      inputs: [
        { file: 'report.json', format: 'stix', outcome: 'stored', batch: { rows: 4, level: 'TLP:AMBER' } },
      ],
    },
  });
  expect(await answerOf('sightings', 'import', '--loaded', '--rejects', rejects)).toMatchObject({
    answer: { inputs: [{ file: 'report.json', outcome: 'known' }] },
  });
  expect(await answerOf('sightings', 'list')).toMatchObject({ answer: { batches: [{ rows: 4 }] } });
});
