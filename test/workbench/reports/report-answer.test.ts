import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { GivenReport, ReportAnswer } from '../../../src/answers/index.ts';
import { readBundle } from '../../../src/intake/index.ts';
import type { ReportDecision } from '../../../src/threat/index.ts';
import { decisionOn } from '../../../src/workbench/reports/decide.ts';
import { extractTechniques } from '../../../src/workbench/reports/many-reports.ts';
import { reportAnswer } from '../../../src/workbench/reports/report-answer.ts';
import { knowledgeOf } from '../../support/desk.ts';
import { accessWith } from '../../support/sightings.ts';
import { labelled } from '../../support/world/build.ts';

const sample = readFileSync(new URL('../../../samples/sample-attack.json', import.meta.url), 'utf8');
const about = { location: 'sample-attack.json', sha256: '0'.repeat(64), bytes: sample.length };
const desk = await accessWith(knowledgeOf(readBundle(JSON.parse(sample), about)), []).view({}, undefined);

function given(text: string, more: Partial<GivenReport> = {}): GivenReport {
  return {
    title: 'Letters of spring',
    kind: 'vendor-report',
    format: 'a plain text',
    text,
    mentions: [],
    ...more,
  };
}

/** A suggestion to a line. */
function lines({ suggestions }: ReportAnswer): readonly string[] {
  return suggestions.map(({ key, tier, statedBy, probability, sentences, candidates, knownFrom, decision }) =>
    [
      key,
      tier,
      statedBy.join('+'),
      probability === undefined ? '-' : probability.toFixed(1),
      `at ${sentences.map(({ place = 'field' }) => place).join(' ')}`,
      ...(candidates.length === 0 ? [] : [`may be ${candidates.map(({ label }) => label).join(' ')}`]),
      knownFrom.length === 0 ? 'new' : `known from ${knownFrom.join(', ')}`,
      ...(decision === undefined ? [] : [decision.verdict]),
    ].join(' | '),
  );
}

const TWO_GROUPS = [
  'Example Heron visited several mills in Luxembourg.',
  'It installed REEDBED and drew the blinds (T9003).',
  'Example Kestrel went elsewhere (T9008).',
  'Nobody knows who it was that read letters (T9001).',
].join('\n');

describe('what a report states', () => {
  test('is said of the groups that its sentences speak of', async () => {
    const answer = await reportAnswer(desk, given(TWO_GROUPS), {});
    expect(lines(answer)).toEqual([
      'uses/G9001/T9003 | review | id | 0.5 | at 1 | new',
      'uses/G9002/T9008 | review | id | 0.5 | at 2 | new',
      'uses/G9002/T9001 | review | id | 0.5 | at 3 | new',
      'uses/G9001/S9001 | review | name | - | at 1 | known from Foeprint sample 1.0',
    ]);
    expect(answer.counts).toMatchObject({ suggestions: answer.suggestions.length, decided: 0 });
    expect(answer).toMatchObject({ isLoaded: false, sentences: 4 });
  });

  test('is open where the text leaves it open', async () => {
    expect(lines(await reportAnswer(desk, given('They drew the blinds (T9003).'), {}))).toEqual([
      'uses/-/T9003 | review | id | 0.5 | at 0 | new',
    ]);
  });

  test('is of malware where the report names no group, and the sentence one malware alone', async () => {
    const text = 'REEDBED draws the blinds (T9003).\nPEBBLE and REEDBED open doors (T9008).';
    expect(lines(await reportAnswer(desk, given(text), {}))).toEqual([
      'uses/S9001/T9003 | review | id | 0.5 | at 0 | new',
      'uses/-/T9008 | review | id | 0.5 | at 1 | may be S9001 S9002 | new',
    ]);
  });

  test('fields of its format count whole, of whom they say; without one, of the one group that is named', async () => {
    const mentions: GivenReport['mentions'] = [
      { kind: 'group', id: 'G9001', name: 'Example Heron', sentence: '' },
      {
        kind: 'technique',
        id: 'T9003',
        name: 'Blinds',
        group: 'G9002',
        sentence: 'The kestrel drew blinds.',
      },
      { kind: 'technique', id: 'T9008', name: 'Doors', sentence: '' },
      { kind: 'software', name: 'REEDBED', group: 'Example Heron', sentence: '' },
      { kind: 'technique', id: 'T9777', name: 'Nothing in view', sentence: '' },
    ];
    const answer = await reportAnswer(desk, given('', { mentions }), {});
    expect(lines(answer)).toEqual([
      'uses/G9002/T9003 | accept | field | 1.0 | at field | new',
      'uses/G9001/T9008 | review | field | 1.0 | at  | new',
      'uses/G9001/S9001 | accept | field | 1.0 | at  | known from Foeprint sample 1.0',
    ]);
    expect(answer.unknown).toEqual(['T9777 Nothing in view']);
  });
});

describe('decisions', () => {
  const at = '2026-05-02T10:00:00Z';
  const decided = async (decisions: readonly ReportDecision[], undecided = false): Promise<ReportAnswer> =>
    await reportAnswer(
      desk,
      given(TWO_GROUPS),
      { undecided },
      { id: 'ab'.repeat(32), addedAt: at, decisions },
    );

  test('stand beside what they are on; the last one holds', async () => {
    const decision = { suggestion: 'uses/G9001/T9003', sentences: [], decidedAt: at };
    const answer = await decided([
      { ...decision, verdict: 'reject' },
      { ...decision, verdict: 'accept', status: 'confirmed' },
    ]);
    expect(answer.suggestions[0]).toMatchObject({
      key: 'uses/G9001/T9003',
      decision: { verdict: 'accept', status: 'confirmed', decidedAt: at },
    });
    expect(answer).toMatchObject({ label: 'REP-ABABABAB', counts: { decided: 1 } });
    const changed = await decided([{ ...decision, verdict: 'change', subject: 'G9002', object: 'T9001' }]);
    expect(changed.suggestions.find(({ key }) => key === decision.suggestion)?.decision).toEqual({
      verdict: 'change',
      subject: 'G9002',
      object: 'T9001',
      decidedAt: at,
    });
    const { suggestions } = await decided([{ ...decision, verdict: 'reject' }], true);
    expect(suggestions.map(({ key }) => key)).not.toContain('uses/G9001/T9003');
  });

  test('name whose it is where that is open, and what holds instead, by one name that all understand', async () => {
    const { suggestions } = await reportAnswer(desk, given('They drew the blinds (T9003).'), {});
    const [open] = suggestions;
    if (open === undefined) throw new TypeError('nothing is suggested');
    expect(() => decisionOn(desk, open, { verdict: 'accept' }, at)).toThrow('leaves open');
    expect(() => decisionOn(desk, open, { verdict: 'accept', subject: 'Nobody' }, at)).toThrow('Nobody');
    expect(() =>
      decisionOn(desk, open, { verdict: 'change', subject: 'G9001', object: 'G9002' }, at),
    ).toThrow();
    const sentences = ['They drew the blinds (T9003).'];
    expect(decisionOn(desk, open, { verdict: 'accept', subject: 'example heron' }, at)).toEqual({
      suggestion: 'uses/-/T9003',
      verdict: 'change',
      subject: 'G9001',
      sentences,
      decidedAt: at,
    });
    expect(decisionOn(desk, open, { verdict: 'reject' }, at)).toMatchObject({ verdict: 'reject', sentences });
  });
});

test('techniques of other domains are kept apart: named so, and none of many reports to be scored', async () => {
  const bundle = {
    type: 'bundle',
    id: 'bundle--1',
    objects: [labelled('attack-pattern', 90, 'T9500', 'Tapping')],
  };
  const mobile = readBundle(bundle, {
    ...about,
    location: 'mobile.json',
    sha256: '1'.repeat(64),
    series: 'mobile-attack',
  });
  const both = await accessWith(knowledgeOf(readBundle(JSON.parse(sample), about), mobile), []).view(
    {},
    undefined,
  );
  const text = 'Example Heron drew the blinds (T9003) and tapped (T9500).';
  const { suggestions } = await reportAnswer(both, given(text), {});
  expect(suggestions.filter(({ object }) => object.type === 'attack-pattern')).toMatchObject([
    { object: { label: 'T9003' } },
    { object: { label: 'T9500' }, domain: 'mobile-attack' },
  ]);
  expect(suggestions[0]).not.toHaveProperty('domain');
  expect((await extractTechniques(both, { title: '', text })).techniques).toEqual(['T9003']);
});
