import { describe, expect, test } from 'vitest';
import { readGalaxyCluster } from '../../../src/intake/index.ts';
import { expectedTechniques } from '../../../src/workbench/threats/expected.ts';
import { prioritiesFor } from '../../../src/workbench/threats/priorities.ts';
import { threatsTo } from '../../../src/workbench/threats/threats.ts';
import { victimsOf } from '../../../src/workbench/groups/victims.ts';
import { type Desk } from '../../../src/desk/index.ts';
import {
  about,
  cluster,
  delivered,
  idOf,
  labelled,
  object,
  relationship,
  release,
  value,
} from '../../support/world/build.ts';
import { organisation } from '../../support/organisation.ts';
import { deskOver, knowledgeOf } from '../../support/desk.ts';

const AS_OF = '2025-01-01';
const TEXT = 'Long Flight targeted energy companies in Luxembourg.';

function deskOf(
  attack: readonly unknown[],
  clusters: Readonly<Record<string, readonly ReturnType<typeof value>[]>>,
): Desk {
  const galaxies = Object.entries(clusters).map(([type, values]) =>
    readGalaxyCluster(cluster(type, values), about(type)),
  );
  return deskOver(knowledgeOf(delivered('attack', release('1.0'), ...attack), ...galaxies));
}

const FALCON = labelled('intrusion-set', 1, 'G0925', 'Far Falcon');

describe('a hidden campaign', () => {
  const desk = deskOf(
    [
      FALCON,
      labelled('campaign', 31, 'C0921', 'Long Flight', {
        description: `[Long Flight](https://a.example/C0921) targeted energy companies in Luxembourg.`,
      }),
      relationship(51, idOf('campaign', 31), 'attributed-to', idOf('intrusion-set', 1)),
      labelled('attack-pattern', 41, 'T9021', 'Whistle'),
      relationship(61, idOf('campaign', 31), 'uses', idOf('attack-pattern', 41), {
        description: 'Whistled.',
      }),
    ],
    {
      campaigns: [
        value(21, 'Long Flight', { source: 'MITRE', campaign_attack_id: 'C0921' }, { description: TEXT }),
      ],
      groups: [
        value(
          22,
          'Far Falcon',
          { source: 'MITRE', group_attack_id: 'G0925' },
          { description: `A falcon.\n\n${TEXT.toUpperCase()}` },
        ),
      ],
    },
  );
  const utility = organisation({ countries: ['LU'], sectors: ['energy'] });

  const claimants = (hide: readonly string[]): readonly string[] => {
    const [falcon] = threatsTo(desk, utility, {
      asOf: AS_OF,
      hide,
      explain: 'Far Falcon',
    }).answer.groups;
    return [
      ...new Set(
        (falcon?.factors ?? []).flatMap(({ factor, grounds }) =>
          factor === 'sector' || factor === 'country' ? grounds.map(({ by }) => by) : [],
        ),
      ),
    ];
  };

  test('is reported by ATT&CK, and by who repeats it', () => {
    expect(claimants([]).length).toBeGreaterThan(1);
  });

  test.for([['C0921'], ['c0921'], ['long flight']])('%s is hidden wherever its words stand', (hide) => {
    expect(claimants(hide)).toEqual([]);
    const search = { asOf: AS_OF, hide };
    expect(expectedTechniques(desk, utility, search).answer.techniques).toEqual([]);
    expect(prioritiesFor(desk, utility, search).answer.total).toBe(0);
  });

  test('by the id of one object, what repeats its words is hidden too', () => {
    expect(claimants([idOf('campaign', 31)])).toEqual([]);
  });

  test('a source that is hidden takes nothing from others that report the same', () => {
    expect(claimants(['tidal'])).toEqual(['Enterprise ATT&CK 1.0']);
  });
});

test.for([
  { groups: [1], first: '2009-01-01', label: 'the group' },
  { groups: [1, 2], first: '', label: 'nobody in particular' },
])('an entry that stands for $groups reports when $label was seen', ({ groups, first }) => {
  const desk = deskOf(
    [
      FALCON,
      labelled('intrusion-set', 2, 'G0902', 'Shy Stoat'),
      object('threat-actor', 3, { name: 'Mustelids', first_seen: '2009-01-01T00:00:00Z' }),
      ...groups.map((group) =>
        relationship(70 + group, idOf('threat-actor', 3), 'similar-to', idOf('intrusion-set', group)),
      ),
    ],
    {},
  );
  const { firstSeen, activity } = victimsOf(desk, 'G0925').answer;
  expect(firstSeen).toBe(first);
  // It is shown all the same.
  expect(activity.map(({ end, date }) => [end, date])).toEqual([['first', '2009-01-01']]);
});
