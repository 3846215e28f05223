import { describe, expect, test } from 'vitest';
import type { PrintsAnswer, ProfileAnswer } from '../../src/answers/index.ts';
import type { Desk } from '../../src/desk/index.ts';
import { documentText } from '../../src/render/index.ts';
import { printsDocument, printsTables } from '../../src/report/index.ts';
import { groupPrints } from '../../src/workbench/groups/prints.ts';
import { groupProfile } from '../../src/workbench/groups/profile.ts';
import { sampleDesk } from '../support/desk.ts';
import { hasRealData } from '../support/real-data.ts';
import { realDesk } from '../support/real-home.ts';
import { FARM, HERON, NEWT, OTTER, SHORE, VICTIMS } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';

const prints = (desk: Desk, search = {}): PrintsAnswer => groupPrints(desk, search).answer;

test('a group has its direct and its derived techniques for each tactic; one without any is counted', () => {
  const { groups, idle } = prints(worldDesk([SHORE]));
  const shown = groups.map(({ id, direct, derived }) => [id, direct, derived]);
  expect(shown).toEqual([
    [HERON, 2, 2],
    [OTTER, 2, 0],
    [NEWT, 0, 0],
  ]);
  expect(idle).toBe(1);
});

/** What a profile has, counted as a print is. */
function printOf(
  { tactics, techniques, direct, derived }: ProfileAnswer,
  columns: readonly string[],
): object {
  const uses = new Map(techniques.map(({ technique, use }) => [technique.id, use]));
  const counts = (use: string): readonly number[] =>
    columns.map(
      (column) =>
        tactics
          .find(({ tactic }) => tactic.label === column)
          ?.techniques.filter((technique) => uses.get(technique) === use).length ?? 0,
    );
  return { direct, derived, directByTactic: counts('direct'), derivedByTactic: counts('derived') };
}

function expectProfiles(desk: Desk, every: number): void {
  const { tactics, groups } = prints(desk);
  const columns = tactics.map(({ label }) => label);
  const asked = groups.filter((_, index) => index % every === 0);
  expect(asked.length).toBeGreaterThan(0);
  for (const { id, direct, derived, directByTactic, derivedByTactic } of asked)
    expect({ direct, derived, directByTactic, derivedByTactic }, id).toEqual(
      printOf(groupProfile(desk, id).answer, columns),
    );
}

describe('prints count what profiles have', () => {
  test.for([
    ['the farm', () => worldDesk([FARM])],
    ['the shore', () => worldDesk([SHORE])],
    ['victims', () => worldDesk([VICTIMS])],
    ['the sample', () => sampleDesk()],
  ] as const)('in %s', ([, desk]) => {
    expectProfiles(desk(), 1);
  });

  test.runIf(hasRealData)('in ATT&CK', async () => {
    expectProfiles(await realDesk(), 12);
  });
});

test.runIf(hasRealData)('in ATT&CK no bar is higher than its tactic', async () => {
  const { tactics, groups } = prints(await realDesk());
  expect(tactics.map(({ shortName }) => shortName).slice(0, 3)).toEqual([
    'reconnaissance',
    'resource-development',
    'initial-access',
  ]);
  for (const { directByTactic, derivedByTactic } of groups)
    for (const [column, { techniques }] of tactics.entries())
      expect((directByTactic[column] ?? 0) + (derivedByTactic[column] ?? 0)).toBeLessThanOrEqual(techniques);
});

test('groups are chosen as `groups` chooses them, and it says of how many nothing is known', () => {
  const desk = worldDesk([VICTIMS]);
  const { groups, unknown } = prints(desk, { sectors: ['telecoms'] });
  expect(groups.map(({ name, lastSeen }) => [name, lastSeen])).toEqual([
    ['Wary Wolf', '2025-05-04'],
    ['Far Falcon', '2023-04-01'],
  ]);
  expect(unknown).toEqual([{ kind: 'sector', groups: 1 }]);
  expect(prints(desk, { keywords: ['falcon'] }).groups.map(({ name }) => name)).toEqual(['Far Falcon']);
  expect(prints(desk, { words: ['falcon'] }).groups.map(({ name }) => name)).toEqual(['Far Falcon']);
  expect(() => prints(desk, { sectors: ['herding of cats'] })).toThrow('W612');
});

test('bars on a terminal, a row for each bar in tables', () => {
  const answer: PrintsAnswer = {
    tactics: [
      { label: 'TA1', shortName: 'one', name: 'One', techniques: 4 },
      { label: 'TA2', shortName: 'two', name: 'Two', techniques: 64 },
      { label: 'TA3', shortName: 'three', name: 'Three', techniques: 4 },
      { label: 'TA4', shortName: 'four', name: 'Four', techniques: 4 },
    ],
    groups: [
      {
        id: HERON,
        type: 'intrusion-set',
        name: 'Hungry Heron',
        label: 'G0911',
        aliases: [],
        direct: 5,
        derived: 2,
        directByTactic: [4, 1, 0, 0],
        derivedByTactic: [0, 1, 2, 0],
      },
    ],
    idle: 0,
    unknown: [],
  };
  expect(documentText(printsDocument(answer))).toContain('█▁·_');
  expect(printsTables(answer)[0]?.rows.map((row) => row.slice(1))).toEqual([
    ['Hungry Heron', 'TA1', 'One', 4, 0, 4],
    ['Hungry Heron', 'TA2', 'Two', 1, 1, 64],
    ['Hungry Heron', 'TA3', 'Three', 0, 2, 4],
    ['Hungry Heron', 'TA4', 'Four', 0, 0, 4],
  ]);
});
