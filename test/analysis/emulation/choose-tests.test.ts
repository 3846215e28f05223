import { expect, test } from 'vitest';
import { chooseTests, type TestChoice } from '../../../src/analysis/emulation/choose-tests.ts';
import type { EmulationTest } from '../../../src/answers/index.ts';
import { readTest } from '../../support/atomics.ts';

const CHOICE: TestChoice = {
  technique: 'T9011',
  tactics: ['execution'],
  platforms: [],
  allTests: false,
  couldBe: new Map([['T9077', ['T9011', 'T9012']]]),
  destructive: false,
};

const argument = (name: string, fallback?: string) => ({
  name,
  description: '',
  type: 'string',
  ...(fallback === undefined ? {} : { fallback }),
});
const spade = { description: 'A spade' };
const plain = readTest(1);
const asksForValue = readTest(2, { command: 'dig #{depth}', arguments: [argument('depth')] });
const unusedValue = readTest(3, { arguments: [argument('depth')] });
const fetches = readTest(4, { dependencies: [spade] });
const usesFiles = readTest(5, { command: 'dig PathToAtomicsFolder\\T9011\\spade.exe' });
const fromTheWeb = readTest(6, {
  command: 'get #{from}',
  arguments: [argument('from', 'https://farm.example/spade')],
});
const elevated = readTest(7, { elevation: true });
const manual = readTest(8, { executor: 'manual' });
const wiping = readTest(9, { command: 'vssadmin.exe delete shadows /all' });
const onLinux = readTest(10, { platforms: ['linux'], executor: 'sh' });
const onBoth = readTest(11, { platforms: ['linux', 'macos'], executor: 'sh', elevation: true });
const inTheCloud = readTest(12, { platforms: ['iaas:aws', 'azure-ad'], executor: 'sh' });

interface Case {
  readonly title: string;
  readonly tests: readonly EmulationTest[];
  readonly choice?: Partial<TestChoice>;
  /** `Test 1 for Windows`. */
  readonly chosen: readonly string[];
  readonly left?: readonly string[];
  readonly standing?: string;
}

const CASES: readonly Case[] = [
  {
    title: 'a technique that could be another is worst of all',
    tests: [readTest(14, { technique: 'T9077' }), asksForValue],
    chosen: ['Test 2 for Windows'],
    left: ['Test 14: another-chosen'],
  },
  {
    title: 'and better than none',
    tests: [readTest(14, { technique: 'T9077' })],
    chosen: ['Test 14 for Windows'],
  },
  { title: 'none', tests: [], chosen: [], standing: 'no-test' },
  {
    title: 'the first of equals',
    tests: [plain, readTest(13)],
    chosen: ['Test 1 for Windows'],
    left: ['Test 13: another-chosen'],
  },
  {
    title: 'least first: a value to give is worst',
    tests: [asksForValue, elevated],
    chosen: ['Test 7 for Windows'],
    left: ['Test 2: another-chosen'],
  },
  {
    title: 'a value that no command has does not count',
    tests: [unusedValue, elevated],
    chosen: ['Test 3 for Windows'],
    left: ['Test 7: another-chosen'],
  },
  {
    title: 'something to fetch is worse than rights',
    tests: [fetches, usesFiles, fromTheWeb, elevated],
    chosen: ['Test 7 for Windows'],
    left: ['Test 4: another-chosen', 'Test 5: another-chosen', 'Test 6: another-chosen'],
  },
  {
    title: 'rights are worse than none',
    tests: [elevated, plain],
    chosen: ['Test 1 for Windows'],
    left: ['Test 7: another-chosen'],
  },
  {
    title: 'one for each platform',
    tests: [plain, onLinux, onBoth],
    chosen: ['Test 1 for Windows', 'Test 10 for Linux', 'Test 11 for macOS'],
  },
  {
    title: 'a platform asked for',
    tests: [plain, onBoth],
    choice: { platforms: ['macOS'] },
    chosen: ['Test 11 for macOS'],
    left: ['Test 1: other-platform'],
  },
  {
    title: 'clouds and directories by the words of ATT&CK',
    tests: [inTheCloud],
    chosen: ['Test 12 for IaaS, Identity Provider'],
  },
  {
    title: 'only others',
    tests: [plain],
    choice: { platforms: ['Linux'] },
    chosen: [],
    left: ['Test 1: other-platform'],
    standing: 'other-platforms-only',
  },
  { title: 'only by hand', tests: [manual], chosen: [], left: ['Test 8: manual'], standing: 'manual-only' },
  {
    title: 'only what may do harm',
    tests: [wiping, manual],
    chosen: [],
    left: ['Test 9: destructive', 'Test 8: manual'],
    standing: 'destructive-only',
  },
  {
    title: 'harm where it is asked for',
    tests: [wiping],
    choice: { destructive: true },
    chosen: ['Test 9 for Windows'],
  },
  {
    title: 'harm by tactic',
    tests: [plain],
    choice: { tactics: ['impact'] },
    chosen: [],
    left: ['Test 1: destructive'],
    standing: 'destructive-only',
  },
  {
    title: 'harm by the technique above',
    tests: [plain],
    choice: { technique: 'T1561.002' },
    chosen: [],
    left: ['Test 1: destructive'],
    standing: 'destructive-only',
  },
  {
    title: 'all tests',
    tests: [fetches, plain, manual, wiping],
    choice: { allTests: true },
    chosen: ['Test 4 for Windows', 'Test 1 for Windows'],
    left: ['Test 8: manual', 'Test 9: destructive'],
  },
];

test.for(CASES)('$title', ({ tests, choice, chosen, left = [], standing = 'executable' }) => {
  const found = chooseTests(tests, { ...CHOICE, ...choice });
  expect(found.tests.map((each) => `${each.test.name} for ${each.platforms.join(', ')}`)).toEqual(chosen);
  expect(found.left.map(({ name, reason }) => `${name}: ${reason}`).toSorted()).toEqual([...left].toSorted());
  expect(found.standing).toBe(standing);
});
