import { describe, expect, test } from 'vitest';
import { planFor } from '../../../src/workbench/planning/plan.ts';
import { knowledgeOf } from '../../support/desk.ts';
import { hasRealFiles } from '../../support/real-data.ts';
import { readReal } from '../../support/read-real.ts';
import { accessWith } from '../../support/sightings.ts';

const ATTACK = 'attack/enterprise-attack-18.1.json.gz';
const NIST = 'mappings/nist_800_53-rev5_attack-16.1-enterprise.json.gz';

describe.skipIf(!hasRealFiles(ATTACK, NIST))('NIST SP 800-53, mapped to 16.1, over ATT&CK 18.1', async () => {
  const base = knowledgeOf(readReal(ATTACK), readReal(NIST));
  const desk = await accessWith(base, []).desk({}, undefined);
  const ask = async (kinds: readonly string[]) =>
    (
      await planFor(desk, {
        groups: ['G0016', 'G0007'],
        kinds,
        seconds: 0,
        limit: Infinity,
        hide: [],
        inventories: [],
        domains: [],
        withdrawn: false,
      })
    ).answer;

  test('of 566 techniques 564 are the same, one is carried, and one is of Mobile', async () => {
    const { mappings } = await ask(['controls']);
    expect(mappings).toMatchObject([
      {
        release: '16.1',
        techniques: 566,
        unchanged: 564,
        moved: [{ from: 'T1574.002', to: 'T1574.001' }],
        lost: ['T1521.003'],
      },
    ]);
  });

  test('what seven controls answer is all that any of them does, and of 22 of the others NIST says so itself', async () => {
    const { lines, answered, reachable, isBest, unanswered } = await ask(['controls']);
    expect(lines.map(({ thing: { label } }) => label)).toHaveLength(7);
    expect(answered).toBeCloseTo(reachable);
    expect(isBest).toBe(true);
    expect(unanswered.filter(({ statedBy }) => statedBy.length > 0)).toHaveLength(22);
  });

  test('ten things of all kinds reach at least nine tenths of the best', async () => {
    const { lines, ratio, bound, answered, of } = await ask([]);
    expect(lines).toHaveLength(10);
    expect(of).toBeGreaterThan(1000);
    expect(ratio).toBeGreaterThan(0.9);
    expect(bound).toBeGreaterThanOrEqual(answered);
  });
});
