import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addReports, keptReports, openHome, type Home } from '../../../src/home/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function emptyPlace(): Promise<{ readonly folder: string; readonly home: Home }> {
  const folder = await temporaryFolder();
  const home = await openHome({ home: join(folder, 'home'), cwd: folder, env: {} });
  onTestFinished(() => home.close());
  return { folder, home };
}

async function* standardInput(...parts: readonly string[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}

test('standard input is read to its end; what comes next from there is no version of it', async () => {
  const { home } = await emptyPlace();
  const options = { addedAt: '2026-01-01T00:00:00.000Z' };
  const first = await addReports(home, ['-'], {
    ...options,
    standardInput: standardInput('A word on her', 'ons\n\nOne came.'),
  });
  expect(first).toMatchObject({
    added: [{ outcome: 'new', report: { title: 'A word on herons', file: '-', addedAt: options.addedAt } }],
    issues: [],
    refused: [],
  });
  const second = await addReports(home, ['-'], {
    ...options,
    standardInput: standardInput('Another word on herons\n\nTwo came.'),
  });
  expect(second.added).toMatchObject([{ outcome: 'new', earlier: [] }]);
});

test('two copies in a folder are one report; links and what is hidden are not followed', async () => {
  const { folder, home } = await emptyPlace();
  mkdirSync(join(folder, 'inbox/.git'), { recursive: true });
  for (const file of ['inbox/a.txt', 'inbox/b.txt', 'outside.txt', 'inbox/.git/c.txt', 'inbox/.d.txt'])
    writeFileSync(join(folder, file), `Herons ${file.length > 11 ? 'elsewhere' : 'here'}\n\nOne came.`);
  symlinkSync(join(folder, 'outside.txt'), join(folder, 'inbox/link.txt'));
  const seen: string[] = [];
  const kept: string[] = [];
  const { added, issues } = await addReports(home, [join(folder, 'inbox')], {
    progress: (what) => seen.push(what),
    kept: (label) => kept.push(label),
  });
  expect(added.map(({ outcome, report }) => [outcome, report.file])).toEqual([
    ['new', 'a.txt'],
    ['known', 'a.txt'],
  ]);
  expect(issues).toEqual([]);
  expect(seen.map((what) => what.split(':')[0])).toEqual(['1 of 2', '2 of 2', '']);
  expect(kept).toEqual(added.map(({ report }) => report.label));
  expect((await keptReports(home.paths.reports)).reports).toHaveLength(1);
});

test('limits are those of reports, unless others are set', async () => {
  const { folder, home } = await emptyPlace();
  const large = join(folder, 'large.txt');
  writeFileSync(large, `Large\n\n${' '.repeat(65 * 1024 * 1024)}`);
  expect((await addReports(home, [large])).issues.map(({ code }) => code)).toEqual(['A404']);
  writeFileSync(join(folder, 'small.txt'), 'Small herons\n\nOne came.');
  mkdirSync(join(folder, 'home'), { recursive: true });
  writeFileSync(join(folder, 'home/config.yaml'), 'limits: { maximumBytes: 10 }\n');
  const narrow = await openHome({ home: join(folder, 'home'), cwd: folder, env: {} });
  expect((await addReports(narrow, [join(folder, 'small.txt')])).issues.map(({ code }) => code)).toEqual([
    'A404',
  ]);
});
