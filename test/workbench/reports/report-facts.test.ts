import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportLayer } from '../../../src/analysis/index.ts';
import type { ReportExportAnswer } from '../../../src/answers/index.ts';
import { readBundle } from '../../../src/intake/index.ts';
import type { KeptReport, ReportDecision, ReportMention } from '../../../src/threat/index.ts';
import { toExport } from '../../../src/workbench/reports/export-report.ts';
import { reportFacts, type ReportFacts } from '../../../src/workbench/reports/report-facts.ts';
import { knowledgeOf } from '../../support/desk.ts';
import { accessWith } from '../../support/sightings.ts';
import { RAID_REPORT } from '../../support/world/raid-report.ts';

const sample = readFileSync(new URL('../../../samples/sample-attack.json', import.meta.url), 'utf8');
const about = { location: 'sample-attack.json', sha256: '0'.repeat(64), bytes: sample.length };
const desk = await accessWith(knowledgeOf(readBundle(JSON.parse(sample), about)), []).view({}, undefined);

const used = (id: string, group: string, sentence: string): ReportMention => ({
  kind: 'technique',
  id,
  name: id,
  group,
  sentence,
});

/** Sure of its fields; of its text to be reviewed: T9008 of a group, T9002 of nobody. */
const REPORT: KeptReport = {
  ...RAID_REPORT,
  title: 'Letters of spring',
  text: 'They borrowed a key (T9002).\nExample Kestrel went elsewhere (T9008).\nExample Heron stayed.',
  mentions: [
    used('T9003', 'G9001', 'The heron came by the back door.'),
    used('T9012', 'G9002', 'The kestrel sent a post.'),
  ],
};

const at = (second: number): string => `2026-06-10T10:00:0${second}.000Z`;

function decided(...made: readonly (Partial<ReportDecision> & Pick<ReportDecision, 'suggestion'>)[]) {
  const decisions = made.map((each, index) => ({
    verdict: 'accept' as const,
    sentences: [],
    decidedAt: at(index),
    ...each,
  }));
  return { ...REPORT, decisions };
}

function lines({ facts, leftOut }: ReportFacts): readonly string[] {
  const said = facts.map(
    ({ relation, subject, object, status, sentences, knownFrom, decidedAt = 'undecided' }) =>
      `${subject.label || subject.name} ${relation} ${object.label || object.name} | ${status} | ${decidedAt} | ${
        knownFrom.length === 0 ? 'new' : 'known'
      } | ${sentences.join(' / ')}`,
  );
  return [...said, ...leftOut.map(({ statement, why }) => `${statement}: ${why}`)];
}

const SURE = [
  'G9001 uses T9003 | mentioned | undecided | new | The heron came by the back door.',
  'G9002 uses T9012 | mentioned | undecided | new | The kestrel sent a post.',
];
const OPEN = 'somebody uses Borrowed Key (T9002): undecided';
const ELSEWHERE = 'Example Kestrel (G9002) uses Counting Windows (T9008): undecided';

test('of what nobody decided on, what is sure enough becomes a fact, and the rest does not', async () => {
  expect(lines(await reportFacts(desk, REPORT))).toEqual([...SURE, OPEN, ELSEWHERE]);
});

test('where only what is accepted is asked for, nothing that nobody decided on does', async () => {
  const { facts, leftOut } = await reportFacts(desk, REPORT, { onlyAccepted: true });
  expect(facts).toEqual([]);
  expect(new Set(leftOut.map(({ why }) => why))).toEqual(new Set(['undecided']));
  const accepted = decided({ suggestion: 'uses/G9002/T9008', status: 'confirmed' });
  expect(lines(await reportFacts(desk, accepted, { onlyAccepted: true })).at(0)).toBe(
    `G9002 uses T9008 | confirmed | ${at(0)} | new | Example Kestrel went elsewhere (T9008).`,
  );
});

test.for<
  readonly [
    what: string,
    made: readonly (Partial<ReportDecision> & Pick<ReportDecision, 'suggestion'>)[],
    expected: string,
  ]
>([
  [
    'what is rejected, never',
    [{ suggestion: 'uses/G9001/T9003', verdict: 'reject' }],
    'Example Heron (G9001) uses Open Back Door (T9003): rejected',
  ],
  [
    'the last decision holds',
    [{ suggestion: 'uses/G9001/T9003', verdict: 'reject' }, { suggestion: 'uses/G9001/T9003' }],
    `G9001 uses T9003 | mentioned | ${at(1)} | new | The heron came by the back door.`,
  ],
  [
    'whose it is, the reviewer says',
    [{ suggestion: 'uses/-/T9002', verdict: 'change', subject: 'G9001' }],
    `G9001 uses T9002 | mentioned | ${at(0)} | new | They borrowed a key (T9002).`,
  ],
  [
    'without that it is left out',
    [{ suggestion: 'uses/-/T9002' }],
    'somebody uses Borrowed Key (T9002): open',
  ],
  [
    'what holds instead, with its own sources',
    [{ suggestion: 'uses/G9002/T9008', verdict: 'change', subject: 'G9001', object: 'S9001' }],
    `G9001 uses S9001 | mentioned | ${at(0)} | known | Example Kestrel went elsewhere (T9008).`,
  ],
  [
    'what names nothing in view is left out',
    [{ suggestion: 'uses/G9002/T9008', verdict: 'change', object: 'T9777' }],
    'Example Kestrel (G9002) uses Counting Windows (T9008): unknown',
  ],
  [
    'what came to the same is one fact, as it was decided last',
    [
      { suggestion: 'uses/G9002/T9008', verdict: 'change', subject: 'G9001', object: 'T9003' },
      { suggestion: 'uses/G9001/T9003', status: 'probable' },
    ],
    `G9001 uses T9003 | probable | ${at(1)} | new | The heron came by the back door. / Example Kestrel went elsewhere (T9008).`,
  ],
  [
    'what the report is no longer read to state holds as it was accepted',
    [{ suggestion: 'uses/G9001/T9007', sentences: ['It built another nest.'] }],
    `G9001 uses T9007 | mentioned | ${at(0)} | new | It built another nest.`,
  ],
  [
    'of places and sectors too',
    [{ suggestion: 'targets/G9001/Belgium', sentences: ['It went to Belgium.'] }],
    `G9001 targets Belgium | mentioned | ${at(0)} | new | It went to Belgium.`,
  ],
])('%s', async ([, made, expected]) => {
  expect(lines(await reportFacts(desk, decided(...made)))).toContain(expected);
});

const answerOf = async (report: KeptReport): Promise<ReportExportAnswer> => {
  const { decisions: _, text: __, addedAt, ...head } = report;
  const { facts } = await reportFacts(desk, report);
  return { ...head, label: 'REP-AB12CD34', changedAt: addedAt, facts, leftOut: 0 };
};

test('for other tools it is uses of techniques and software, and each user once, as sure as the surest', async () => {
  const answer = await answerOf(
    decided(
      { suggestion: 'uses/G9001/T9003', status: 'probable' },
      { suggestion: 'targets/G9001/Belgium', sentences: [''] },
      { suggestion: 'uses/-/T9002', subject: 'G9001' },
    ),
  );
  const { stated, report } = toExport(answer, 'TLP:AMBER+STRICT');
  expect(stated.map(({ kind, id, group, confidence }) => [kind, id, group, confidence])).toEqual([
    ['group', 'G9001', undefined, 80],
    ['group', 'G9002', undefined, 60],
    ['technique', 'T9003', 'G9001', 80],
    ['technique', 'T9012', 'G9002', 60],
    ['technique', 'T9002', 'G9001', 60],
  ]);
  expect(report).toMatchObject({ title: 'Letters of spring', tlp: 'amber+strict', date: '2026-05' });
});

test('as a layer, a technique is as sure as the surest who use it, with whose it is and the sentences', async () => {
  const both = decided({
    suggestion: 'uses/G9001/T9012',
    status: 'confirmed',
    sentences: ['So did the heron.'],
  });
  const layer = reportLayer(await answerOf(both), { domain: 'enterprise-attack', belongs: () => true });
  expect(layer.cells.map(({ technique, score, comment }) => [technique, score, comment])).toEqual([
    ['T9003', 60, 'Example Heron (G9001): mentioned\nThe heron came by the back door.'],
    [
      'T9012',
      90,
      'Example Kestrel (G9002): mentioned; Example Heron (G9001): confirmed\nThe kestrel sent a post.\nSo did the heron.',
    ],
  ]);
  expect(layer.links).toEqual([{ label: 'Letters of spring', url: 'https://gazette.example/raid' }]);
});
