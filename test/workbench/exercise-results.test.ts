import { expect, test } from 'vitest';
import { emulationPlan, loadedTarget } from '../../src/analysis/index.ts';
import { readCoverageText } from '../../src/intake/index.ts';
import { documentMarkdown } from '../../src/render/index.ts';
import { exerciseDocument } from '../../src/report/index.ts';
import { readTest } from '../support/atomics.ts';
import { HERON, SHORE } from '../support/world/cast.ts';
import { worldFacts, worldView } from '../support/world/desk.ts';

const OPEN = '| ☐ | ☐ | ☐ |';

/** The page of an exercise with three tests, of which one has a name that Markdown could take for something else. */
function page(): string {
  const facts = worldFacts([SHORE]);
  const view = worldView([SHORE]);
  const tests = [
    readTest(1, { technique: 'T9011', name: 'Open | a *door*' }),
    readTest(2, { technique: 'T9011', platforms: ['linux'], executor: 'sh' }),
    readTest(3, { technique: 'T9012.001' }),
  ];
  const plan = emulationPlan(facts, facts.term(HERON), {
    library: { name: 'tests.zip', files: 1, refused: 0, tests },
    target: loadedTarget(view, view, '1.0'),
    platforms: [],
    tactics: [],
    derived: false,
    allTests: false,
    destructive: false,
  });
  return documentMarkdown(exerciseDocument(plan));
}

/** The page with the results of its rows, in their order, read as coverage. */
function read(...results: readonly string[]) {
  const rows = results.reduce((text, result) => text.replace(OPEN, `| ${result} |`), page());
  const reading = readCoverageText({ file: 'exercise.md', text: rows, isNamed: true, json: () => undefined });
  return {
    tested: reading?.claims.map(({ technique, stage, platforms = [], title }) =>
      [technique, stage, ...platforms, title].join(' '),
    ),
    issues: reading?.issues.map(({ code }) => code),
  };
}

test('an exercise that nobody has done covers nothing', () => {
  expect(read()).toEqual({ tested: [], issues: ['I183'] });
});

test('what was executed and detected is tested, with its test and platform; what was prevented only is not', () => {
  expect(read('x | x | ☐', 'yes | no | yes', ' [x] | ✓ | ')).toEqual({
    tested: ['T9011 tested Windows Open | a *door*', 'T9012.001 tested Windows Test 3'],
    issues: [],
  });
});

test('what is detected and not executed, or neither yes nor no, is remarked upon', () => {
  expect(read('☐ | x | ☐', 'x | maybe | ☐', 'x | x | ☐')).toEqual({
    tested: ['T9012.001 tested Windows Test 3'],
    issues: ['I182', 'I182'],
  });
});

test('ids are of the release that the plan was made for', () => {
  const text = page().replace(OPEN, '| x | x | x |');
  const reading = readCoverageText({ file: 'exercise.md', text, isNamed: true, json: () => undefined });
  expect(reading?.claims).toEqual([
    {
      technique: 'T9011',
      level: 1,
      kind: 'list',
      file: 'exercise.md',
      stage: 'tested',
      release: '1.0',
      platforms: ['Windows'],
      rule: '00000000-0000-4000-8000-000000000001',
      title: 'Open | a *door*',
    },
  ]);
});
