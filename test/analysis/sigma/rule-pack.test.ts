import { expect, test } from 'vitest';
import { loadedTarget, rulePack, type Packing } from '../../../src/analysis/index.ts';
import { packPaths } from '../../../src/analysis/sigma/pack-paths.ts';
import type { RuleFile } from '../../../src/answers/index.ts';
import { SHORE } from '../../support/world/cast.ts';
import { worldView } from '../../support/world/desk.ts';

const view = worldView([SHORE]);
const loaded = loadedTarget(view, view, '1.0');

/** T9900 of a later release was split: it is T9011 or T9012.001 here; T9901 is T9011. */
const target: Packing['target'] = {
  ...loaded,
  resolve: (from) => {
    const came = { from, standing: 'resolved', reason: 'came after 1.0', candidates: [] } as const;
    if (from === 'T9901') return { ...came, to: 'T9011' };
    return from === 'T9900'
      ? { ...came, standing: 'ambiguous', candidates: ['T9011', 'T9012.001'] }
      : loaded.resolve(from);
  },
};

/** A rule with these tags, and lines of its own. */
function rule(tags: string, more = 'status: test'): string {
  return `title: Sees ${tags}\n${more}\ntags: [${tags}]\nlogsource: { product: windows }\ndetection: { sel: { Shell: conch }, condition: sel }\n`;
}

function packed(files: Readonly<Record<string, string>>, options: Partial<Packing> = {}) {
  const { catalogue } = view;
  const library = {
    name: 'rules.zip',
    refused: 0,
    files: Object.entries(files).map(([file, text]): RuleFile => ({ file, text })),
  };
  const asked = ['T9011', 'T9012', 'T9012.001', 'T9012.002'];
  const weights = new Map(asked.map((id) => [catalogue.find(id)[0] ?? -1, 1]));
  return rulePack(library, { catalogue, weights, platforms: [], target, ...options });
}

test.for<[string, string, readonly string[]]>([
  ['the technique itself', rule('attack.t9011'), ['T9011']],
  ['in capitals, among others', rule('attack.execution, attack.T9011, cve.2024-1'), ['T9011']],
  ['several', rule('attack.t9011, attack.t9012.001'), ['T9011', 'T9012.001']],
  ['another id in the release', rule('attack.t9901'), ['T9011']],
  ['an id that was split', rule('attack.t9900'), ['T9011', 'T9012.001']],
  ['the sub-technique, not the technique above it', rule('attack.t9012.001'), ['T9012.001']],
  ['a technique that nobody asks about', rule('attack.t9013'), []],
  ['an id that is not in the release', rule('attack.t9999'), []],
  ['a technique in its description alone', rule('attack.execution', 'description: as attack.t9011'), []],
])('a rule tagged with %s', ([, text, techniques]) => {
  expect(packed({ 'a.yml': text }).rules.flatMap((each) => each.techniques)).toEqual(techniques);
});

test.for<[string, string, Partial<Packing>, string | undefined]>([
  ['deprecated', rule('attack.t9011', 'status: deprecated'), {}, 'deprecated'],
  ['unsupported', rule('attack.t9011', 'status: unsupported'), {}, 'unsupported'],
  ['of another platform', rule('attack.t9011'), { platforms: ['Linux'] }, 'other-platform'],
  ['of the platform', rule('attack.t9011'), { platforms: ['Linux', 'Windows'] }, undefined],
  [
    'of any platform',
    rule('attack.t9011').replace('product: windows', 'category: proxy'),
    { platforms: ['Linux'] },
    undefined,
  ],
])('a rule that is %s', ([, text, options, reason]) => {
  const { rules, left, files } = packed({ 'a.yml': text }, options);
  expect(left.map((each) => each.reason)).toEqual(reason === undefined ? [] : [reason]);
  expect([rules.length, files.length]).toEqual(reason === undefined ? [1, 1] : [0, 0]);
});

test('techniques with and without rules, and what became of tags', () => {
  const pack = packed({
    'a.yml': rule('attack.t9901, attack.t9012.001'),
    'b.yml': rule('attack.t9999'),
    'broken.yml': 'title: [\ntags: [attack.t9011]\n',
  });
  expect(pack.techniques.map(({ technique: { label }, rules, near }) => [label, rules, near.join()])).toEqual(
    [
      ['T9011', 1, ''],
      ['T9012', 0, 'T9012.001'],
      ['T9012.001', 1, ''],
      ['T9012.002', 0, ''],
    ],
  );
  expect(pack).toMatchObject({ covered: 2, share: 0.5, library: { ids: 4, unchanged: 2, files: 3 } });
  expect(pack.carried.map(({ from, to, standing }) => [from, to.join(), standing])).toEqual([
    ['T9901', 'T9011', 'resolved'],
    ['T9999', '', 'unknown'],
  ]);
  expect(pack.issues.map(({ code }) => code)).toEqual(['G101']);
});

test('a file stands in the pack as it is', () => {
  const text = `\uFEFF# Ours\r\n${rule('attack.t9011').replaceAll('\n', '\r\n')}\r\n\r\n`;
  expect(packed({ 'a.yml': text }).files).toEqual([{ path: 'rules/a.yml', text }]);
});

test.for<[file: string, path: string]>([
  ['windows/process/a_b.yml', 'rules/windows/process/a_b.yml'],
  ['a.yaml', 'rules/a.yml'],
  ['../../etc/.profile.yml', 'rules/-/-/etc/profile.yml'],
  ['C:\\rules\\a.yml', 'rules/C-/rules/a.yml'],
  ['a \u001b[31m; rm.yml', 'rules/a-31m-rm.yml'],
  ['con.yml', 'rules/con-.yml'],
  ['a/b/c/d/e/f/g/h/i/j.yml', 'rules/c/d/e/f/g/h/i/j.yml'],
  [`${'long'.repeat(100)}.yml`, `rules/${'long'.repeat(100).slice(0, 150)}.yml`],
])('the file %s', ([file, path]) => {
  expect(packPaths([file]).get(file)).toBe(path);
});

test('files whose safe names are the same keep apart', () => {
  expect([...packPaths(['a b.yml', 'A-b.yml', 'a;b.yaml']).values()]).toEqual([
    'rules/a-b.yml',
    'rules/A-b-2.yml',
    'rules/a-b-3.yml',
  ]);
});
