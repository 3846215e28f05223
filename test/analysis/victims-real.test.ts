import { expect, test } from 'vitest';
import { threatsTo } from '../../src/workbench/threats/threats.ts';
import { victimologyCoverage } from '../../src/workbench/groups/victims.ts';
import { hasRealData } from '../support/real-data.ts';
import { realDesk } from '../support/real-home.ts';
import { organisation } from '../support/organisation.ts';

test.skipIf(!hasRealData)('on ATT&CK 18.1 with all galaxies', async () => {
  const desk = await realDesk({ galaxies: true });
  const { groups, unknown } = victimologyCoverage(desk);
  expect(groups).toBe(172);
  // What joining alone reaches, by research on peers (0.1.2): sector 139, victim country 137, origin 122.
  expect(groups - unknown.sector).toBeGreaterThanOrEqual(139);
  expect(groups - unknown.country).toBeGreaterThanOrEqual(137);
  expect(groups - unknown.origin).toBeGreaterThanOrEqual(122);
  const given = {
    sectors: ['telecommunications'],
    countries: ['LU', 'BE'],
    products: ['Microsoft Exchange Server'],
  };
  const { answer } = threatsTo(desk, organisation(given), { top: 172 });
  expect([...answer.groups, ...answer.dormant]).toHaveLength(172);
  expect(answer.dormant).toHaveLength(answer.dormantOf);
  // The last report on APT1 is of 2018.
  expect(answer.dormant.map(({ group }) => group.name)).toContain('APT1');
  // Whatever shows that a group struck in the country or sector leads to a source, by name.
  for (const { factors } of [...answer.groups, ...answer.dormant])
    for (const { factor, found, grounds } of factors)
      if (found !== '' && ['country', 'sector', 'product', 'recency'].includes(factor)) {
        expect(grounds.length).toBeGreaterThan(0);
        for (const { by } of grounds) expect(by).not.toBe('');
      }
  expect(threatsTo(desk, organisation(given), { top: 172 }).answer).toEqual(answer);
});
