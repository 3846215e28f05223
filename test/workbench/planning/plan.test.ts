import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanAnswer, PlanQuestion } from '../../../src/answers/index.ts';
import { planLayer } from '../../../src/analysis/index.ts';
import type { Knowledge } from '../../../src/desk/index.ts';
import { errorOf, FoeprintError } from '../../../src/facts/index.ts';
import { planTables } from '../../../src/report/index.ts';
import { SOLVER_ISSUES } from '../../../src/solver/index.ts';
import { planFor } from '../../../src/workbench/planning/plan.ts';
import { mitigates, notMappable, readMapping } from '../../support/control-mapping.ts';
import { knowledgeOf } from '../../support/desk.ts';
import { organisation } from '../../support/organisation.ts';
import { accessWith } from '../../support/sightings.ts';
import {
  delivered,
  idOf,
  labelled,
  object,
  relationship,
  release,
  tactic,
  technique,
  use,
} from '../../support/world/build.ts';

// A pond. Hungry Pike (G0951) lurks, strikes, drags and hides, and nobody else does but Small Perch (G0952), who lurks. A net (M9101)
// is against lurking and striking, a lid (M9102) against striking and dragging; by the rules of the farm a fence (FN-1) is against dragging and
// hiding, a light (FN-2) detects lurking, and nothing of theirs is against striking. Hiding is detected in three ways: two look at ripples,
// one at shadows, by night also at sounds.
const PIKE = idOf('intrusion-set', 1);
const PERCH = idOf('intrusion-set', 2);
const [LURK, STRIKE, DRAG, HIDE] = [11, 12, 13, 14].map((number) => idOf('attack-pattern', number));
const [NET, LID] = [21, 22].map((number) => idOf('course-of-action', number));
const STRATEGY = idOf('x-mitre-detection-strategy', 31);
const analytics = [41, 42, 43].map((number) => idOf('x-mitre-analytic', number));
const RIPPLE = idOf('x-mitre-data-component', 51);

function analytic(
  number: number,
  platform: string,
  ...logs: readonly (readonly [name: string, channel: string])[]
) {
  return labelled('x-mitre-analytic', number, `AN90${number}`, `Analytic ${number}`, {
    x_mitre_platforms: [platform],
    x_mitre_log_source_references: logs.map(([name, channel]) => ({
      name,
      channel,
      x_mitre_data_component_ref: RIPPLE,
    })),
  });
}

const ATTACK = [
  tactic(6, 'TA9001', 'Hunt'),
  labelled('intrusion-set', 1, 'G0951', 'Hungry Pike'),
  labelled('intrusion-set', 2, 'G0952', 'Small Perch'),
  ...(['Lurk', 'Strike', 'Drag', 'Hide'] as const).map((name, index) =>
    technique(11 + index, `T910${index + 1}`, name, ['hunt'], { x_mitre_platforms: ['Windows', 'Linux'] }),
  ),
  ...[LURK, STRIKE, DRAG, HIDE].map((used, index) =>
    use(61 + index, PIKE, used ?? '', 'The pike does it.', 'Gazette. (2024, May 4). Pike.'),
  ),
  use(65, PERCH, LURK ?? '', 'The perch lurks.', 'Gazette. (2024, May 4). Perch.'),
  labelled('course-of-action', 21, 'M9101', 'Net'),
  labelled('course-of-action', 22, 'M9102', 'Lid'),
  relationship(71, NET ?? '', 'mitigates', LURK ?? ''),
  relationship(72, NET ?? '', 'mitigates', STRIKE ?? ''),
  relationship(73, LID ?? '', 'mitigates', STRIKE ?? ''),
  relationship(74, LID ?? '', 'mitigates', DRAG ?? ''),
  labelled('x-mitre-data-component', 51, 'DC9051', 'Ripples'),
  analytic(41, 'Windows', ['pond:net', 'ripple']),
  analytic(42, 'Linux', ['pond:net', 'ripple'], ['pond:ear', 'None']),
  analytic(43, 'Windows', ['pond:eye', 'shadow']),
  object('x-mitre-detection-strategy', 31, { name: 'Seeing what hides', x_mitre_analytic_refs: analytics }),
  relationship(75, STRATEGY, 'detects', HIDE ?? ''),
];
const MAPPED = [
  mitigates('FN-1', 'T9103'),
  mitigates('FN-1', 'T9104'),
  mitigates('FN-2', 'T9101', { mapping_type: 'technique_scores', score_category: 'detect' }),
  notMappable('T9102'),
];

async function pond(
  attack: readonly unknown[] = ATTACK,
  mapped: readonly unknown[] = MAPPED,
): Promise<Knowledge['desk']> {
  const base = knowledgeOf(delivered('attack', release('1.0'), ...attack), readMapping(mapped));
  return await accessWith(base, []).desk({}, undefined);
}

const desk = await pond();

const asked = (question: Partial<PlanQuestion>): PlanQuestion => ({
  groups: ['G0951'],
  kinds: [],
  hide: [],
  inventories: [],
  domains: [],
  withdrawn: false,
  ...question,
});

async function plan(question: Partial<PlanQuestion>, of = desk): Promise<PlanAnswer> {
  return (await planFor(of, asked(question))).answer;
}

/** `id: technique technique`, step by step; of a technique that is answered in part only, how much is added. */
const steps = ({ lines }: PlanAnswer): readonly string[] =>
  lines.map(({ thing, techniques }) => {
    const added = techniques.filter(({ adds }) => adds > 0);
    const said = added.map(({ technique: { label }, adds }) =>
      adds < 1 ? `${label} ${adds.toFixed(2)}` : label,
    );
    return `${thing.label || thing.name}: ${said.toSorted().join(' ')}`;
  });

describe('against groups', () => {
  test('two things answer all that four could answer', async () => {
    const answer = await plan({ budget: 2 });
    expect(steps(answer).toSorted()).toEqual(['FN-1: T9103 T9104', 'M9101: T9101 T9102']);
    for (const share of [answer.answered, answer.bound, answer.ratio, answer.reachable])
      expect(share).toBeCloseTo(1);
    expect(answer).toMatchObject({ isBest: true, spent: 2 });
    expect([answer.unanswered, answer.beyond]).toEqual([[], []]);
  });

  test('what more groups use weighs less', async () => {
    const { lines } = await plan({ kinds: ['mitigations'], budget: 2 });
    const left = new Map(
      lines.flatMap(({ techniques }) => techniques.map((each) => [each.technique.label, each.left])),
    );
    expect(left.get('T9101')).toBeLessThan(left.get('T9102') ?? 0);
    const settings = { ...desk.settings, planning: { ...desk.settings.planning, rarity: 0 } };
    const flat = await plan({ kinds: ['mitigations'], budget: 2 }, { ...desk, settings });
    expect(new Set(flat.lines.flatMap(({ techniques }) => techniques.map((each) => each.left))).size).toBe(1);
  });

  test('of several groups the mean of the scores counts', async () => {
    const both = await plan({ groups: ['G0951,Small Perch'], kinds: ['mitigations'] });
    const one = await plan({ kinds: ['mitigations'] });
    expect(both.against.map(({ label }) => label)).toEqual(['G0951', 'G0952']);
    const weightOf = ({ lines }: PlanAnswer, id: string): number | undefined =>
      lines.flatMap(({ techniques }) => techniques).find(({ technique: { label } }) => label === id)?.left;
    expect(weightOf(both, 'T9101')).toBeCloseTo(weightOf(one, 'T9101') ?? 0);
    expect(weightOf(both, 'T9103')).toBeCloseTo((weightOf(one, 'T9103') ?? 0) / 2);
  });

  test('what nothing addresses is said, and by which framework', async () => {
    const { unanswered, beyond } = await plan({ kinds: ['controls'], budget: 1 });
    expect(
      unanswered.map(({ technique: { label }, statedBy }) => [label, statedBy.map(({ name }) => name)]),
    ).toEqual([['T9102', ['farm_rules rev2']]]);
    expect(beyond.map(({ technique: { label } }) => label)).toEqual(['T9101']);
  });

  test('what is dear is left out where the budget does not allow it', async () => {
    const costs = { 'fn-01': 2, net: 5, 'No such thing': 1 };
    const { answer, notes } = await planFor(
      desk,
      asked({ costs, budget: 3, kinds: ['mitigations', 'controls'] }),
    );
    expect(answer.lines.map(({ thing: { label }, cost, spent }) => [label, cost, spent])).toEqual([
      ['M9102', 1, 1],
      ['FN-1', 2, 3],
    ]);
    expect(notes).toContain('Costs of 1 that cannot be chosen here count for nothing: No such thing.');
  });
});

describe('log sources', () => {
  test('each answers the share of the analytics that it feeds', async () => {
    expect(steps(await plan({ kinds: ['log-sources'] }))).toEqual([
      'pond:net (ripple): T9104 0.67',
      'pond:eye (shadow): T9104 0.33',
    ]);
    const [first] = (await plan({ kinds: ['log-sources'], budget: 1 })).lines;
    expect(first?.techniques[0]?.through.map(({ label }) => label)).toEqual(['AN9041', 'AN9042']);
  });

  test('only analytics on the platforms of the organisation count', async () => {
    const { lines } = await plan({
      groups: [],
      organisation: organisation({ platforms: ['Linux'] }),
      kinds: ['log-sources'],
    });
    expect(lines.map(({ thing: { name }, techniques: [hide] }) => [name, hide?.share])).toEqual([
      ['pond:ear', 1],
    ]);
  });

  test('data components stand for all their log sources', async () => {
    expect(steps(await plan({ kinds: ['data-components'] }))).toEqual(['DC9051: T9104']);
  });
});

describe('what a mapping scores counts by its value', () => {
  const score = (control: string, id: string, score_value: string, score_category = 'protect') =>
    mitigates(control, id, { mapping_type: 'technique_scores', score_category, score_value });
  const scored = [
    score('FN-1', 'T9103', 'partial'),
    score('FN-2', 'T9103', 'Minimal'),
    score('FN-3', 'T9103', 'significant'),
    score('FN-4', 'T9104', 'minimal'),
    score('FN-4', 'T9104', 'partial', 'detect'),
    mitigates('FN-5', 'T9104'),
  ];
  const controls = { kinds: ['controls'], seconds: 0 } as const;
  /** Of each step its control, and of each technique the value, the share, and what it adds. */
  const valued = ({ lines }: PlanAnswer) =>
    lines.map(({ thing, techniques }) => [
      thing.label,
      ...techniques.flatMap((each) => [each.value, each.share, each.adds]),
    ]);

  test('what answers all of a technique comes first, and leaves nothing to add', async () => {
    expect(valued(await plan(controls, await pond(ATTACK, scored)))).toEqual([
      ['FN-3', 'significant', 1, 1],
      ['FN-5', undefined, 1, 1],
    ]);
  });

  test('half is half, a quarter adds nothing to it, and of protecting and detecting the better one counts', async () => {
    const some = scored.filter(({ capability_id: id }) => id !== 'FN-3' && id !== 'FN-5');
    const desks = await pond(ATTACK, some);
    const answer = await plan(controls, desks);
    expect(valued(answer)).toEqual([
      ['FN-1', 'partial', 0.5, 0.5],
      ['FN-4', 'partial', 0.5, 0.5],
    ]);
    expect(answer.beyond.map(({ technique: { label }, open, left }) => [label, open / left])).toEqual([
      ['T9103', 0.5],
      ['T9104', 0.5],
    ]);
    const closed = answer.beyond.reduce((all, { open, left }) => all + left - open, 0);
    expect(answer.answered * answer.left).toBeCloseTo(closed);
  });

  test('what remains after a quarter is added to by a half', async () => {
    const costs = { 'FN-1': 8, 'FN-2': 1 };
    const some = scored.filter(({ capability_id: id }) => id === 'FN-1' || id === 'FN-2');
    expect(valued(await plan({ ...controls, costs, budget: 9 }, await pond(ATTACK, some)))).toEqual([
      ['FN-2', 'Minimal', 0.25, 0.25],
      ['FN-1', 'partial', 0.5, 0.25],
    ]);
  });

  test('the setting says what values count, and 0 leaves one out', async () => {
    const found = await pond(ATTACK, scored.slice(0, 2));
    const planning = { ...found.settings.planning, scored: { minimal: 0.9, partial: 0 } };
    const of = { ...found, settings: { ...found.settings, planning } };
    expect(valued(await plan(controls, of))).toEqual([['FN-2', 'Minimal', 0.9, 0.9]]);
  });

  test('a half, and what a log source feeds of the other half', async () => {
    const question = { kinds: ['controls,log-sources'], costs: { 'FN-4': 0.1 }, budget: 1.1, seconds: 0 };
    const { lines } = await plan(question, await pond(ATTACK, [score('FN-4', 'T9104', 'partial')]));
    const added = lines.flatMap(({ thing, techniques }) =>
      techniques.map(({ adds }) => [thing.label || thing.name, adds] as const),
    );
    expect(new Set(added.map(([name]) => name))).toEqual(new Set(['FN-4', 'pond:net (ripple)']));
    expect(added.reduce((all, [, adds]) => all + adds, 0)).toBeCloseTo(0.5 + 0.5 * (2 / 3));
  });
});

test('in releases before 18 data components detect techniques themselves', async () => {
  const before = ATTACK.filter(
    ({ id }) => ![STRATEGY, idOf('relationship', 75), ...analytics].includes(String(id)),
  );
  const older = await pond([...before, relationship(76, RIPPLE, 'detects', HIDE ?? '')]);
  for (const kind of ['data-components', 'detections'])
    expect(steps(await plan({ kinds: [kind] }, older))).toEqual(['DC9051: T9104']);
  expect(steps(await plan({ kinds: ['log-sources'] }, older))).toEqual([]);
});

describe('for an organisation', () => {
  test('what is in place is not chosen, and what it mitigates counts half', async () => {
    const works = organisation({ controls: { coverage: [], mitigations: ['M9101'] } });
    const answer = await plan({ groups: [], organisation: works });
    expect(answer.inPlace.map(({ label }) => label)).toEqual(['M9101']);
    expect(answer.lines.map(({ thing: { label } }) => label)).not.toContain('M9101');
    expect(
      answer.takenOff.map(({ technique: { label }, left, expectation }) => [label, left / expectation]),
    ).toEqual([
      ['T9101', 0.5],
      ['T9102', 0.5],
    ]);
    expect(answer.done).toBeCloseTo(answer.total - answer.left);
  });

  describe('controls of frameworks in place are not chosen, and what they mitigate or detect counts half', () => {
    const none =
      'The control “FN-9” is left out: nothing in view is called so. `foeprint list controls` has the ids of the mappings that are loaded.';
    const several =
      'The control “FN-1” is left out: several things are called so. Write the framework before it: `nist_800_53:FN-1`.';
    type Case = readonly [
      mapped: string,
      of: 'one' | 'two',
      inPlace: readonly string[],
      half: readonly string[],
      notes: readonly string[],
    ];
    test.for<Case>([
      ['FN-1', 'one', ['FN-1'], ['T9103', 'T9104'], []],
      ['FN-2', 'one', ['FN-2'], ['T9101'], []],
      ['farm_rules:FN-2', 'one', ['FN-2'], ['T9101'], []],
      ['FN-9', 'one', [], [], [none]],
      ['FN-1', 'two', [], [], [several]],
      ['farm_rules:FN-1', 'two', ['FN-1'], ['T9103', 'T9104'], []],
      ['barn_rules:FN-1', 'two', ['FN-1'], ['T9102'], []],
    ])('%s, of %s', async ([mapped, of, inPlace, half, notes]) => {
      const barn = readMapping([mitigates('FN-1', 'T9102')], { mapping_framework: 'barn_rules' });
      const base = knowledgeOf(
        delivered('attack', release('1.0'), ...ATTACK),
        readMapping(MAPPED),
        ...(of === 'two' ? [barn] : []),
      );
      const works = organisation({ controls: { coverage: [], mitigations: [], mapped: [mapped] } });
      const { answer, notes: said } = await planFor(
        await accessWith(base, []).desk({}, undefined),
        asked({ groups: [], organisation: works }),
      );
      expect(answer.inPlace.map(({ label }) => label)).toEqual(inPlace);
      expect(answer.lines.some(({ thing }) => answer.inPlace.some(({ id }) => id === thing.id))).toBe(false);
      const taken = answer.takenOff.map(
        ({ left, expectation, ...gap }) => [gap.technique.label, left / expectation] as const,
      );
      expect(new Map(taken)).toEqual(new Map(half.map((label) => [label, 0.5])));
      expect(said?.filter((note) => note.includes('left out'))).toEqual(notes);
    });
  });

  test('what is covered counts for what is left of it', async () => {
    const coverage = { claims: [{ technique: 'T9104', level: 1, kind: 'list', file: 'ours.txt' } as const] };
    const { lines } = await plan({ groups: [], organisation: organisation(), coverage });
    expect(
      lines.flatMap(({ techniques }) => techniques.map(({ technique: { label } }) => label)),
    ).not.toContain('T9104');
  });
});

test('how the ids of a mapping came into view is said', async () => {
  const older = await pond(ATTACK, [...MAPPED, mitigates('FN-3', 'T9999')]);
  expect((await plan({ kinds: ['controls'] }, older)).mappings).toMatchObject([
    { release: '1.0', techniques: 5, unchanged: 4, moved: [], lost: ['T9999'] },
  ]);
});

describe('what cannot be asked', () => {
  const cases: readonly (readonly [label: string, question: Partial<PlanQuestion>, code: string])[] = [
    ['against nobody', { groups: [] }, 'W720'],
    ['against nobody, with commas', { groups: [', ,'] }, 'W720'],
    ['against groups and for an organisation', { organisation: organisation() }, 'W720'],
    ['a kind that there is not', { kinds: ['mitigations,locks'] }, 'W721'],
    ['a negative budget', { budget: -1 }, 'W671'],
    ['a budget that is no number', { budget: NaN }, 'W671'],
    ['a budget without end', { budget: Infinity }, 'W671'],
    ['negative seconds', { seconds: -1 }, 'W671'],
    ['a framework that there is not', { framework: 'barn_rules' }, 'W601'],
    ['a group that there is not', { groups: ['G0953'] }, 'W601'],
  ];
  test.for(cases)('%s', async ([, question, code]) => {
    await expect(planFor(desk, asked(question))).rejects.toMatchObject({ code });
  });
});

describe('without a solver', () => {
  const bare: Knowledge['desk'] = {
    ...desk,
    solver: async () => await Promise.reject(errorOf(SOLVER_ISSUES.noSolver, 'HiGHS cannot be loaded.')),
  };

  test('the plan is the greedy one, and a note says so', async () => {
    const { answer, notes } = await planFor(bare, asked({}));
    expect(answer).toMatchObject({ by: 'greedy', seconds: 0 });
    expect(notes?.join()).toContain('P101');
  });

  test('it is an error where it is asked for', async () => {
    await expect(planFor(bare, asked({ seconds: 1 }))).rejects.toBeInstanceOf(FoeprintError);
    expect((await planFor(bare, asked({ seconds: 0 }))).notes).toEqual([]);
  });
});

test('the order of what is read does not matter', async () => {
  const question = {
    kinds: ['mitigations,detections,log-sources,data-components,controls'],
    budget: 3,
    seconds: 0,
  };
  const whole = await plan(question);
  const shuffled = <Item>(items: readonly Item[]) =>
    fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
  await fc.assert(
    fc.asyncProperty(shuffled(ATTACK), shuffled(MAPPED), async (attack, mapped) => {
      expect(await plan(question, await pond(attack, mapped))).toEqual(whole);
    }),
    { numRuns: 20 },
  );
});

test('the layer marks what is answered, and by what, and what is open', async () => {
  const answer = await plan({ kinds: ['controls'], budget: 1 });
  const { cells } = planLayer(answer, { domain: 'enterprise-attack', release: '1.0', belongs: () => true });
  expect(cells.map(({ technique: id, score, comment }) => [id, score, comment])).toEqual([
    ['T9103', 100, '100 of 100 answered\nStep 1: Control FN-1 (FN-1)'],
    ['T9104', 100, '100 of 100 answered\nStep 1: Control FN-1 (FN-1)'],
    ['T9101', 0, 'Nothing in the plan answers it.'],
    ['T9102', 0, 'Nothing in the plan answers it.'],
  ]);
});

test('the tables have a row for each step, and why', async () => {
  const [table, why] = planTables(await plan({ kinds: ['controls'], budget: 1, seconds: 0 }));
  expect(table?.rows.map((row) => row.slice(0, 5))).toEqual([[1, 'FN-1', 'Control FN-1', 'controls', 1]]);
  expect(why?.rows.map((row) => row.slice(0, 4))).toEqual([
    [1, 'FN-1', 'mitigates', 'T9103'],
    [1, 'FN-1', 'mitigates', 'T9104'],
  ]);
});
