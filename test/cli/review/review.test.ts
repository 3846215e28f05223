import { describe, expect, test } from 'vitest';
import type { ReportSuggestion } from '../../../src/answers/index.ts';
import { reviewOn } from '../../../src/cli/review/review.ts';
import { reviewScreen } from '../../../src/cli/review/review-screen.ts';
import type { Screen } from '../../../src/cli/terminal/screen.ts';
import { errorOf } from '../../../src/facts/index.ts';
import { displayWidth } from '../../../src/text/index.ts';
import type { ReportDecision } from '../../../src/threat/index.ts';
import { WORKBENCH_ISSUES, type Decided } from '../../../src/workbench/index.ts';

const HERON = { id: 'intrusion-set--1', type: 'intrusion-set', name: 'Example Heron', label: 'G9001' };
const OWL = { id: 'intrusion-set--2', type: 'intrusion-set', name: 'Example Owl', label: 'G9004' };

function suggestion(label: string, more: Partial<ReportSuggestion> = {}): ReportSuggestion {
  return {
    key: `uses/G9001/${label}`,
    relation: 'uses',
    subject: HERON,
    candidates: [],
    object: { id: `attack-pattern--${label}`, type: 'attack-pattern', name: 'Letters', label },
    statedBy: ['words'],
    probability: 0.61,
    tier: 'review',
    sentences: [{ text: 'It sent letters.', place: 4, before: 'Spring came.', after: 'Nobody wrote back.' }],
    words: ['letters'],
    near: [{ who: OWL, text: 'Example Owl sent letters with links.', object: 'relationship--1' }],
    knownFrom: [],
    ...more,
  };
}

const { subject: _none, ...open } = suggestion('T9003', { key: 'uses/-/T9003', candidates: [HERON, OWL] });

/** Somebody who presses these keys; a text with a space before it is a line typed in answer. */
function screenOf(keys: readonly string[]) {
  const left = [...keys];
  const drawn: string[] = [];
  const screen: Screen = {
    draw: (lines) => void drawn.push(lines.join('\n')),
    key: async () => await Promise.resolve(left.shift()),
    line: async () => await Promise.resolve(left.shift()?.slice(1)),
    columns: () => 90,
    rows: () => 30,
    close: () => undefined,
  };
  return { screen, drawn };
}

const PLAIN = { strong: String, muted: String, marked: String };

async function reviewed(
  keys: readonly string[],
  suggestions = [suggestion('T9001'), open, suggestion('T9008')],
) {
  const withdrawn: string[] = [];
  const { screen, drawn } = screenOf(keys);
  const decide = async (each: ReportSuggestion, decided: Decided): Promise<ReportDecision> => {
    if (decided.object === 'nothing') throw errorOf(WORKBENCH_ISSUES.noChange, 'Nothing is called so.');
    const { verdict, subject, object, status } = decided;
    return await Promise.resolve({
      suggestion: each.key,
      verdict,
      ...(subject === undefined ? {} : { subject }),
      ...(object === undefined ? {} : { object }),
      ...(status === undefined ? {} : { status }),
      sentences: [],
      decidedAt: '2026-05-02T10:00:00Z',
    });
  };
  const decisions = await reviewOn(
    screen,
    {
      title: 'REP-1A2B3C4D Spring letters',
      suggestions,
      decide,
      withdraw: async ({ key }) => void (await Promise.resolve(withdrawn.push(key))),
    },
    PLAIN,
  );
  return {
    drawn,
    withdrawn,
    decided: decisions.map(({ sentences: _sentences, decidedAt: _at, ...each }) => each),
  };
}

describe('keys', () => {
  test.for<[string, readonly string[], readonly object[]]>([
    [
      'a accepts and goes on; of what is open it asks whose it is, and a number is one of those it may be',
      ['a', 'a', ' 2', 'r'],
      [
        { suggestion: 'uses/G9001/T9001', verdict: 'accept' },
        { suggestion: 'uses/-/T9003', verdict: 'accept', subject: 'G9004' },
        { suggestion: 'uses/G9001/T9008', verdict: 'reject' },
      ],
    ],
    [
      'c asks what, whose and how sure; what is left empty stays',
      ['c', ' T9002', ' ', ' conf', 'q'],
      [{ suggestion: 'uses/G9001/T9001', verdict: 'change', object: 'T9002', status: 'confirmed' }],
    ],
    ['c with nothing said changes nothing', ['c', ' ', ' ', ' ', 'q'], []],
    ['c with a status that is none changes nothing', ['c', ' ', ' ', ' perhaps', 'q'], []],
    ['whoever does not say whose it is accepts nothing', ['s', 'a', ' ', 'q'], []],
    ['s skips, b goes back', ['s', 'b', 'r', 'q'], [{ suggestion: 'uses/G9001/T9001', verdict: 'reject' }]],
    [
      'nobody there any more: what was decided stands',
      ['r'],
      [{ suggestion: 'uses/G9001/T9001', verdict: 'reject' }],
    ],
    ['other keys decide nothing', ['x', 'é', 'tab', '?', 'q'], []],
  ])('%s', async ([, keys, decided]) => {
    expect((await reviewed(keys)).decided).toEqual(decided);
  });

  test('z takes the last decision back and goes to what it was of', async () => {
    const { decided, withdrawn, drawn } = await reviewed(['a', 'z', 'r', 'z', 'z', 'q']);
    expect(decided).toEqual([]);
    expect(withdrawn).toEqual(['uses/G9001/T9001', 'uses/G9001/T9001']);
    expect(drawn.at(-1)).toContain('Nothing was decided in this review yet.');
  });

  test('what cannot be decided is said, and nothing is decided', async () => {
    const { decided, drawn } = await reviewed(['c', ' nothing', ' ', ' ', 'q']);
    expect(decided).toEqual([]);
    expect(drawn.at(-1)).toContain('Nothing is called so.');
  });
});

const view = {
  title: 'REP-1A2B3C4D Spring letters',
  suggestion: suggestion('T9001'),
  number: 2,
  of: 12,
  decided: 1,
  message: '',
};

describe('the screen', () => {
  test('has the sentence in its context on one side, the suggestion on the other', async () => {
    const lines = reviewScreen(view, { columns: 90, style: PLAIN });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/two-sides.txt');
  });

  test('has one under the other where it is narrow', async () => {
    const lines = reviewScreen(
      { ...view, suggestion: open, message: 'Taken back.' },
      { columns: 46, style: PLAIN },
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/one-side.txt');
  });

  test.for([30, 46, 69, 70, 100, 200])('is never wider than %i columns', (columns) => {
    const wide = suggestion('T9001', {
      sentences: [
        { text: 'letters '.repeat(80), place: 0 },
        { text: '長い文 '.repeat(60), place: 1 },
      ],
    });
    for (const each of [view.suggestion, open, wide])
      for (const line of reviewScreen({ ...view, suggestion: each }, { columns, style: PLAIN }))
        expect(displayWidth(line)).toBeLessThanOrEqual(columns);
  });

  test('nothing of a report steers the terminal', () => {
    const hostile = suggestion('T9001', {
      sentences: [{ text: 'a\u001B[2Jb\u202Ec\u0007', place: 0, before: '\u001B]0;x\u0007' }],
    });
    const drawn = reviewScreen(
      { ...view, title: 'x\u001B[31m', suggestion: hostile },
      { columns: 90, style: PLAIN },
    );
    expect(drawn.join('')).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/u);
  });
});
