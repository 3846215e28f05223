import { expect, test } from 'vitest';
import {
  campaignDocument,
  softwareDocument,
  techniqueDocument,
  techniqueTables,
} from '../../../src/report/index.ts';
import { documentText, tableCsv } from '../../../src/render/index.ts';
import type { Examples } from '../../../src/answers/index.ts';
import { campaignPage } from '../../../src/workbench/pages/campaign.ts';
import { softwarePage } from '../../../src/workbench/pages/software.ts';
import { techniquePage } from '../../../src/workbench/pages/technique.ts';
import { mitigates, notMappable, readMapping } from '../../support/control-mapping.ts';
import { deskOver, knowledgeOf } from '../../support/desk.ts';
import {
  delivered,
  idOf,
  labelled,
  relationship,
  release,
  tactic,
  technique,
  use,
} from '../../support/world/build.ts';

const [HERON, OTTER, NEWT] = [idOf('intrusion-set', 1), idOf('intrusion-set', 2), idOf('intrusion-set', 3)];
const FERRY = idOf('malware', 4);
const LOW_TIDE = idOf('campaign', 5);
const DOOR = idOf('attack-pattern', 11);
const BACK = idOf('attack-pattern', 12);
const FRONT = idOf('attack-pattern', 13);
const OLD = idOf('attack-pattern', 14);

/** A shore: the Heron opens back doors, the Otter has the Ferry do it, the Newt did in its campaign. */
const shore = (version: string, ...more: ReturnType<typeof labelled>[]) =>
  delivered(
    version,
    release(version),
    labelled('intrusion-set', 1, 'G9001', 'Heron'),
    labelled('intrusion-set', 2, 'G9002', 'Otter'),
    labelled('intrusion-set', 3, 'G9003', 'Newt'),
    labelled('malware', 4, 'S9001', 'Ferry', {
      x_mitre_aliases: ['Ferry', 'Raft'],
      x_mitre_platforms: ['Windows'],
    }),
    labelled('campaign', 5, 'C9001', 'Low Tide', {
      description: 'Long and low.\n\nThen it was over.',
      first_seen: '2021-03-01T00:00:00.000Z',
      last_seen: '2021-06-01T00:00:00.000Z',
    }),
    tactic(6, 'TA9001', 'Breach'),
    technique(11, 'T9001', 'Open Door', ['breach']),
    technique(13, 'T9001.002', 'Front Door', ['breach']),
    relationship(21, BACK, 'subtechnique-of', DOOR),
    relationship(22, FRONT, 'subtechnique-of', DOOR),
    use(23, HERON, BACK, 'The Heron comes at the back.', 'Watch. (2015, May 4). Doors.'),
    use(24, LOW_TIDE, BACK, 'In Low Tide the back door stood open.', 'Watch. (2021, August 2). Low Tide.'),
    use(25, FERRY, BACK, 'Ferry lands at the back.', 'Watch. (2019, May). Ferries.'),
    use(26, OTTER, FERRY, 'The Otter takes the Ferry.', 'Watch. (2024, January 9). Otters.'),
    relationship(27, LOW_TIDE, 'attributed-to', NEWT, { description: 'It was the Newt.' }),
    use(28, LOW_TIDE, FERRY, 'The Ferry went.', 'Watch. (2021, August 2). Low Tide.'),
    ...more,
  );

const BACK_DOOR = technique(12, 'T9001.001', 'Back Door', ['breach'], {
  description: 'They come at the back.\n\nAt night, too.',
  x_mitre_platforms: ['Windows'],
});
const FORMER = labelled('attack-pattern', 14, 'T8999', 'Rear Door', { revoked: true });
const FENCE = labelled('course-of-action', 15, 'M9001', 'Fence');

function pagesDesk() {
  const base = knowledgeOf(
    shore(
      '17.1',
      technique(14, 'T8999', 'Rear Door', ['breach']),
      technique(12, 'T9001.001', 'Back Door', ['breach']),
    ),
    shore(
      '18.1',
      BACK_DOOR,
      FORMER,
      FENCE,
      relationship(29, OLD, 'revoked-by', BACK),
      relationship(30, idOf('course-of-action', 15), 'mitigates', BACK, { description: 'Close it.' }),
    ),
    readMapping([mitigates('FN-1', 'T9001.001'), notMappable('T9001.002')]),
  );
  return { ...deskOver(base), base };
}

const desk = pagesDesk();

const listed = ({ total, newest }: Examples) => [
  total,
  newest.map(({ thing, through, sentence, last }) => [
    thing.name,
    through.map(({ name }) => name),
    sentence,
    last?.date,
  ]),
];

test('who uses a technique: reported and derived apart, with words and what stands between, newest first', () => {
  const { groups, derived, campaigns, software, rarity } = techniquePage(desk, 'T9001.001').answer;
  expect(listed(groups)).toEqual([1, [['Heron', [], 'The Heron comes at the back.', '2015-05-04']]]);
  expect(listed(derived)).toEqual([
    2,
    [
      ['Otter', ['Ferry'], 'The Otter takes the Ferry.', '2024-01-09'],
      ['Newt', ['Low Tide', 'Ferry'], 'In Low Tide the back door stood open.', '2021-08-02'],
    ],
  ]);
  expect(listed(campaigns)).toEqual([
    1,
    [['Low Tide', [], 'In Low Tide the back door stood open.', '2021-08-02']],
  ]);
  expect(listed(software)).toEqual([1, [['Ferry', [], 'Ferry lands at the back.', '2019-05']]]);
  expect(rarity).toEqual({ direct: 1, derived: 2, groups: 3, place: 1, techniques: 1 });
});

test('an id of an earlier release is carried, and other releases say what the technique is there', () => {
  const { answer, notes } = techniquePage(desk, 'T8999');
  expect(answer.thing.label).toBe('T9001.001');
  expect(notes).toEqual(['Rear Door (T8999) is revoked; this is its successor Back Door (T9001.001).']);
  expect(answer.former.map(({ label }) => label)).toEqual(['T8999']);
  expect(answer.releases.map(({ release: of, to, standing }) => [of, to, standing])).toEqual([
    ['17.1', 'T9001.001', 'unchanged'],
    ['19.1', 'T9001.001', 'unchanged'],
  ]);
});

test('what stands over and beside it, what is against it, and what mappings say', () => {
  const back = techniquePage(desk, 'T9001.001').answer;
  expect([back.parent?.label, back.related.map(({ label }) => label)]).toEqual(['T9001', ['T9001.002']]);
  expect(back.mitigations.map(({ defence, support }) => [defence.name, support?.sentence])).toEqual([
    ['Fence', 'Close it.'],
  ]);
  expect(back.controls.map(({ control }) => control.thing.label)).toEqual(['FN-1']);
  const front = techniquePage(desk, 'T9001.002').answer;
  expect([front.controls, front.unaddressed.length]).toEqual([[], 1]);
  expect(documentText(techniqueDocument(front))).toContain(
    'Nothing is against it by the mapping of farm_rules',
  );
  expect(techniquePage(desk, 'T9001').answer.related.map(({ label }) => label)).toEqual([
    'T9001.001',
    'T9001.002',
  ]);
});

test('of many users the newest are shown, and how many there are; all where all are asked for', () => {
  const many = Array.from({ length: 20 }, (_, at) => [
    labelled('intrusion-set', 100 + at, `G91${10 + at}`, `Gull ${at}`),
    use(200 + at, idOf('intrusion-set', 100 + at), DOOR, 'In.', `Watch. (20${10 + at}). Gulls.`),
  ]).flat();
  const base = knowledgeOf(shore('18.1', BACK_DOOR, ...many));
  const gulls = { ...deskOver(base), base };
  const some = techniquePage(gulls, 'T9001').answer;
  expect([some.groups.total, some.groups.newest.length, some.groups.newest[0]?.thing.name]).toEqual([
    20,
    15,
    'Gull 19',
  ]);
  expect(documentText(techniqueDocument(some))).toContain(
    'The 15 with the newest evidence of 20; all with --all.',
  );
  const all = techniquePage(gulls, 'T9001', true).answer;
  expect(all.groups.newest).toHaveLength(20);
  expect(documentText(techniqueDocument(all))).not.toContain('--all');
});

test('software: who uses it, what only a campaign leads to, and what it does', () => {
  const { answer } = softwarePage(desk, 'raft');
  expect(listed(answer.groups)).toEqual([1, [['Otter', [], 'The Otter takes the Ferry.', '2024-01-09']]]);
  expect(listed(answer.derived)).toEqual([1, [['Newt', ['Low Tide'], 'The Ferry went.', '2021-08-02']]]);
  expect(answer.campaigns.total).toBe(1);
  expect(
    answer.techniques.map(({ technique: { thing, sentence }, tactics }) => [
      thing.label,
      sentence,
      tactics.map(({ name }) => name),
    ]),
  ).toEqual([['T9001.001', 'Ferry lands at the back.', ['Breach']]]);
});

test('a campaign: when, whose, what', () => {
  const { answer } = campaignPage(desk, 'C9001');
  expect(answer.seen.map(({ end, date }) => `${end} ${date}`)).toEqual([
    'first 2021-03-01',
    'last 2021-06-01',
  ]);
  expect(answer.attributedTo.map(({ thing, sentence }) => [thing.name, sentence])).toEqual([
    ['Newt', 'It was the Newt.'],
  ]);
  expect(answer.software.map(({ thing }) => thing.name)).toEqual(['Ferry']);
  expect(answer.techniques).toHaveLength(1);
});

test('the pages read as one would have them', async () => {
  const pages = [
    techniqueDocument(techniquePage(desk, 'T9001.001').answer),
    softwareDocument(softwarePage(desk, 'Ferry').answer),
    campaignDocument(campaignPage(desk, 'Low Tide').answer),
  ].map((page) => documentText(page, { width: 100 }));
  await expect(pages.join('\n\n')).toMatchFileSnapshot('__snapshots__/pages.txt');
});

test('the users of a technique as a table say how each is known', () => {
  const [users] = techniqueTables(techniquePage(desk, 'T9001.001').answer);
  const rows = users === undefined ? [] : tableCsv(users).split('\r\n');
  expect(rows.slice(0, 3)).toEqual([
    'user,name,type,known,through,first evidence,last evidence,publishers,citation,address,sentence',
    'G9001,Heron,intrusion-set,direct,,2015-05-04,2015-05-04,watch.example,Watch 23,https://watch.example/23,The Heron comes at the back.',
    'G9002,Otter,intrusion-set,derived,Ferry,2024-01-09,2024-01-09,watch.example,Watch 26,https://watch.example/26,The Otter takes the Ferry.',
  ]);
});
