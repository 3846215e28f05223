import { expect, test } from 'vitest';
import { idOf, object, relationship } from '../support/world/build.ts';
import { QUAIL, VICTIMS } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';
import { organisation, WORKS } from '../support/organisation.ts';
import {
  DEFAULT_PLAYBOOK,
  STEP_NAMES,
  type Playbook,
  type PlaybookAnswer,
  type StepAnswers,
  type StepName,
} from '../../src/answers/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import type { Organisation } from '../../src/threat/index.ts';
import { comparePlaybookRuns } from '../../src/workbench/playbook/compare-runs.ts';
import { runPlaybook } from '../../src/workbench/playbook/run-playbook.ts';

const desk = worldDesk([VICTIMS]);
const AS_OF = '2025-06-01';

const playbook = (given: Partial<Playbook> = {}): Playbook => ({
  ...DEFAULT_PLAYBOOK,
  asOf: AS_OF,
  ...given,
});

/** What comes of a playbook. */
function runOf(on: Desk, asked: Playbook, whom: Organisation, foeprint = '0.2.0'): PlaybookAnswer {
  return runPlaybook(on, whom, { playbook: asked, foeprint }).answer;
}

/** What is different; as many first places as there are groups. */
function changesOf(before: PlaybookAnswer, after: PlaybookAnswer) {
  return comparePlaybookRuns(before, after, 15);
}

function answerOf<Name extends StepName>(run: PlaybookAnswer, name: Name): StepAnswers[Name];
function answerOf(run: PlaybookAnswer, name: StepName): unknown {
  const found = run.steps.find(({ step }) => step === name);
  if (found === undefined) throw new RangeError(`no step ${name}`);
  return found.answer;
}

test('every step answers, and the same knowledge and playbook give the same bytes', () => {
  const all = playbook({ steps: STEP_NAMES.map((step) => ({ step, with: {} })) });
  const run = runOf(desk, all, WORKS);
  expect(run.steps.map(({ step }) => step)).toEqual(STEP_NAMES);
  const text = JSON.stringify(run);
  expect(JSON.stringify(runOf(worldDesk([VICTIMS]), all, WORKS))).toBe(text);
  expect(text).not.toContain('null');
});

test('the summary counts groups by country and by sector, and names who reports it', () => {
  const summary = answerOf(runOf(desk, playbook(), WORKS), 'summary');
  // Wolf in LU, Shrew in BE, and Lynx by the name that it shares with Shrew; Wolf and Falcon in telecommunications.
  expect(summary).toMatchObject({ of: 5, byCountry: 3, bySector: 2, byBoth: 1, unknownCountry: 2 });
  expect(summary.first[0]).toMatchObject({
    rank: 1,
    group: { label: 'G0921' },
    countries: ['Luxembourg'],
    sectors: ['telecommunications'],
    lastReport: '2025-05-04',
    hasOneClaimant: false,
  });
  expect(summary.techniques[0]).toMatchObject({ technique: { label: 'T9021' }, usedBy: 2 });
});

test('parameters, titles and notes of a step are used', () => {
  const run = runOf(
    desk,
    playbook({
      steps: [
        { step: 'threats', title: 'Ours', notes: 'Mind the gap.', with: { top: 2 } },
        { step: 'group', with: { top: 0, groups: ['Quiet Quail'], techniques: 1 } },
        { step: 'note', with: { text: 'One.\n\nTwo.' } },
      ],
    }),
    WORKS,
  );
  expect(run.steps[0]).toMatchObject({ title: 'Ours', notes: 'Mind the gap.' });
  expect(answerOf(run, 'threats').groups).toHaveLength(2);
  expect(answerOf(run, 'group').map(({ threat }) => threat.group.label)).toEqual(['G0924']);
  expect(answerOf(run, 'note').text).toBe('One.\n\nTwo.');
});

test('the page of a group names whom it attacks, what is shared first, with who claims it, and what no source reports', () => {
  const pages = answerOf(runOf(desk, playbook(), WORKS), 'group');
  const wolf = pages.find(({ threat }) => threat.group.label === 'G0921');
  expect(wolf?.traits.filter(({ kind }) => kind === 'country')).toEqual([
    {
      kind: 'country',
      label: 'Luxembourg',
      isShared: true,
      by: expect.arrayContaining([expect.stringContaining('Fictional')]) as unknown,
    },
    expect.objectContaining({ label: 'France', isShared: false }),
  ]);
  // Howl works on Linux alone.
  expect(wolf).toMatchObject({ used: 2, fitting: 1 });
  expect(wolf?.techniques).toMatchObject([
    { technique: { label: 'T9021' }, groups: 2, published: '2025-05-04' },
  ]);
  const quail = pages.find(({ threat }) => threat.group.label === 'G0924');
  expect(quail?.unknown).toEqual(['sector', 'country', 'region', 'motive', 'origin']);
});

test('a score of the run is the sum of its factors', () => {
  for (const { score, factors } of runOf(desk, playbook(), WORKS).ranking)
    expect(factors.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 4);
});

test('a run says nothing of the folders of this machine', () => {
  const { organisation: described } = runOf(
    desk,
    playbook(),
    organisation({
      controls: { coverage: ['/home/jane/ours.yaml', String.raw`C:\jane\ours.json`], mitigations: [] },
    }),
  );
  expect(described.controls.coverage).toEqual(['ours.yaml', 'ours.json']);
});

test('the same run again: nothing changed', () => {
  const run = runOf(desk, playbook(), WORKS);
  expect(changesOf(run, run)).toMatchObject({
    knowledge: [],
    settings: [],
    groups: [],
    lists: [],
    unmoved: 5,
  });
});

test('a group that climbs is listed with the factor that moved it, and with who newly reports what', () => {
  const before = runOf(desk, playbook(), WORKS);
  const quail = QUAIL;
  const more = worldDesk(
    [VICTIMS],
    object('location', 71, { name: 'Belgium', country: 'BE' }),
    object('location', 72, { name: 'Luxembourg', country: 'LU' }),
    relationship(73, quail, 'targets', idOf('location', 71)),
    relationship(74, quail, 'targets', idOf('location', 72)),
  );
  const after = runOf(more, playbook(), WORKS);
  const changes = changesOf(before, after);
  const change = changes.groups.find(({ group }) => group.id === quail);
  expect(change?.to).toBeLessThan(change?.from ?? 0);
  expect(change?.why[0]).toMatchObject({
    factor: 'country',
    cause: 'reported',
    foundBefore: '',
    foundAfter: 'Luxembourg, Belgium',
    newly: ['Belgium, by Enterprise ATT&CK', 'Luxembourg, by Enterprise ATT&CK'],
    gone: [],
  });
  expect(change?.passed.length).toBeGreaterThan(0);
  expect(changes.settings).toEqual([]);
});

test('another weight is a change of what was asked, and the cause of what it moves', () => {
  const before = runOf(desk, playbook(), WORKS);
  const after = runOf(desk, playbook({ weights: { country: 0.1 }, hide: ['groups'] }), {
    ...WORKS,
    motives: ['espionage'],
  });
  const { settings } = changesOf(before, after);
  expect(settings.map(({ what }) => what)).toEqual([
    'what is not used',
    'weight of country',
    'weight of motive',
    'motives of the organisation',
  ]);
  expect(settings[1]).toMatchObject({ before: '1', after: '0.1' });
  const heavy = runOf(desk, playbook({ weights: { platform: 10, country: 0 } }), WORKS);
  const why = changesOf(before, heavy).groups.flatMap((change) => change.why);
  expect(why.length).toBeGreaterThan(0);
  for (const { cause, newly, gone } of why)
    expect({ cause, newly, gone }).toEqual({ cause: 'weight', newly: [], gone: [] });
});

test('sources that came, went or are in another release are named', () => {
  const run = runOf(desk, playbook(), WORKS);
  const [first, second, ...others] = run.knowledge;
  if (first === undefined || second === undefined) throw new RangeError('there are three sources');
  const earlier: PlaybookAnswer = {
    ...run,
    knowledge: [{ ...first, sha256: '0'.repeat(64) }, ...others, { ...second, id: 'gone', series: 'gone' }],
  };
  expect(
    changesOf(earlier, run)
      .knowledge.map(({ change }) => change)
      .toSorted(),
  ).toEqual(['added', 'changed', 'removed']);
});

test('a run names the version of Foeprint that made it, and another version is a change', () => {
  const earlier = runOf(desk, playbook(), WORKS, '0.1.0');
  expect(earlier.foeprint).toBe('0.1.0');
  expect(changesOf(earlier, earlier).foeprint).toBeUndefined();
  const later = runOf(desk, playbook(), WORKS, '0.2.0');
  expect(changesOf(earlier, later).foeprint).toEqual({ before: '0.1.0', after: '0.2.0' });
});

test('a group that is no longer in view, and one that was not, have no former or present rank', () => {
  const run = runOf(desk, playbook(), WORKS);
  const without: PlaybookAnswer = { ...run, ranking: run.ranking.slice(1) };
  const id = run.ranking[0]?.group.id;
  const entered = changesOf(without, run).groups.find(({ group }) => group.id === id);
  expect(entered).toMatchObject({ change: 'entered', to: 1, why: [] });
  expect(entered?.from).toBeUndefined();
  const left = changesOf(run, without).groups.find(({ group }) => group.id === id);
  expect(left).toMatchObject({ change: 'left', from: 1 });
});
