import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { emptyHome } from '../support/sample-home.ts';
import { ruleText } from '../support/sigma.ts';

const { path, run, write } = emptyHome();
mkdirSync(path('rules/deeper'), { recursive: true });
mkdirSync(path('logs'));

const CONCH = ruleText('conch:\n  Shell|endswith: conch\ncondition: conch').replace(
  'title',
  'id: 0d9b7a52-4a6e-4e0c-9a52-4a6e4e0c9a52\ntitle',
);
write('rules/conch.yml', CONCH);
write(
  'rules/deeper/whelk.yml',
  `${ruleText('whelk: [whelk]\ncondition: whelk')}---\ntitle: Many\ncorrelation: {}\n`,
);
write('rules/notes.txt', 'no rule');
write(
  'events.ndjson',
  '{"Shell": "a conch"}\n\nno event\n{"Shell": "a whelk", "deep": {"text": "whelks"}}\n{"Shell": "sand"}\n',
);

interface Matches {
  readonly matches: readonly {
    readonly file: string;
    readonly events: readonly { readonly number: number }[];
  }[];
  readonly missed: readonly string[];
}

async function tested(
  ...words: readonly string[]
): Promise<readonly [exitCode: number | undefined, Matches]> {
  const { exitCode, out } = await run('sigma', 'test', ...words, '--json');
  return [exitCode, (JSON.parse(out) as { readonly answer: Matches }).answer];
}

test('rules of a folder against events of a file: what matches, by its number; what is no event is remarked upon', async () => {
  const [exitCode, { matches }] = await tested(path('rules'), path('events.ndjson'));
  expect(exitCode).toBe(0);
  expect(matches.map(({ file, events }) => [file, events.map(({ number }) => number)])).toEqual([
    ['rules/conch.yml', [1]],
    ['rules/deeper/whelk.yml', [2]],
  ]);
  const { err, out } = await run('sigma', 'test', path('rules'), path('events.ndjson'));
  expect(err).toContain('G150');
  expect(out).toContain('G113');
});

test('what is expected and does not match, and nothing that matches, end in 1', async () => {
  const id = '0d9b7a52-4a6e-4e0c-9a52-4a6e4e0c9a52';
  const events = path('events.ndjson');
  expect((await tested(path('rules'), events, '--expect', id, '--expect', 'whelk.yml'))[0]).toBe(0);
  const [exitCode, { missed }] = await tested(
    path('rules/conch.yml'),
    events,
    '--expect',
    id,
    '--expect',
    'whelk.yml',
  );
  expect([exitCode, missed]).toEqual([1, ['whelk.yml']]);
  write('sand.json', '[{"Shell": "sand"}]');
  expect((await tested(path('rules'), path('sand.json')))[0]).toBe(1);
});

test('a stream is answered line by line', async () => {
  const { exitCode, out } = await run('sigma', 'test', path('rules'), path('events.ndjson'), '--stream');
  const lines = out
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as Matches & { readonly line: number; readonly issue?: { readonly code: string } },
    );
  expect(exitCode).toBe(3);
  expect(lines.map(({ line, matches, issue }) => [line, issue?.code ?? matches[0]?.file])).toEqual([
    [1, 'rules/conch.yml'],
    [3, 'G150'],
    [4, 'rules/deeper/whelk.yml'],
  ]);
});

test('a check ends in 1 where there are errors', async () => {
  expect((await run('sigma', 'check', path('rules'))).exitCode).toBe(0);
  write('bad.yml', CONCH.replace('conch.\n', '').replace('condition: conch', 'condition: whelk'));
  const { exitCode, out } = await run('sigma', 'check', path('bad.yml'), '--errors-only');
  expect([exitCode, out.includes('G109')]).toEqual([1, true]);
});

test('logs without events are refused, beside others remarked upon', async () => {
  write('logs/none.json', '[]');
  write('logs/blank.ndjson', '\n\n');
  write('logs/words.json', 'no event');
  for (const log of ['logs', 'logs/none.json', 'logs/blank.ndjson', 'logs/words.json']) {
    const { exitCode, err } = await run('sigma', 'test', path('rules'), path(log));
    expect([exitCode, err.includes('G150')], log).toEqual([3, true]);
  }
  const { exitCode, err } = await run('sigma', 'test', path('rules'), path('logs'), path('events.ndjson'));
  expect([exitCode, err.match(/G150/gu)?.length]).toEqual([0, 4]);
});
