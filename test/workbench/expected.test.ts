import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { documentHtml, documentText, tableCsv, tablesXlsx, type DataTable } from '../../src/render/index.ts';
import {
  expectDocument,
  expectTables,
  prioritiesDocument,
  prioritiesTables,
} from '../../src/report/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import type { CoverageInView } from '../../src/workbench/coverage/counted-coverage.ts';
import { expectedTechniques } from '../../src/workbench/threats/expected.ts';
import { prioritiesFor } from '../../src/workbench/threats/priorities.ts';
import { delivered, idOf, labelled, relationship } from '../support/world/build.ts';
import { DOOR, SHORE } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';
import { organisation } from '../support/organisation.ts';
import { hasRealData } from '../support/real-data.ts';
import { realDesk } from '../support/real-home.ts';
import { covered } from '../support/coverage.ts';
import { deskOver, knowledgeOf } from '../support/desk.ts';

const desk = worldDesk(
  [SHORE],
  // What T9011 was called once.
  labelled('attack-pattern', 70, 'T9090', 'Open Gate', { revoked: true }),
  relationship(71, idOf('attack-pattern', 70), 'revoked-by', DOOR),
);
const BOATS = organisation({
  platforms: ['Windows', 'ESXi'],
  sightings: [{ group: 'Hungry Heron' }, { group: 'Noisy Otter' }],
});

/** What is asked where nothing is to be explained. */
const PLAIN = { question: {} };

function firstCsv([first]: readonly DataTable[]): string {
  return first === undefined ? '' : tableCsv(first);
}

/** Coverage by a file, every technique at the same level. */
function covering(on: Desk, level: number, ...techniques: readonly string[]): CoverageInView {
  const said = { level, kind: 'layer', file: '/home/me/ours.json' } as const;
  return covered(on, ...techniques.map((id) => ({ technique: id, ...said })));
}

describe('what to expect', () => {
  test('every contribution says why, with the sentence and citation to read first', () => {
    const { techniques, groups, of, groupsInView } = expectedTechniques(desk, BOATS, { top: 2 }).answer;
    expect(groups.map(({ group }) => group.label)).toEqual(['G0911', 'G0912']);
    expect([of, groupsInView]).toEqual([3, 3]);
    const shout = techniques.find(({ technique }) => technique.label === 'T9012.002');
    expect(
      shout?.parts.map(({ group, use, through, why }) => [
        group.name,
        use,
        through[0]?.name,
        why.sentence,
        why.citation?.name,
      ]),
    ).toEqual([
      ['Noisy Otter', 'direct', undefined, 'Noisy Otter shouts.', 'Lighthouse 151'],
      [
        'Hungry Heron',
        'derived',
        'Low Tide',
        'During Low Tide, the crew was shouted at.',
        'Harbour Watch 147',
      ],
    ]);
  });

  test('what works on no platform of the organisation stands apart', () => {
    const { elsewhere } = expectedTechniques(desk, BOATS).answer;
    expect(elsewhere.map(({ technique, platforms }) => [technique.label, platforms])).toEqual([
      ['T9013', ['IaaS', 'SaaS']],
    ]);
    const { notes } = expectedTechniques(desk, organisation());
    expect(notes).toContain('No platforms are given, so techniques of all platforms are taken in.');
  });

  test.for([
    { tactic: 'TA9011', found: ['T9012.001', 'T9012.002'] },
    { tactic: 'getting-in', found: ['T9011'] },
    { tactic: 'Getting In', found: ['T9011'] },
  ])('of the tactic $tactic alone', ({ tactic, found }) => {
    const { answer } = expectedTechniques(desk, BOATS, { tactic });
    expect(answer.techniques.map(({ technique }) => technique.label).toSorted()).toEqual(found);
    expect(answer.total).toBe(expectedTechniques(desk, BOATS).answer.total);
  });

  test('by rarity, what is characteristic of these groups comes first', () => {
    const { techniques } = expectedTechniques(desk, BOATS, { by: 'rarity' }).answer;
    const characters = techniques.map(({ characteristic }) => characteristic);
    expect(characters).toEqual(characters.toSorted((one, other) => other - one));
  });

  test.for([
    {
      what: 'a tactic that there is not',
      ask: () => expectedTechniques(desk, BOATS, { tactic: 'flying' }),
      code: 'W601',
    },
    {
      what: 'a day that is none',
      ask: () => expectedTechniques(desk, BOATS, { asOf: 'yesterday' }),
      code: 'W608',
    },
    {
      what: 'a group for a technique',
      ask: () => expectedTechniques(desk, BOATS, { explain: 'G0911' }),
      code: 'W603',
    },
    {
      what: 'a technique that nobody uses',
      ask: () => expectedTechniques(desk, BOATS, { explain: 'T9014' }),
      code: 'W650',
    },
    {
      what: 'a technique of other platforms',
      ask: () => expectedTechniques(desk, BOATS, { explain: 'T9013' }),
      code: 'W650',
    },
  ])('$what: $code', ({ ask, code }) => {
    expect(ask).toThrowError(expect.objectContaining({ code }));
  });

  test('as a report, as CSV and as an Excel file', () => {
    const { answer } = expectedTechniques(desk, BOATS, { limit: 2 });
    const text = documentText(expectDocument(answer, PLAIN));
    expect(text).toContain('The first 2 of 3 techniques');
    expect(text).toContain('It is no forecast.');
    expect(text).toContain('Not on your platforms');
    expect(text).not.toMatch(/\bwill\b/u);
    const [first] = answer.techniques;
    const explain = first?.technique.label;
    const explained = expectedTechniques(desk, BOATS, { explain }).answer;
    expect(explained.techniques).toEqual([first]);
    const why = documentText(expectDocument(explained, { question: { explain } }));
    for (const { sentence } of (first?.parts ?? []).map((part) => part.why)) expect(why).toContain(sentence);
    expect(firstCsv(expectTables(answer)).split('\r\n')).toHaveLength(4);
    const files = unzipSync(tablesXlsx(expectTables(answer), undefined));
    expect(
      [...strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet name="([^"]+)"/gu)].map(
        ([, name]) => name,
      ),
    ).toEqual(['Techniques', 'Why', 'Tactics', 'Groups', 'Not on your platforms', 'Watch']);
  });
});

describe('what to do', () => {
  test('defences in order, with the techniques that they are for', () => {
    const { rankings, left, total } = prioritiesFor(desk, BOATS).answer;
    expect(left).toBe(total);
    expect(
      rankings.map(({ kind, defences, unanswered }) => [
        kind,
        defences.map(({ defence }) => defence.label),
        unanswered.map(({ technique }) => technique.label).toSorted(),
      ]),
    ).toEqual([
      ['mitigations', ['M9011'], ['T9012.001', 'T9012.002']],
      ['detections', ['DET9011', 'DET9012'], ['T9012.002']],
    ]);
  });

  test('coverage is carried to the release in view, and what could not be is listed', () => {
    const { answer } = prioritiesFor(desk, BOATS, {
      coverage: covering(desk, 0.5, 'T9090', 'T9012.001', 'T1'),
    });
    expect(answer.takenOff.map(({ technique, coverage }) => [technique.label, coverage?.from])).toEqual(
      expect.arrayContaining([
        ['T9011', 'T9090'],
        ['T9012.001', 'T9012.001'],
      ]),
    );
    expect(answer.coverage).toMatchObject({
      ids: 3,
      unchanged: 1,
      moved: 1,
      lost: 1,
      carried: [
        { from: 'T1', standing: 'unknown' },
        { from: 'T9090', to: 'T9011', standing: 'resolved', file: '/home/me/ours.json' },
      ],
    });
    const text = documentText(prioritiesDocument(answer));
    expect(text).toContain('(as T9090) by ours.json');
    expect(text).not.toContain('/home/me');
  });

  test('mitigations in place leave half of their techniques; one that does not exist is named in a note', () => {
    const { answer, notes } = prioritiesFor(
      desk,
      organisation({ controls: { coverage: [], mitigations: ['M9011', 'M1'] } }),
    );
    expect(answer.takenOff).toMatchObject([
      { technique: { label: 'T9011' }, mitigations: [{ label: 'M9011' }] },
    ]);
    const [taken] = answer.takenOff;
    expect(taken?.left).toBeCloseTo((taken?.expectation ?? 0) / 2, 10);
    expect(notes).toContain('The mitigation “M1” is left out: nothing in view is called so.');
    const [mitigations] = answer.rankings;
    expect(mitigations?.defences).toEqual([]);
    expect(documentText(prioritiesDocument(answer))).toContain('M9011 in place');
  });

  test('as CSV and as an Excel file', () => {
    const { answer } = prioritiesFor(desk, BOATS, { coverage: covering(desk, 1, 'T9012.001') });
    expect(firstCsv(prioritiesTables(answer))).toContain('mitigations,M9011,Lock,');
    const files = unzipSync(tablesXlsx(prioritiesTables(answer), undefined));
    expect(
      [...strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet name="([^"]+)"/gu)].map(
        ([, name]) => name,
      ),
    ).toEqual([
      'All',
      'Mitigations',
      'Without mitigations',
      'Watch',
      'Detections',
      'Without detections',
      'Taken off',
    ]);
  });

  test('steps come in their order, with what they answer together', () => {
    const [, detections] = prioritiesFor(desk, BOATS).answer.rankings;
    expect(detections?.steps.map(({ defence }) => defence.label)).toEqual(['DET9011', 'DET9012']);
    expect(detections?.steps.at(-1)?.together).toBeCloseTo(detections?.answered ?? 0);
    const [, first] = prioritiesFor(desk, BOATS, { limit: 1 }).answer.rankings;
    expect(first?.steps).toEqual(detections?.steps.slice(0, 1));
  });

  test('only the kinds asked for', () => {
    expect(
      prioritiesFor(desk, BOATS, { kind: 'detections' }).answer.rankings.map(({ kind }) => kind),
    ).toEqual(['detections']);
  });
});

test('from empty knowledge there is nothing to expect and nothing to do, and both reports say so', () => {
  const empty = deskOver(knowledgeOf(delivered('ferry', labelled('malware', 104, 'S9011', 'Ferry'))));
  const { answer: expected } = expectedTechniques(empty, BOATS);
  expect(expected).toMatchObject({ techniques: [], total: 0, tactics: [] });
  expect(documentText(expectDocument(expected, PLAIN))).toContain('No technique is known of these groups.');
  const { answer: priorities } = prioritiesFor(empty, BOATS);
  expect(priorities).toMatchObject({ total: 0, left: 0, takenOff: [] });
  expect(documentText(prioritiesDocument(priorities))).toContain('nothing to put in order');
});

describe.skipIf(!hasRealData)('on ATT&CK 18.1', async () => {
  const real = hasRealData ? await realDesk() : desk;
  const telecom = organisation({
    name: 'Kaltbach Telecom',
    sectors: ['telecommunications'],
    countries: ['LU', 'BE'],
    platforms: ['Windows', 'Linux', 'Network Devices'],
    controls: { coverage: [], mitigations: ['M1032'] },
  });

  test('numbers add up, everywhere', () => {
    const { answer } = expectedTechniques(real, telecom);
    expect(answer.groups).toHaveLength(15);
    expect(answer.groups.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(answer.techniques.length).toBeGreaterThan(100);
    const wrong = answer.techniques.filter(
      ({ parts, expectation, usedBy }) =>
        Math.abs(parts.reduce((sum, { contribution }) => sum + contribution, 0) - expectation) > 1e-12 ||
        parts.some(
          ({ share, credibility, recencyWeight, contribution }) =>
            Math.abs(share * credibility * recencyWeight - contribution) > 1e-12,
        ) ||
        usedBy !== parts.length ||
        expectation > 1,
    );
    expect(wrong).toEqual([]);
    expect(answer.techniques.reduce((sum, { expectation }) => sum + expectation, 0)).toBeCloseTo(
      answer.total,
    );
  });

  test('what happens before access concerns everybody; what works only on macOS or in the cloud does not', () => {
    const { techniques, elsewhere } = expectedTechniques(real, telecom).answer;
    expect(techniques.some(({ platforms }) => platforms.join() === 'PRE')).toBe(true);
    const mine = new Set([...telecom.platforms, 'PRE']);
    expect(elsewhere.filter(({ platforms }) => platforms.some((each) => mine.has(each)))).toEqual([]);
    expect(elsewhere.length).toBeGreaterThan(5);
  });

  test('pre-2020 ids in the coverage count for what they became', () => {
    const { takenOff, coverage, rankings } = prioritiesFor(real, telecom, {
      coverage: covering(real, 0.8, 'T1086', 'T1105', 'T1001.009'),
    }).answer;
    expect(takenOff.find(({ technique }) => technique.label === 'T1059.001')?.coverage?.from).toBe('T1086');
    expect(coverage.carried.map(({ from, to }) => [from, to])).toEqual([
      ['T1001.009', undefined],
      ['T1086', 'T1059.001'],
    ]);
    const [mitigations, logSources] = rankings;
    expect(mitigations?.answered).toBeGreaterThan(0.5);
    expect(mitigations?.answered).toBeLessThan(1);
    // Analytics look nowhere for a few techniques.
    expect(logSources?.answered).toBeGreaterThan(0.95);
    const platforms = new Set(
      logSources?.defences.flatMap(({ analytics }) => analytics.flatMap((each) => each.platforms)),
    );
    expect(platforms.has('Linux')).toBe(true);
    expect(platforms.has('IaaS')).toBe(false);
  });

  test('before release 18, data components are put in order, as there are no detection strategies', async () => {
    const older = await realDesk({ release: '17.1' });
    const [, detections] = prioritiesFor(older, telecom).answer.rankings;
    expect(detections?.defences[0]?.defence.type).toBe('x-mitre-data-component');
    expect(detections?.answered).toBeGreaterThan(0.8);
  });

  test('hidden and later knowledge is not used', () => {
    const before = expectedTechniques(real, telecom, { asOf: '2018-12-31' }).answer;
    const dates = before.techniques.flatMap(({ parts }) => parts.flatMap(({ why }) => why.last?.date ?? []));
    expect(dates.length).toBeGreaterThan(100);
    expect(dates.filter((date) => date > '2018-12-31')).toEqual([]);
    const { techniques } = expectedTechniques(real, telecom, { hide: ['campaigns'] }).answer;
    expect(
      techniques
        .flatMap(({ parts }) => parts.flatMap(({ through }) => through))
        .filter(({ type }) => type === 'campaign'),
    ).toEqual([]);
  });

  test('the reports are pages, and the same each time', () => {
    const make = () =>
      documentHtml(expectDocument(expectedTechniques(real, telecom, { limit: 30 }).answer, PLAIN));
    expect(make()).toBe(make());
    expect(documentHtml(prioritiesDocument(prioritiesFor(real, telecom).answer))).toContain('M1032 in place');
  });
});
